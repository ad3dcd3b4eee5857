import type { CallController } from '../../core/call-controller.js';
import type { Unsubscribe } from '../../core/ports.js';
import type { PhoneComposer } from './phone-composer.js';
import { adoptController, leaveController } from './phone-lifetime.js';
import { lineKey, phoneSettings, tokenSettings } from './phone-settings.js';
import type { PhoneAttributes } from './phone-settings.js';

/** The controller that a phone's element has made itself: made once, kept through moves, destroyed at the end. */
export class OwnPhone {
  readonly #element: PhoneAttributes;
  readonly #onGone: () => void;
  #composer: PhoneComposer | null = null;
  #controller: CallController | null = null;
  #takeBack: Unsubscribe | null = null;

  /** `onGone` is called when the controller was destroyed, or taken over by another element. */
  constructor(element: PhoneAttributes, onGone: () => void) {
    this.#element = element;
    this.#onGone = onGone;
  }

  get controller(): CallController | null {
    return this.#controller;
  }

  /** Takes over the controller of a phone that has just left the page, else makes one and lets calls ring. */
  make(composer: PhoneComposer): void {
    this.#composer = composer;
    this.#controller = adoptController(lineKey(this.#element));
    if (this.#controller) return;
    this.#controller = composer.createController(phoneSettings(this.#element));
    // What goes wrong is in the phone's state, and the phone tries again by itself.
    this.#controller.register().catch(() => undefined);
  }

  /** The page says something else about where tokens come from. */
  changeTokenSource(): void {
    if (!this.#composer) return;
    this.#controller?.setTokenSource(this.#composer.createTokenSource(tokenSettings(this.#element)));
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

  #forget = (): void => {
    this.#controller = null;
    this.#takeBack = null;
    this.#onGone();
  };
}
