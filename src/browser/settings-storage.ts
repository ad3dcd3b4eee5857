/** A value that outlives the page. */
export interface SettingsStorage<Value> {
  /** What was saved last, whoever did; undefined when nothing was, or when it cannot be read. */
  load(): unknown;
  /** Remembers the value where the browser allows it. It must survive JSON. */
  save(value: Value): void;
}

/** A new version forgets what an old one wrote: what is read must never be of a shape that nobody expects. */
const version = 1;

/**
 * Settings in this page's `localStorage`. Neither method throws: a browser may forbid storage, be full, or
 * hand back what another program wrote.
 * @param name of what is remembered, e.g. `audio`.
 */
export function createSettingsStorage<Value>(name: string): SettingsStorage<Value> {
  const key = `twilio-phone/${name}/${version}`;
  return {
    load: () => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? '') as unknown;
      } catch {
        return undefined;
      }
    },
    save: (value) => {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // The choice holds until the page is closed.
      }
    },
  };
}
