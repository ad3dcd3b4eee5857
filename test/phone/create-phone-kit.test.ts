import { expect } from '@open-wc/testing';
import type { CallController } from '../../src/core/call-controller.js';
import { createPhone } from '../../src/phone/create-phone.js';
import {
  callFromOutside,
  countSent,
  createAnswer,
  eventually,
  hangUp,
  startLocalTwilio,
} from '../twilio/support/local-twilio.js';

/** What the phone's parts do for each other, over the real SDK. */
describe('a phone that is put together, for sound that does not come or go,', () => {
  const { play } = HTMLMediaElement.prototype;
  const { mediaDevices } = navigator;
  const played = new Set<HTMLMediaElement>();
  let opened = 0;
  let phone: CallController;

  before(startLocalTwilio);

  beforeEach(() => {
    played.clear();
    opened = 0;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      played.add(this);
      return play.call(this);
    };
    mediaDevices.getUserMedia = (constraints) => {
      opened += 1;
      return MediaDevices.prototype.getUserMedia.call(mediaDevices, constraints);
    };
    phone = createPhone({
      tokenProvider: () => createAnswer('mender').then(({ token }) => ({ token })),
      logLevel: 'silent',
      publishEvents: false,
      reportUnexpected: () => undefined,
    });
  });

  afterEach(async () => {
    HTMLMediaElement.prototype.play = play;
    Reflect.deleteProperty(mediaDevices, 'getUserMedia');
    await phone.destroy();
    await hangUp();
  });

  /** The call is open before its sound has found a first path. */
  function receivedSound(): Promise<void> {
    const [call] = phone.getState().calls;
    return new Promise((resolve) => {
      const stop = phone.watchQuality(call?.id ?? '', (samples) => {
        if (!samples.at(-1)?.packetsReceived) return;
        stop();
        resolve();
      });
    });
  }

  it('looks for another path, opens the microphone anew, and plays on what was paused', async () => {
    await phone.register();
    await callFromOutside('mender');
    await eventually(() => phone.getState().calls.length > 0);
    await phone.answerCall();
    const far = () => [...played].find(({ srcObject }) => srcObject instanceof MediaStream);
    await eventually(() => far()?.paused === false);
    await receivedSound();
    const openedBefore = opened;
    const restartsBefore = await countSent('reinvite');
    far()?.pause();

    await phone.reconnectSound();
    expect(opened).to.equal(openedBefore + 1);
    await eventually(async () => (await countSent('reinvite')) === restartsBefore + 1);
    await eventually(() => far()?.paused === false);
    expect(phone.getCurrentCallState()).to.include({ status: 'open', isMuted: false });
  });
});
