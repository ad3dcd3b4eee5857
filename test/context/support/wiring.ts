import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { CallControllerConsumer } from '../../../src/context/call-controller-consumer.js';
import { CallControllerProvider } from '../../../src/context/call-controller-provider.js';
import type { CallController } from '../../../src/core/call-controller.js';
import { TestPhone } from '../../support/test-phone.js';

/** The wiring alone: a phone and an element that looks for one, without any face. */
export class WiringPhone extends LitElement {
  readonly provider = new CallControllerProvider(this);
  readonly phone = new TestPhone();

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasAttribute('slow')) this.provider.announce();
    else this.provider.provide(this.phone.controller);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.provider.withdraw();
  }

  override render() {
    return html`<slot></slot><wiring-seeker id="inside"></wiring-seeker>`;
  }
}

export class WiringSeeker extends LitElement {
  @property({ attribute: false }) controller: CallController | null = null;
  @property() phone: string | null = null;
  readonly consumer = new CallControllerConsumer(this);
  renders = 0;

  override render() {
    this.renders += 1;
    return html`${this.consumer.state?.device.status}`;
  }
}

customElements.define('wiring-phone', WiringPhone);
customElements.define('wiring-seeker', WiringSeeker);

export function phone(id: string): WiringPhone {
  const element = document.getElementById(id);
  if (!(element instanceof WiringPhone)) throw new Error(`No phone ${id}.`);
  return element;
}

export function seeker(id = 's'): WiringSeeker {
  const element = document.getElementById(id);
  if (!(element instanceof WiringSeeker)) throw new Error(`No seeker ${id}.`);
  return element;
}

export function attached(id = 's'): CallController | null {
  return seeker(id).consumer.controller;
}

export function countSubscriptions(controller: CallController): { open: number } {
  const count = { open: 0 };
  const subscribe = controller.subscribe.bind(controller);
  controller.subscribe = (listener) => {
    count.open += 1;
    const unsubscribe = subscribe(listener);
    return () => {
      count.open -= 1;
      unsubscribe();
    };
  };
  return count;
}
