import type { CallController } from '../../core/call-controller.js';
import type { CallFeedback } from '../../core/call-feedback.js';
import { PhoneError } from '../../core/phone-error.js';
import type { CallState, Command } from '../../core/phone-state.js';
import * as requests from '../../events/request-events.js';
import { LocalizedElement } from './localized-element.js';

/**
 * The phone's commands and questions as methods of its element, so that a page can drive it. Every command
 * about a call is asked for by its request event first; a page that prevents it makes the command reject
 * with `invalid-state`.
 */
export abstract class PhoneMethods extends LocalizedElement {
  /** The phone itself: its state, its commands and `subscribe()`. Null before the element is in a page. */
  abstract controller: CallController | null;

  protected override get attachedController(): CallController | null {
    return this.controller;
  }

  /** The controller, as soon as it is there. */
  protected abstract whenReady(): Promise<CallController>;

  /** Calls a number or a client. Resolves when it rings there. Parameters reach the voice webhook. */
  async makeCall(phoneNumber: string, parameters: Readonly<Record<string, string>> = {}): Promise<void> {
    const request = new requests.CallMakeRequestEvent(phoneNumber, parameters);
    return this.#ask(request, (controller) => controller.makeCall(phoneNumber, parameters));
  }

  /** Answers the call that rings. */
  async answerCall(callId?: string): Promise<void> {
    const request = new requests.CallAnswerRequestEvent(this.#find(callId));
    return this.#ask(request, (controller) => controller.answerCall(callId));
  }

  /** Declines the call that rings: its caller hears so. */
  async rejectCall(callId?: string): Promise<void> {
    const request = new requests.CallRejectRequestEvent(this.#find(callId));
    return this.#ask(request, (controller) => controller.rejectCall(callId));
  }

  /** Silences the call that rings here and lets it ring elsewhere. */
  async ignoreCall(callId?: string): Promise<void> {
    return (await this.whenReady()).ignoreCall(callId);
  }

  /** Hangs up. */
  async endCall(callId?: string): Promise<void> {
    const request = new requests.CallEndRequestEvent(this.#find(callId));
    return this.#ask(request, (controller) => controller.endCall(callId));
  }

  /** Mutes the microphone, or unmutes it. Resolves to the new state. */
  async toggleMute(callId?: string): Promise<boolean> {
    const request = new requests.CallMuteRequestEvent(this.#find(callId));
    return this.#ask(request, (controller) => controller.toggleMute(callId));
  }

  /** Holds the call, or resumes it. Resolves to the new state. */
  async toggleHold(callId?: string): Promise<boolean> {
    const request = new requests.CallHoldRequestEvent(this.#find(callId));
    return this.#ask(request, (controller) => controller.toggleHold(callId));
  }

  /** Sends keypad digits: `0-9`, `*`, `#`, and `w` for a short pause. */
  async sendDigits(digits: string, callId?: string): Promise<void> {
    const request = new requests.CallDigitsRequestEvent(this.#find(callId), digits);
    return this.#ask(request, (controller) => controller.sendDigits(digits, callId));
  }

  /** Does what can be done for sound that does not come or go. */
  async reconnectSound(callId?: string): Promise<void> {
    return (await this.whenReady()).reconnectSound(callId);
  }

  /** Tells Twilio how the last call was: a score of 1 to 5, and what was wrong. Resolves when it is there. */
  async sendFeedback(feedback: CallFeedback, callId?: string): Promise<void> {
    return (await this.whenReady()).sendFeedback(feedback, callId);
  }

  /** Lets calls ring here again, after `unregister()` or `signOut()`. */
  async register(): Promise<void> {
    return (await this.whenReady()).register();
  }

  /** Do not disturb: calls do not ring here until `register()`. */
  async unregister(): Promise<void> {
    return (await this.whenReady()).unregister();
  }

  /** Unregisters, and forgets the token and the call history. */
  async signOut(): Promise<void> {
    return (await this.whenReady()).signOut();
  }

  /** Forgets every call of whoever is registered here. */
  async clearHistory(): Promise<void> {
    return (await this.whenReady()).clearHistory();
  }

  /** Ends every call and the phone with it. */
  async destroy(): Promise<void> {
    return (await this.whenReady()).destroy();
  }

  /** True while calls can ring here. */
  isDeviceReady(): boolean {
    return this.controller?.isDeviceReady() ?? false;
  }

  /** False while the page or its backend has to set something right; the state's `device.error` says what. */
  isConfigured(): boolean {
    return this.controller?.getState().device.isConfigured ?? false;
  }

  /** True while somebody talks here, or is about to. */
  hasActiveCall(): boolean {
    return this.controller?.hasActiveCall() ?? false;
  }

  /** The call that one would mean by "the call", or null. */
  getCurrentCallState(): CallState | null {
    return this.controller?.getCurrentCallState() ?? null;
  }

  /** Whether a command would be taken now. */
  can(command: Command, callId?: string): boolean {
    return this.controller?.can(command, callId) ?? false;
  }

  #find(callId?: string): CallState | null {
    const calls = this.controller?.getState().calls ?? [];
    return callId === undefined
      ? this.getCurrentCallState()
      : (calls.find(({ id }) => id === callId) ?? null);
  }

  async #ask<Result>(
    request: requests.RequestEvent,
    command: (controller: CallController) => Promise<Result>,
  ): Promise<Result> {
    const controller = await this.whenReady();
    if (!this.dispatchEvent(request)) {
      throw new PhoneError('invalid-state', `A listener of the page prevented ${request.type}.`);
    }
    return command(controller);
  }
}
