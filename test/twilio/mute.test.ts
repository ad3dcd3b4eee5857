import { expect } from '@open-wc/testing';
import { toneBuffer } from '../support/tones.js';
import { framesOf, HeldCall } from './support/held-call.js';
import { startLocalTwilio } from './support/local-twilio.js';

/** -66 dBFS: the two quietest steps of telephone quality. A voice is a hundred times louder. */
const FLOOR = 16 / 32_768;
/** What was said before the mute is under way for less than this, the far end's buffer included. */
const ON_ITS_WAY_IN_MILLISECONDS = 400;
const SWITCHES = 100;

describe('a muted call, as its far end hears it', function () {
  this.timeout(60_000);
  let call: HeldCall;

  before(startLocalTwilio);

  afterEach(() => call.close());

  /** Everything that gives a microphone the chance to be heard, over and over. */
  async function switchAll(times: number): Promise<void> {
    const switches = [
      () => call.switchDevice(),
      () => call.unplugMicrophone(),
      () => call.restartIce(),
      () => call.loseSignalling(),
      async () => {
        await call.hold(true);
        await call.talkFor(40);
        await call.hold(false);
      },
    ];
    for (let index = 0; index < times; index += 1) {
      await switches[index % switches.length]?.();
      await call.talkFor(60);
    }
  }

  it(`fault 32: is silent in every single frame of ${SWITCHES} switches`, async () => {
    // On hold there is silence too, so that any sound at all is a leak.
    call = await HeldCall.open(() => Promise.resolve(null));
    await call.farEndUntil(({ voice }) => voice > 0.1);
    await call.mute(true);
    await call.farEndHears(ON_ITS_WAY_IN_MILLISECONDS);
    await switchAll(SWITCHES);
    const frames = framesOf(await call.farEndHeard());
    expect(frames.length, 'frames heard').to.be.above(3 * SWITCHES);
    expect(frames.filter((frame) => loudest(frame) > FLOOR)).to.have.length(0);
  });

  it('would be caught at it: the same is full of sound when the call is not muted', async () => {
    call = await HeldCall.open(() => Promise.resolve(null));
    await call.farEndHears(ON_ITS_WAY_IN_MILLISECONDS);
    await switchAll(10);
    const frames = framesOf(await call.farEndHeard());
    expect(frames.filter((frame) => loudest(frame) > FLOOR).length).to.be.above(frames.length / 2);
  });

  it('is heard again when it is unmuted after all that', async () => {
    call = await HeldCall.open(() => Promise.resolve(toneBuffer(1_000)));
    await call.mute(true);
    await switchAll(5);
    await call.mute(false);
    await call.farEndUntil(({ voice }) => voice > 0.1);
  });

  it('is told when somebody talks into it, and when it is unmuted', async () => {
    call = await HeldCall.open(() => Promise.resolve(null));
    await call.mute(true);
    const { isTalking } = await call.events.until('talking-while-muted');
    expect(isTalking).to.be.true;
    const from = call.events.events.length;
    await call.mute(false);
    expect((await call.events.until('talking-while-muted', from)).isTalking).to.be.false;
  });

  it('is muted from its first word when it was muted while it rang', async () => {
    call = await HeldCall.open(() => Promise.resolve(null), { isMutedBefore: true });
    await switchAll(2);
    expect(framesOf(await call.farEndHeard()).filter((frame) => loudest(frame) > FLOOR)).to.have.length(0);
  });
});

function loudest(frame: Float32Array): number {
  return frame.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}
