import { startLocalTwilio } from '../../../demo/local-twilio/index.js';
import type { Leg, LocalTwilio, MisbehaviourRequest, OutsideCall } from '../../../demo/local-twilio/index.js';
import { record } from '../../../demo/local-twilio/media/recorder.js';
import type { Recorder } from '../../../demo/local-twilio/media/recorder.js';
import { tone } from '../../../demo/local-twilio/media/sources/tone.js';
import { measure } from './measure.js';
import { createToken } from './tokens.js';
import type { TokenWishes } from './tokens.js';
import { startTwimlServer } from './twiml-server.js';
import type { TwimlServer } from './twiml-server.js';

/**
 * What a test in a browser may ask of its local Twilio, by `executeServerCommand('local-twilio', request)`.
 * Each test page has one of its own, started when it first asks for anything.
 */
export type BrowserCommand =
  /** Answers `{ address, phoneNumber, applicationSid, token? }`; a token when an identity is given. */
  | ({ readonly do: 'start' } & Partial<TokenWishes>)
  /** Answers a token. */
  | ({ readonly do: 'token' } & TokenWishes)
  /**
   * An outside caller reaches a client through `<Dial><Client>`. Resolves when the client's legs are made and
   * answers `{ callSid, legs }`: the caller's CallSid and those of the client's legs.
   */
  | {
      readonly do: 'call';
      readonly identity: string;
      readonly from?: string;
      readonly name?: string;
      readonly parameters?: Readonly<Record<string, string>>;
      readonly timeoutInSeconds?: number;
      readonly as?: 'voice' | 'silent';
    }
  /** What the voice webhook answers to calls that clients make, from now on. */
  | { readonly do: 'answer-clients'; readonly twiml: string }
  /** Ends a leg from our side, a caller's as if the caller hung up; without a CallSid all of them. */
  | { readonly do: 'hangUp'; readonly callSid?: string }
  /** What the far end of a leg hears from now on; null for silence. */
  | { readonly do: 'play'; readonly callSid: string; readonly frequency: number | null }
  /** What the far end of a leg says: `{ frequency, rms }`. */
  | { readonly do: 'measure'; readonly callSid: string; readonly durationInMilliseconds?: number }
  /** What the far end of a leg says from now on; asked again, answers those since: 16-bit samples at 8 kHz. */
  | { readonly do: 'listen'; readonly callSid: string }
  /** Keys that the far end of a leg presses from now on; asked again, answers those since. */
  | { readonly do: 'digits'; readonly callSid: string }
  | { readonly do: 'misbehave'; readonly request: MisbehaviourRequest }
  /** All frames so far: `{ connection, direction, type, payload, at }`. */
  | { readonly do: 'wire' }
  /** All legs so far: `{ callSid, parentCallSid, direction, from, to, status }`. */
  | { readonly do: 'calls' }
  /** Who is registered. */
  | { readonly do: 'identities' }
  /** The SDK's posts to the event gateway. */
  | { readonly do: 'gateway-posts' };

/** Carries out one command. */
export type Execute = (command: BrowserCommand) => Promise<unknown>;

/** Starts the local Twilio of one test page. */
export async function startForBrowser(): Promise<{ execute: Execute; stop: () => Promise<void> }> {
  const twilio = await startLocalTwilio({ log: () => undefined });
  const webhook = await startTwimlServer();
  twilio.configure({ applicationVoiceUrl: `${webhook.address}/application` });
  const page = new TestPage(twilio, webhook);
  return {
    execute: (command) => page.execute(command),
    stop: async () => {
      await twilio.stop();
      await webhook.stop();
    },
  };
}

class TestPage {
  readonly #twilio: LocalTwilio;
  readonly #webhook: TwimlServer;
  readonly #outsideCalls = new Map<string, OutsideCall>();
  readonly #recordings = new Map<string, { readonly recorder: Recorder; readonly told: number }>();
  readonly #digits = new Map<string, string>();

  constructor(twilio: LocalTwilio, webhook: TwimlServer) {
    this.#twilio = twilio;
    this.#webhook = webhook;
  }

