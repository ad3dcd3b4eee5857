/** What a page may set about how calls are taken and placed. The names are the integration guide's. */
export interface PhoneSettings {
  /** How long an unanswered call rings here; null: until its caller gives up. */
  readonly ringTimeoutInSeconds: number | null;
  /** What becomes of it then: `ignore` lets it ring elsewhere, `reject` tells its caller. */
  readonly ringTimeoutAction: 'ignore' | 'reject';
  /** What becomes of a second caller, in the same words. */
  readonly busyAction: 'ignore' | 'reject';
  /** Answers by itself, after an announcement, and only where the microphone is already granted. */
  readonly autoAnswer: boolean;
  /** Asks the backend to record the calls placed here, by the parameter `record`. */
  readonly record: boolean;
  /** The number that people called from here should see, by the parameter `callerId`; null: the backend's choice. */
  readonly phoneNumber: string | null;
  /** Whether calls that are over are kept, and shown as the history. */
  readonly keepsHistory: boolean;
}

/** The guide's defaults. */
export const defaultPhoneSettings: PhoneSettings = Object.freeze({
  ringTimeoutInSeconds: 30,
  ringTimeoutAction: 'ignore',
  busyAction: 'reject',
  autoAnswer: false,
  record: false,
  phoneNumber: null,
  keepsHistory: true,
});

/** The wishes about a call placed here, as parameters for the voice webhook. It decides. */
export function outgoingParameters(settings: PhoneSettings): Readonly<Record<string, string>> {
  return {
    ...(settings.phoneNumber ? { callerId: settings.phoneNumber } : {}),
    ...(settings.record ? { record: 'true' } : {}),
  };
}
