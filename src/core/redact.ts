/**
 * Takes out of a text what must not leave the page: tokens, telephone numbers, who somebody is, and the values of
 * a call's parameters. Twilio's own ids of calls stay: they say nothing to anybody but Twilio.
 */

/** Two letters and 32 hexadecimal digits, e.g. a CallSid: digits in it are no telephone number. */
const sid = String.raw`\b[A-Z]{2}[\da-f]{32}\b`;
const jsonWebToken = String.raw`\beyJ[\w-]+(?:\.[\w-]*){1,2}`;
/** A value in JSON, also in JSON that is itself a string in JSON. */
const secretField = String.raw`(\\*"(?:token|reconnect|connectToken|identity)\\*":\\*")[^"\\]*`;
const parametersField = String.raw`(\\*"[Pp]arams\\*":\\*")([^"\\]*)`;
const party = String.raw`\b(client|sips?):[^\s"'\\,;)]+`;
/** With or without a plus, and with whatever people put between the digits. */
const phoneNumber = String.raw`(?:\+|%2B)\d[\d\s().-]*\d|\d{7,}`;

const secrets = new RegExp(
  [sid, jsonWebToken, secretField, parametersField, party, phoneNumber].join('|'),
  'g',
);

/** The text without what must not leave the page. */
export function redact(text: string): string {
  return text.replace(secrets, replace);
}

/** A telephone number as its last two digits, enough for two people to know which one they mean. */
export function redactNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length > 4 ? `…${digits.slice(-2)}` : '…';
}

/** Who is at the other end: what kind of address it is, and of a number the last two digits. */
export function redactParty(address: string): string {
  const kind = /^(client|sips?):/.exec(address)?.[1];
  return kind ? `${kind}:…` : redactNumber(address);
}

function replace(
  found: string,
  secretName?: string,
  parametersName?: string,
  parameters?: string,
  kind?: string,
): string {
  if (secretName) return `${secretName}…`;
  if (parametersName) return parametersName + namesOf(parameters ?? '');
  if (kind) return `${kind}:…`;
  if (found.startsWith('eyJ')) return '[token]';
  return /^[A-Z]{2}/.test(found) ? found : redactNumber(found.replace('%2B', ''));
}

/** The names of parameters that are written as in an address: `To=…&name=…`. */
function namesOf(parameters: string): string {
  return parameters.replace(/=[^&]*/g, '=…');
}
