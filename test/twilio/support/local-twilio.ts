/** Local Twilio as a browser test drives it: one for each test file, shared by the tests in it. */
import { executeServerCommand } from '@web/test-runner-commands';
import type { BrowserCommand } from '../../local-twilio/support/browser-commands.js';
import type { MisbehaviourRequest } from '../../../demo/local-twilio/misbehaviour.js';
import type { TokenAnswer } from '../../../src/core/ports.js';
import { readTokenAnswer } from '../../../src/browser/read-token-answer.js';

/** One frame of the signalling. */
export interface WireFrame {
  readonly direction: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface PlacedCall {
  readonly callSid: string;
  /** The CallSids of the client's legs. */
  readonly legs: readonly string[];
}

/** Somebody who answers every call, and somebody who answers none. */
export const ECHO = '+12025550101';
export const NEVER_THERE = '+12025550103';

let ready: Promise<void> | null = null;
let ownNumber = '';

/** Starts local Twilio, if need be, and leads the SDK to it. Comes before the SDK is loaded. */
export function startLocalTwilio(): Promise<void> {
  ready ??= start();
  return ready;
}

/** A token for an identity, checked as our own token source would. */
export async function createAnswer(
  identity: string,
  wishes: { readonly ttlInSeconds?: number; readonly edge?: string } = {},
): Promise<TokenAnswer> {
  const { edge, ...rest } = wishes;
  return readTokenAnswer({ token: await command<string>({ do: 'token', identity, ...rest }), edge });
}

/** Somebody outside calls the identity; resolves when it is told. */
export function callFromOutside(
  identity: string,
  options: { readonly name?: string; readonly parameters?: Record<string, string> } = {},
): Promise<PlacedCall> {
  return command({ do: 'call', identity, ...options });
}

/** What becomes of calls from here: they are put through to a number, or refused. */
export function putThroughTo(number: string): Promise<unknown> {
  const dial = `<Dial answerOnBridge="true" callerId="${ownNumber}"><Number>${number}</Number></Dial>`;
  return command({ do: 'answer-clients', twiml: `<Response>${dial}</Response>` });
}

/** Calls from here hear what they say. */
export function echoClients(): Promise<unknown> {
  return command({ do: 'answer-clients', twiml: '<Response><Echo/></Response>' });
}

export function hangUp(callSid?: string): Promise<unknown> {
  return command({ do: 'hangUp', callSid });
}

export function misbehave(request: MisbehaviourRequest): Promise<unknown> {
  return command({ do: 'misbehave', request });
}

export function identities(): Promise<readonly string[]> {
  return command({ do: 'identities' });
}

/** What the SDK posted to the event gateway. */
export function gatewayPosts(): Promise<readonly unknown[]> {
  return command({ do: 'gateway-posts' });
}

/** Frames that clients sent so far, of one type or of all. */
export async function sentFrames(type?: string): Promise<readonly WireFrame[]> {
  const frames = await command<readonly WireFrame[]>({ do: 'wire' });
  return frames.filter((frame) => frame.direction === 'in' && (!type || frame.type === type));
}

/** How many frames of a type clients have sent so far. */
export async function countSent(type: string): Promise<number> {
  return (await sentFrames(type)).length;
}

/** Whether calls to an identity ring somewhere. */
export async function isRegistered(identity: string): Promise<boolean> {
  return (await identities()).includes(identity);
}

/** The status of a leg. */
export async function statusOfCall(callSid: string | undefined): Promise<string | undefined> {
  const calls = await command<readonly { readonly callSid: string; readonly status: string }[]>({
    do: 'calls',
  });
  return calls.find((call) => call.callSid === callSid)?.status;
}

/** Asks again until it is so. */
export async function eventually(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function start(): Promise<void> {
  const { address, phoneNumber } = await command<{ address: string; phoneNumber: string }>({ do: 'start' });
  ownNumber = phoneNumber;
  const script = document.createElement('script');
  script.src = `${address}/reroute.js`;
  await new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('Local Twilio serves no reroute.js.')));
    document.head.append(script);
  });
}

function command<Answer>(request: BrowserCommand): Promise<Answer> {
  return executeServerCommand<Answer, BrowserCommand>('local-twilio', request);
}
