/** What a Twilio account knows: enough to mint tokens, sign webhooks and own one number. */
export interface Account {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  /** The TwiML application whose voice URL answers calls made by clients. */
  readonly applicationSid: string;
  /** E.164. Whoever dials it reaches the number's voice URL. */
  readonly phoneNumber: string;
}

/** An account that exists on this machine only: well-formed, and plainly not a secret of anybody's. */
export function createAccount(overrides: Partial<Account> = {}): Account {
  return Object.freeze({
    accountSid: `AC${localHex(32)}`,
    authToken: localHex(32),
    apiKeySid: `SK${localHex(32)}`,
    apiKeySecret: 'local-twilio-api-key-secret-0000',
    applicationSid: `AP${localHex(32)}`,
    // 555-01xx is set aside for fiction.
    phoneNumber: '+12025550100',
    ...overrides,
  });
}

/** "local", as far as hexadecimal can say it. */
function localHex(length: number): string {
  return '10ca1'.repeat(length).slice(0, length);
}
