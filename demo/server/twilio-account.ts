/** What the demo needs to know of a Twilio account. All of it stays on the server. */
export interface TwilioAccount {
  readonly accountSid: string;
  /** Only for checking the signatures of webhooks. */
  readonly authToken: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  /** The TwiML App whose Voice URL is our voice webhook. */
  readonly applicationSid: string;
  /** The number that rings the portal, in E.164. */
  readonly phoneNumber: string;
}

const variables = {
  accountSid: 'TWILIO_ACCOUNT_SID',
  authToken: 'TWILIO_AUTH_TOKEN',
  apiKeySid: 'TWILIO_API_KEY',
  apiKeySecret: 'TWILIO_API_SECRET',
  applicationSid: 'TWILIO_APPLICATION_SID',
  phoneNumber: 'TWILIO_PHONE_NUMBER',
} as const;

/**
 * The account that environment variables name, or null when they name none: then local Twilio stands in.
 * Throws an `Error` that lists what is missing when only some are there.
 */
export function readTwilioAccount(environment: NodeJS.ProcessEnv): TwilioAccount | null {
  const names = Object.values(variables);
  const missing = names.filter((name) => !environment[name]);
  if (missing.length === names.length) return null;
  if (missing.length > 0) throw new Error(`For your own Twilio account, set ${missing.join(', ')} too.`);
  const read = (name: string): string => environment[name] ?? '';
  return {
    accountSid: read(variables.accountSid),
    authToken: read(variables.authToken),
    apiKeySid: read(variables.apiKeySid),
    apiKeySecret: read(variables.apiKeySecret),
    applicationSid: read(variables.applicationSid),
    phoneNumber: read(variables.phoneNumber),
  };
}
