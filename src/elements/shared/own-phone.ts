import type { CallController } from '../../core/call-controller.js';
import { PhoneError } from '../../core/phone-error.js';
import type { Unsubscribe } from '../../core/ports.js';
import type { PhoneComposer } from './phone-composer.js';
import { adoptController, leaveController } from './phone-lifetime.js';
import { lineKey, phoneSettings, tokenSettings } from './phone-settings.js';
import type { PhoneAttributes } from './phone-settings.js';

/** After this long another try to load what makes phones. */
export const RELOAD_DELAY_IN_MILLISECONDS = 3_000;

/** The controller that a phone's element has made itself: made once, kept through moves, destroyed at the end. */
export class OwnPhone {
  readonly #element: PhoneAttributes;
  readonly #onChange: () => void;
  #composer: PhoneComposer | null = null;
  #controller: CallController | null = null;
  #making: Promise<CallController> | null = null;
  #hasFailed = false;
  #isResting = false;
  #takeBack: Unsubscribe | null = null;

  /** `onChange` is called when a controller is there, or gone, or cannot be made for now. */
  constructor(element: PhoneAttributes, onChange: () => void) {
    this.#element = element;
    this.#onChange = onChange;
  }

  get controller(): CallController | null {
    return this.#controller;
  }

  /** True when the last try to make one failed; another is on its way. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Makes one unless it is there, on its way, or has just failed. */
  ensure(composer: PhoneComposer): void {
    if (!this.#isResting) this.make(composer).catch(() => undefined);
  }

  /** The controller, as soon as it is there. Rejects with `sdk-load-failed` when this try fails. */
  make(composer: PhoneComposer): Promise<CallController> {
    this.#composer = composer;
    this.#controller ??= adoptController(lineKey(this.#element));
    if (this.#controller) return Promise.resolve(this.#controller);
    this.#making ??= this.#load(composer).finally(() => (this.#making = null));
    return this.#making;
  }

  /** The page says something else about where tokens come from. */
  async changeTokenSource(): Promise<void> {
    const maker = await this.#composer?.loadMaker();
    if (maker) this.#controller?.setTokenSource(maker.createTokens(tokenSettings(this.#element)));
  }

  /** The element has left the page: for good, or for the blink of an eye. */
  leave(): void {
    if (!this.#controller || !this.#composer) return;
    const left = { controller: this.#controller, key: lineKey(this.#element), onGone: this.#forget };
    this.#takeBack = leaveController(left, this.#composer.clock);
  }

  /** The element is back in the page. */
  comeBack(): void {
    this.#takeBack?.();
    this.#takeBack = null;
  }

  async #load(composer: PhoneComposer): Promise<CallController> {
    const { createPhone } = await composer.loadMaker().catch((cause: unknown) => this.#fail(composer, cause));
    this.#hasFailed = false;
    if (!this.#element.isConnected) throw new PhoneError('invalid-state', 'The phone has left the page.');
    this.#controller ??= this.#begin(createPhone(phoneSettings(this.#element)));
    this.#onChange();
    return this.#controller;
  }

  #fail({ clock }: PhoneComposer, cause: unknown): never {
    this.#hasFailed = this.#isResting = true;
    clock.schedule(RELOAD_DELAY_IN_MILLISECONDS, () => {
      this.#isResting = false;
      this.#onChange();
    });
    this.#onChange();
    const recoverable = true;
    throw new PhoneError('sdk-load-failed', 'A part of the phone did not load.', { cause, recoverable });
  }

  /** What goes wrong is in the phone's state, and the phone tries again by itself. */
  #begin(controller: CallController): CallController {
    controller.register().catch(() => undefined);
    return controller;
  }

  #forget = (): void => {
    this.#controller = null;
    this.#takeBack = null;
    this.#onChange();
  };
}
