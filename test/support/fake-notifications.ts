/** The browser's notifications without the browser: none is shown, each is written down. */
export interface SaidNotification {
  readonly title: string;
  readonly options: NotificationOptions;
}

class FakeNotification extends EventTarget {
  readonly said: SaidNotification;
  readonly #open: Set<FakeNotification>;

  constructor(open: Set<FakeNotification>, said: SaidNotification) {
    super();
    this.said = said;
    this.#open = open;
    open.add(this);
  }

  close(): void {
    this.#open.delete(this);
  }
}

export class FakeNotifications {
  readonly #open = new Set<FakeNotification>();
  readonly #original = Object.getOwnPropertyDescriptor(globalThis, 'Notification');
  /** Every one that was ever shown. */
  readonly said: SaidNotification[] = [];
  permission: NotificationPermission = 'granted';
  requests = 0;
  /** What the person says when asked. */
  answer: NotificationPermission = 'granted';

  constructor() {
    Object.defineProperty(globalThis, 'Notification', {
      value: this.#createClass(),
      configurable: true,
      writable: true,
    });
  }

  /** Those that stand on the screen. */
  get open(): readonly SaidNotification[] {
    return [...this.#open].map(({ said }) => said);
  }

  /** The person clicks on the one that stands there. */
  click(): void {
    for (const notification of [...this.#open]) notification.dispatchEvent(new Event('click'));
  }

  /** A worker's way to show them. Waits with the showing until `letShow` when told to hesitate. */
  createRegistration(): ServiceWorkerRegistration {
    const registration = {
      showNotification: async (title: string, options: NotificationOptions) => {
        await new Promise<void>((resolve) => (this.hesitates ? this.#waiting.push(resolve) : resolve()));
        this.#show(title, options);
      },
      getNotifications: ({ tag }: { tag: string }) =>
        Promise.resolve([...this.#open].filter(({ said }) => said.options.tag === tag)),
    };
    return registration as unknown as ServiceWorkerRegistration;
  }

  hesitates = false;
  readonly #waiting: (() => void)[] = [];

  letShow(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  restore(): void {
    if (this.#original) Object.defineProperty(globalThis, 'Notification', this.#original);
  }

  #show(title: string, options: NotificationOptions): FakeNotification {
    const said = { title, options };
    this.said.push(said);
    return new FakeNotification(this.#open, said);
  }

  #createClass() {
    const show = (title: string, options: NotificationOptions) => this.#show(title, options);
    const readPermission = () => this.permission;
    const ask = () => {
      this.requests += 1;
      this.permission = this.answer;
      return Promise.resolve(this.permission);
    };
    return class {
      static get permission() {
        return readPermission();
      }

      static requestPermission = ask;

      constructor(title: string, options: NotificationOptions) {
        return show(title, options);
      }
    };
  }
}
