import type { OutsideCall } from '../../../demo/local-twilio/index.js';
import { tone } from '../../../demo/local-twilio/media/sources/tone.js';
import { until } from '../media/until.js';
import type { SdkPage, SdkStage } from './sdk-page.js';

/** What an outside caller says. */
const CALLER_IN_HERTZ = 880;
const CEILING_IN_MILLISECONDS = 30_000;

/** A page's first call, which came from outside. */
export interface SdkCall {
  readonly page: SdkPage;
  readonly call: OutsideCall;
  /** That of the page's leg. */
  readonly callSid: string;
}

/** A page where it rings; who calls hums. */
export async function ringAt(stage: SdkStage, identity: string): Promise<SdkCall> {
  const page = await stage.register(identity);
  const call = callFromOutside(stage, identity);
  await page.event('call 1 incoming');
  const { parameters } = await page.do<{ parameters: Record<string, string> }>('describeCall', 1);
  return { page, call, callSid: parameters['CallSid'] ?? '' };
}

/** A page in a call, hearing the caller. */
export async function talkAt(stage: SdkStage, identity: string): Promise<SdkCall> {
  const ringing = await ringAt(stage, identity);
  await ringing.page.do('accept', 1);
  await ringing.call.answered;
  await hearsTheCaller(ringing.page);
  return ringing;
}

export function callFromOutside(stage: SdkStage, identity: string): OutsideCall {
  const twiml = `<Response><Dial answerOnBridge="true"><Client>${identity}</Client></Dial></Response>`;
  const call = stage.twilio.callPhoneNumber({ from: '+12025550123', as: 'silent', twiml });
  call.say(tone(CALLER_IN_HERTZ));
  return call;
}

export function hearsTheCaller(page: SdkPage, number = 1) {
  return until(
    () => page.hears(number),
    ({ rms, frequency }) => rms > 0.05 && Math.abs(frequency - CALLER_IN_HERTZ) < 15,
    CEILING_IN_MILLISECONDS,
  );
}