  async execute(command: BrowserCommand): Promise<unknown> {
    switch (command.do) {
      case 'start':
        return this.#describe(command);
      case 'token':
        return createToken(this.#twilio.account, command);
      case 'call':
        return this.#call(command);
      case 'answer-clients':
        this.#webhook.answer('/application', command.twiml);
        return true;
      case 'hangUp':
        this.#hangUp(command.callSid);
        return true;
      case 'play':
        this.#leg(command.callSid).play(command.frequency === null ? null : tone(command.frequency));
        return true;
      case 'measure':
        return measure(this.#leg(command.callSid).listen(), command.durationInMilliseconds);
      case 'listen':
        return this.#collectSound(this.#leg(command.callSid));
      case 'digits':
        return this.#collectDigits(this.#leg(command.callSid));
      case 'misbehave':
        await this.#twilio.misbehave(command.request);
        return true;
      case 'wire':
        return this.#twilio.wire;
      case 'calls':
        return this.#twilio.calls.map(({ callSid, parentCallSid, direction, from, to, status }) => {
          return { callSid, parentCallSid, direction, from, to, status };
        });
      case 'identities':
        return this.#twilio.identities;
      case 'gateway-posts':
        return this.#twilio.gatewayPosts;
    }
  }

  #describe({ identity, ...wishes }: Partial<TokenWishes>) {
    const { address, account } = this.#twilio;
    const { phoneNumber, applicationSid } = account;
    const token = identity === undefined ? null : createToken(account, { ...wishes, identity });
    return { address, phoneNumber, applicationSid, token };
  }

  #call({
    identity,
    from = '+12025550123',
    name,
    parameters = {},
    timeoutInSeconds = 30,
    as = 'silent',
  }: Extract<BrowserCommand, { do: 'call' }>) {
    const elements = Object.entries(parameters).map(
      ([key, value]) => `<Parameter name="${escapeXml(key)}" value="${escapeXml(value)}"/>`,
    );
    const client = `<Client><Identity>${escapeXml(identity)}</Identity>${elements.join('')}</Client>`;
    const twiml = `<Response><Dial answerOnBridge="true" timeout="${timeoutInSeconds}">${client}</Dial></Response>`;
    const call = this.#twilio.callPhoneNumber({ from, twiml, as, ...(name !== undefined && { name }) });
    this.#outsideCalls.set(call.callSid, call);
    return this.#legsOf(call);
  }

  async #legsOf({ callSid, ended }: OutsideCall) {
    const legs = () => this.#twilio.calls.filter((leg) => leg.parentCallSid === callSid);
    let isOver = false;
    void ended.then(() => (isOver = true));
    while (legs().length === 0 && !isOver) await new Promise((resolve) => setImmediate(resolve));
    return { callSid, legs: legs().map((leg) => leg.callSid) };
  }

  #hangUp(callSid: string | undefined): void {
    for (const leg of this.#twilio.calls) {
      if (callSid !== undefined && leg.callSid !== callSid) continue;
      const call = this.#outsideCalls.get(leg.callSid);
      if (call) call.hangUp();
      else leg.hangUp('completed');
    }
  }

  #collectSound(leg: Leg): readonly number[] {
    const recording = this.#recordings.get(leg.callSid) ?? { recorder: record(leg.listen()), told: 0 };
    const samples = recording.recorder.samples();
    this.#recordings.set(leg.callSid, { ...recording, told: samples.length });
    return [...samples.subarray(recording.told)];
  }

  #collectDigits(leg: Leg): string {
    const digits = this.#digits.get(leg.callSid);
    if (digits === undefined) {
      leg.media.onDigit((digit) => {
        this.#digits.set(leg.callSid, (this.#digits.get(leg.callSid) ?? '') + digit);
      });
    }
    this.#digits.set(leg.callSid, '');
    return digits ?? '';
  }

  #leg(callSid: string): Leg {
    const leg = this.#twilio.calls.find((one) => one.callSid === callSid);
    if (!leg) throw new Error(`There is no call ${callSid}.`);
    return leg;
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
