import { expect } from '@open-wc/testing';
import type { CallPortEvent } from '../../src/core/ports.js';
import { CallSound } from '../../src/twilio/call-sound.js';
import { FakeCallAudio } from './support/fake-call-audio.js';
import { FakeSdkCall } from './support/fake-sdk-call.js';

describe('the sound of one call', () => {
  let call: FakeSdkCall;
  let audio: FakeCallAudio;
  let events: CallPortEvent[];
  let sound: CallSound;

  beforeEach(() => {
    call = new FakeSdkCall();
    audio = new FakeCallAudio();
    events = [];
    sound = new CallSound(call, audio, (event) => events.push(event));
  });

  /** Whether the SDK was last told to switch the sent track off. */
  const isSentTrackOff = () => call.commands.at(-1) === 'mute(true)';

  describe('that still rings', () => {
    it('does not touch the audio, which may be in another call', () => {
      sound.mute(true);
      sound.hold(true);
      expect(audio.wishes).to.deep.equal([]);
      sound.end();
      expect(audio.wishes).to.deep.equal([]);
    });

    it('is muted in the SDK, so that it begins so', () => {
      sound.mute(true);
      expect(isSentTrackOff()).to.be.true;
      expect(events).to.deep.equal([{ type: 'mute', isMuted: true }]);
      sound.begin();
      expect(audio.isMuted).to.be.true;
      expect(isSentTrackOff()).to.be.true;
    });

    it('cannot be held, and says so', () => {
      sound.hold(true);
      expect(events).to.deep.equal([{ type: 'hold', isOnHold: false }]);
    });

    it('does not hear of talking into the other call', () => {
      audio.tell({ type: 'talking-while-muted', isTalking: true });
      expect(events).to.deep.equal([]);
    });

    it('hears whether it could be held', () => {
      audio.tell({ type: 'hold-available', isHoldAvailable: false });
      expect(events).to.deep.equal([{ type: 'hold-available', isHoldAvailable: false }]);
    });
  });

  describe('that has begun', () => {
    beforeEach(() => sound.begin());

    it('begins neither muted nor on hold, whatever the last one was', () => {
      expect([audio.isMuted, audio.isOnHold]).to.deep.equal([false, false]);
      expect(isSentTrackOff()).to.be.false;
    });

    const states = [
      { isMuted: false, isOnHold: false, isOff: false },
      { isMuted: true, isOnHold: false, isOff: true },
      { isMuted: false, isOnHold: true, isOff: false },
      { isMuted: true, isOnHold: true, isOff: false },
    ];
    for (const { isMuted, isOnHold, isOff } of states) {
      it(`${isOff ? 'sends nothing' : 'sends'} when ${isMuted ? '' : 'not '}muted and ${isOnHold ? '' : 'not '}on hold`, () => {
        sound.mute(isMuted);
        sound.hold(isOnHold);
        expect([audio.isMuted, audio.isOnHold, isSentTrackOff()]).to.deep.equal([isMuted, isOnHold, isOff]);
      });
    }

    it('tells mute once, and nothing when nothing changes', () => {
      sound.mute(true);
      sound.mute(true);
      sound.mute(false);
      expect(events).to.deep.equal([
        { type: 'mute', isMuted: true },
        { type: 'mute', isMuted: false },
      ]);
    });

    it('tells hold, and does not say that it is unmuted, although the SDK is', () => {
      sound.mute(true);
      events.splice(0);
      sound.hold(true);
      sound.hold(false);
      expect(events).to.deep.equal([
        { type: 'hold', isOnHold: true },
        { type: 'hold', isOnHold: false },
      ]);
    });

    it('switches off in the audio before it lets the SDK switch on', () => {
      sound.mute(true);
      audio.wishes.splice(0);
      audio.onWish = () => audio.wishes.push(String(call.commands.at(-1)));
      sound.hold(true);
      expect(audio.wishes).to.deep.equal(['hold(true)', 'mute(true)']);
    });

    it('answers a hold that is not possible with what is', () => {
      audio.isHoldAvailable = false;
      sound.hold(true);
      expect(events).to.deep.equal([{ type: 'hold', isOnHold: false }]);
      expect(audio.isOnHold).to.be.false;
    });

    it('can be resumed even when holding is no longer possible', () => {
      sound.hold(true);
      audio.isHoldAvailable = false;
      sound.hold(false);
      expect(events.at(-1)).to.deep.equal({ type: 'hold', isOnHold: false });
    });

    it('has the SDK switch the track off when the music cannot be mixed in any more', () => {
      sound.hold(true);
      expect(isSentTrackOff()).to.be.false;
      audio.isHoldAvailable = false;
      audio.tell({ type: 'hold-available', isHoldAvailable: false });
      expect(isSentTrackOff()).to.be.true;
    });

    it('passes on that somebody talks while muted', () => {
      audio.tell({ type: 'talking-while-muted', isTalking: true });
      expect(events).to.deep.equal([{ type: 'talking-while-muted', isTalking: true }]);
    });

    it('gets the hold music ready when it is open, and not before', () => {
      expect(audio.wishes).not.to.include('prepareHold');
      call.emit('accept', call);
      expect(audio.wishes.filter((wish) => wish === 'prepareHold')).to.have.length(1);
    });

    it('leaves the microphone closed at its end, for the SDK may be sending still', () => {
      sound.hold(true);
      sound.end();
      expect([audio.isMuted, audio.isOnHold]).to.deep.equal([true, false]);
      events.splice(0);
      audio.tell({ type: 'talking-while-muted', isTalking: true });
      expect(events).to.deep.equal([]);
    });
  });

  describe('from the far end', () => {
    const createStream = (): MediaStream => {
      const { stream } = new MediaStreamAudioDestinationNode(new AudioContext());
      return stream;
    };
    const isHeard = (stream: MediaStream) => stream.getAudioTracks().every(({ enabled }) => enabled);

    beforeEach(() => sound.begin());

    it('is not heard while on hold', () => {
      const stream = createStream();
      call.remoteStream = stream;
      call.emit('audio');
      sound.hold(true);
      expect(isHeard(stream)).to.be.false;
      sound.hold(false);
      expect(isHeard(stream)).to.be.true;
    });

    for (const event of ['audio', 'accept', 'reconnected']) {
      it(`is not heard either when it comes anew with ${event}`, () => {
        sound.hold(true);
        const stream = createStream();
        call.remoteStream = stream;
        call.emit(event);
        expect(isHeard(stream)).to.be.false;
      });
    }
  });
});
