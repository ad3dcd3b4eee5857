/** What a page is asked to do beside ringing, so that a call is not missed by somebody who looks elsewhere. */
import type { CallController } from './call-controller.js';
import type { NotificationPermissionPort } from './notification-permission.js';
import type { CallState } from './phone-state.js';
import type { ClockPort } from './ports.js';

/** The words, in the language of the person. Each is asked for when it is needed. */
export interface AttentionWords {
  /** The title of the system's notification. */
  incomingCall(): string;
  /** What the page's title says while somebody rings. */
  incomingCallFrom(caller: string): string;
  /** Who calls: a name, else a number. Plain text on one line. */
  caller(call: CallState): string;
  answer(): string;
  decline(): string;
}

/** What a page may set, under the names of the attributes. */
export interface AttentionSettings {
  /** The system shows calls while the person does not look at the page, once it was permitted. */
  readonly notifications: boolean;
  /** The address of a service worker on the page's own origin, for "Answer" and "Decline" in the notification. */
  readonly notificationWorker: string | null;
}

export interface AttentionOptions {
  readonly controller: CallController;
  readonly clock: ClockPort;
  readonly words: AttentionWords;
  /** "Answer" was chosen in the notification of a call that rings in this page. */
  onAnswer(callId: string): void;
  /** "Decline", likewise. */
  onDecline(callId: string): void;
  /** Told of what goes wrong, in words for a developer. The phone rings all the same. */
  report(problem: string): void;
}

/** Lasts as long as the phone does, or until it is destroyed. */
export interface CallAttention {
  /** Null where the browser has no notifications. */
  readonly notificationPermission: NotificationPermissionPort | null;
  configure(settings: AttentionSettings): void;
  /** Leaves the page as it was: title, icon, notifications and listeners. */
  destroy(): void;
}

/** Makes it, once it is loaded. */
export interface AttentionMaker {
  attractAttention(options: AttentionOptions): CallAttention;
}
