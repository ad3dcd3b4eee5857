'use client';
import { createElement, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { HTMLAttributes, ReactElement, ReactNode, Ref } from 'react';

/** What a wrapper takes beside the element's own: children, a ref, and what every HTML element takes. */
export interface WrapperProps<Wrapped extends HTMLElement> extends HTMLAttributes<HTMLElement> {
  readonly children?: ReactNode;
  /** The element itself. Its methods are there once its code has loaded, right after the first render. */
  readonly ref?: Ref<Wrapped>;
}

/** How an element's props are called where they arrive. */
export interface ElementNames {
  /** Attributes by prop. The server can write them, and they count before the element's code is there. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Props that have no attribute: they are set on the element itself. */
  readonly properties: readonly string[];
  /** DOM events by prop. */
  readonly events: Readonly<Record<string, string>>;
}

/** The same element as JSX writes it without a wrapper: `<call-controls phone="mine" oncall-end-request={…}>`. */
export type IntrinsicProps<Props, Names extends ElementNames> = WrapperProps<HTMLElement> & {
  readonly [
    Prop in keyof Names['attributes'] & keyof Props as Names['attributes'][Prop] & string
  ]?: Props[Prop];
} & {
  readonly [Prop in Names['properties'][number] & keyof Props]?: Props[Prop];
} & {
  readonly [
    Prop in keyof Names['events'] & keyof Props as `on${Names['events'][Prop] & string}`
  ]?: Props[Prop];
};

type AnyProps = Readonly<Record<string, unknown>>;

/**
 * A component that renders one of our elements, and loads the element's code when it is first shown: in the
 * browser only, so that a server may render it.
 */
export function createWrapper<Wrapped extends HTMLElement, Props extends WrapperProps<Wrapped>>(
  tag: string,
  names: ElementNames,
  define: () => Promise<unknown>,
): (props: Props) => ReactElement {
  return function Wrapper({ ref, ...props }: Props): ReactElement {
    const own = useRef<Wrapped>(null);
    useEffect(() => {
      define().catch((error: unknown) => console.error(`<${tag}> did not load.`, error));
    }, []);
    useImperativeHandle(ref, () => own.current as Wrapped, []);
    useProperties(own, names.properties, props);
    return createElement(tag, { ...renamed(props, names), ref: own });
  };
}

/** Sets what React cannot: before an element's code is there, React would take a property for an attribute. */
function useProperties(
  own: { readonly current: HTMLElement | null },
  properties: readonly string[],
  props: AnyProps,
): void {
  const last = useRef<Record<string, unknown>>({});
  useLayoutEffect(() => {
    const changed = properties.filter((name) => props[name] !== last.current[name]);
    for (const name of changed) {
      last.current[name] = props[name];
      Object.assign(own.current ?? {}, { [name]: props[name] ?? null });
    }
  });
}

/** Props as React 19 writes them to a custom element: attributes by their names, listeners by `on` and the event's. */
function renamed(props: AnyProps, { attributes, properties, events }: ElementNames): AnyProps {
  const entries = Object.entries(props)
    .filter(([prop]) => !properties.includes(prop))
    .map(([prop, value]) => [attributes[prop] ?? (events[prop] ? `on${events[prop]}` : prop), value]);
  return Object.fromEntries(entries) as AnyProps;
}
