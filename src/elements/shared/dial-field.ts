import type { LitElement } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import { isPhoneLike, reformat } from './caret.js';
import { defaultCountryOf } from './default-country.js';
import { readDialTarget, readPlainNumber } from './dial-target.js';
import type { DialProblem, DialTarget } from './dial-target.js';
import { loadPhoneNumbers } from './load-phone-numbers.js';
import type { PhoneNumbers } from './load-phone-numbers.js';

/** The element that the field is in. */
export interface DialFieldHost extends LitElement {
  /** What stands in the field. */
  value: string;
  /** As `defaultCountryOf` reads it. */
  readonly defaultCountry: string | null;
}

/** A text field for numbers: it formats them while they are typed, as soon as what knows numbers is loaded. */
export class DialField {
  readonly #host: DialFieldHost;
  readonly #controller: () => CallController | null;
  #numbers: PhoneNumbers | null = null;

  /** @param controller says which phone will dial. */
  constructor(host: DialFieldHost, controller: () => CallController | null) {
    this.#host = host;
    this.#controller = controller;
  }

  /** What is keyed after the number in the field; '' when nothing is, or nobody knows yet. */
  get digits(): string {
    const { value } = this.#host;
    const target = this.#numbers && !isPhoneLike(value) ? this.#readBy(this.#numbers, value) : null;
    return target === null || typeof target === 'string' ? '' : target.digits.replace(/^,+/, '');
  }

  /** True while the caret is in it. */
  get hasFocus(): boolean {
    return this.#input?.matches(':focus') ?? false;
  }

  /** A number as people write it, where that is known already. */
  formatted(text: string): string {
    const target = this.#numbers ? this.#readBy(this.#numbers, text) : null;
    return target === null || typeof target === 'string' ? text : target.formatted;
  }

  focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  handleFocus = (): void => {
    void this.#load();
  };

  handleInput = (event: InputEvent): void => {
    const input = event.currentTarget as HTMLInputElement;
    if (event.isComposing) this.#host.value = input.value;
    else this.#take(input, event.inputType);
  };

  /** Types a character where the caret is. */
  type(character: string): void {
    const input = this.#input;
    if (!input) return;
    const { selectionStart, selectionEnd, value } = input;
    input.setRangeText(character, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
    void this.#load();
    this.#take(input, 'insertText');
  }

  /** Deletes what stands before the caret. */
  deleteLast(): void {
    const input = this.#input;
    if (!input) return;
    const caret = input.selectionStart ?? input.value.length;
    input.setRangeText('', Math.max(0, caret - 1), caret, 'end');
    this.#take(input, 'deleteContentBackward');
  }

  /** Whom a text means. Without what knows numbers it still reads those in E.164, and names. */
  async read(text: string): Promise<DialTarget | DialProblem> {
    const numbers = await this.#load();
    return numbers ? this.#readBy(numbers, text) : readDialTarget(text, readPlainNumber);
  }

  #take(input: HTMLInputElement, inputType: string): void {
    const typed = { text: input.value, caret: input.selectionStart ?? input.value.length };
    const { text, caret } = this.#asPasted(typed.text, inputType) ?? this.#reformat(typed, inputType);
    this.#host.value = text;
    if (text === input.value) return;
    input.value = text;
    input.setSelectionRange(caret, caret);
  }

  /** A number that was pasted with an extension, or as a link, is shown as people write it. */
  #asPasted(pasted: string, inputType: string) {
    if (inputType !== 'insertFromPaste' || !this.#numbers || isPhoneLike(pasted)) return null;
    const target = this.#readBy(this.#numbers, pasted);
    return typeof target === 'string' ? null : { text: target.formatted, caret: target.formatted.length };
  }

  #reformat(typed: { text: string; caret: number }, inputType: string) {
    const numbers = this.#numbers;
    if (!numbers) return typed;
    const country = this.#country(numbers);
    return reformat(this.#host.value, typed, inputType, (text) => numbers.formatTyped(text, country));
  }

  #readBy(numbers: PhoneNumbers, text: string): DialTarget | DialProblem {
    const country = this.#country(numbers);
    return readDialTarget(text, (number) => numbers.readPhoneNumber(number, country));
  }

  #country(numbers: PhoneNumbers): string | null {
    return defaultCountryOf(this.#host, this.#controller(), numbers.isCountry);
  }

  /** What was typed before it came is formatted then. */
  async #load(): Promise<PhoneNumbers | null> {
    if (this.#numbers) return this.#numbers;
    const numbers = await loadPhoneNumbers().catch(() => null);
    if (!numbers || this.#numbers) return this.#numbers;
    this.#numbers = numbers;
    const input = this.#input;
    if (input && input.value !== '') this.#take(input, 'insertText');
    this.#host.requestUpdate();
    return numbers;
  }

  get #input(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector('input');
  }
}
