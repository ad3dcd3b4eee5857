/** An error with Twilio's number, as it goes over the wire, into the log and to whoever asked. */
export class TwilioError extends Error {
  readonly code: number;

  constructor(code: keyof typeof titles, detail?: string) {
    super(detail ? `${titles[code]}: ${detail}` : titles[code]);
    this.name = 'TwilioError';
    this.code = code;
  }
}

/** The numbers that local Twilio uses of its own accord; https://www.twilio.com/docs/api/errors has them all. */
const titles = {
  11100: 'Invalid URL format',
  11200: 'HTTP retrieval failure',
  11205: 'HTTP connection failure',
  11215: 'HTTP too many redirects',
  11750: 'TwiML response body too large',
  12100: 'Document parse failure',
  12200: 'Schema validation warning',
  12300: 'Invalid Content-Type',
  13214: 'Dial: Invalid callerId value',
  13223: 'Dial: Invalid phone number format',
  13512: 'Say: Invalid language value',
  31000: 'Unknown error',
  31001: 'Application not found',
  31002: 'Connection declined',
  31201: 'Authentication failed',
  31202: 'Signature validation failed',
  31204: 'Invalid JWT token',
  31205: 'JWT token expired',
  31207: 'JWT token expiration too long',
  31209: 'Reconnect attempt is not authorized',
  31404: 'Not found',
  31480: 'Temporarily unavailable',
  31486: 'Busy here',
  31603: 'Decline',
  53405: 'Media connection failed',
} as const;
