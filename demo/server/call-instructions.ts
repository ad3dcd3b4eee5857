import twilio from 'twilio';

/** Twilio's parameters of a webhook request, and the custom ones of a call that a page placed. */
export type WebhookParameters = Readonly<Record<string, string>>;

/** What the voice webhook needs to know beside the request. */
export interface CallRoutes {
  /** Who is rung when the account's number is called. */
  readonly identity: string;
  /** Where Twilio asks what to do when ringing has ended without a talk. */
  readonly dialDoneUrl: string;
  /** The account's own number: what people see who are called from the portal. */
  readonly phoneNumber: string;
  /** The name that belongs to a number, or null. */
  readonly findName: (phoneNumber: string) => string | null;
}

const RING_TIME_IN_SECONDS = 30;
const phoneNumberPattern = /^\+[1-9]\d{6,14}$/;
const identityPattern = /^(?:client:)?(\w{1,121})$/;

/** The TwiML for a new call, of either direction. */
export function instructCall(parameters: WebhookParameters, routes: CallRoutes): string {
  // Twilio says who placed the call; only one of our own pages is `client:`.
  const isFromPage = parameters['From']?.startsWith('client:') ?? false;
  if (isFromPage && parameters['preflight'] === 'true') return echo();
  return isFromPage ? dialOut(parameters['To'] ?? '', routes) : ringPortal(parameters, routes);
}

/** The TwiML for when ringing the portal is over: says so when nobody answered, else just ends. */
export function instructAfterDial(parameters: WebhookParameters): string {
  const response = new twilio.twiml.VoiceResponse();
  if (!['answered', 'completed'].includes(parameters['DialCallStatus'] ?? '')) {
    response.say('Sorry, nobody can take your call right now. Please try again later. Goodbye.');
  }
  response.hangup();
  return response.toString();
}

/** A page checks its phone: it hears what it says. */
function echo(): string {
  const response = new twilio.twiml.VoiceResponse();
  response.echo();
  return response.toString();
}

function ringPortal(parameters: WebhookParameters, routes: CallRoutes): string {
  const response = new twilio.twiml.VoiceResponse();
  const dial = response.dial({
    answerOnBridge: true,
    timeout: RING_TIME_IN_SECONDS,
    action: routes.dialDoneUrl,
  });
  const client = dial.client();
  client.identity(routes.identity);
  const name = routes.findName(parameters['From'] ?? '') ?? parameters['CallerName'];
  if (name) client.parameter({ name: 'name', value: name });
  return response.toString();
}

function dialOut(to: string, routes: CallRoutes): string {
  const response = new twilio.twiml.VoiceResponse();
  const identity = identityPattern.exec(to)?.[1];
  if (phoneNumberPattern.test(to)) {
    response.dial({ answerOnBridge: true, callerId: routes.phoneNumber }).number(to);
  } else if (identity) {
    response.dial({ answerOnBridge: true, callerId: routes.phoneNumber }).client(identity);
  } else {
    response.say('This is not a number that can be called. Goodbye.');
    response.hangup();
  }
  return response.toString();
}
