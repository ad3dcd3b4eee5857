import { expect } from '@open-wc/testing';
import { isPhoneError } from '../../src/core/phone-error.js';
import { createMicrophone } from '../../src/media/microphone.js';

/** A browser's prompt, answered by the test. */
class Prompt {
  asked = 0;
  readonly #answers: { grant(stream: MediaStream): void; refuse(error: Error): void }[] = [];

  readonly open = (): Promise<MediaStream> => {
    this.asked += 1;
    return new Promise((grant, refuse) => this.#answers.push({ grant, refuse }));
  };

  grant(stream: MediaStream): void {
    this.#answers.shift()?.grant(stream);
  }

  refuse(name: string): void {
    this.#answers.shift()?.refuse(new DOMException('Permission denied', name));
  }
}

describe('the microphone', () => {
  const context = new AudioContext();
  let prompt = new Prompt();

  beforeEach(() => {
    prompt = new Prompt();
  });

  after(() => context.close());

  function createStream(): MediaStream {
    return context.createMediaStreamDestination().stream;
  }

  function trackOf(stream: MediaStream): MediaStreamTrack {
    const [track] = stream.getAudioTracks();
    if (!track) throw new Error('The stream has no track.');
    return track;
  }

  it('is asked for once: the call takes over what was opened before it', async () => {
    const microphone = createMicrophone(prompt.open);
    const acquired = microphone.acquire();
    const stream = createStream();
    prompt.grant(stream);
    await acquired;
    expect(await microphone.getUserMedia()).to.equal(stream);
    expect(prompt.asked).to.equal(1);
  });

  it('is asked for once by all who want it at the same time', async () => {
    const microphone = createMicrophone(prompt.open);
    const both = Promise.all([microphone.acquire(), microphone.acquire()]);
    prompt.grant(createStream());
    await both;
    await microphone.acquire();
    expect(prompt.asked).to.equal(1);
  });

  it('is opened by the call itself when nobody did before', async () => {
    const microphone = createMicrophone(prompt.open);
    const asked = microphone.getUserMedia();
    const stream = createStream();
    prompt.grant(stream);
    expect(await asked).to.equal(stream);
  });

  it('is given to one call only', async () => {
    const microphone = createMicrophone(prompt.open);
    const acquired = microphone.acquire();
    prompt.grant(createStream());
    await acquired;
    const first = await microphone.getUserMedia();
    const second = microphone.getUserMedia();
    prompt.grant(createStream());
    expect(await second).not.to.equal(first);
  });

  it('is opened anew for a call that has one, and handed over when it is asked for', async () => {
    const microphone = createMicrophone(prompt.open);
    const asked = microphone.getUserMedia();
    const first = createStream();
    prompt.grant(first);
    await asked;
    const reopened = microphone.reopen();
    const second = createStream();
    prompt.grant(second);
    await reopened;
    expect(trackOf(first).readyState, 'until another takes its place').to.equal('live');
    expect(await microphone.getUserMedia()).to.equal(second);
  });

  it('stays what it was when it cannot be opened anew', async () => {
    const microphone = createMicrophone(prompt.open);
    const asked = microphone.getUserMedia();
    const first = createStream();
    prompt.grant(first);
    await asked;
    const reopened = microphone.reopen().catch((error: unknown) => error);
    prompt.refuse('NotReadableError');
    expect(isPhoneError(await reopened)).to.equal(true);
    expect(trackOf(first).readyState).to.equal('live');
  });

  it('is in use from the moment that a call has it, though it ends by itself', async () => {
    const microphone = createMicrophone(prompt.open);
    expect([microphone.isInUse, microphone.stream]).to.deep.equal([false, null]);
    const asked = microphone.getUserMedia();
    prompt.grant(createStream());
    const track = trackOf(await asked);
    expect(microphone.stream?.getTracks()).to.deep.equal([track]);
    track.stop();
    expect([microphone.isInUse, microphone.stream]).to.deep.equal([true, null]);
    microphone.stop();
    expect(microphone.isInUse).to.equal(false);
  });

  it('is opened anew when it was unplugged while it was kept', async () => {
    const microphone = createMicrophone(prompt.open);
    const acquired = microphone.acquire();
    const unplugged = createStream();
    prompt.grant(unplugged);
    await acquired;
    trackOf(unplugged).stop();
    const asked = microphone.getUserMedia();
    const fresh = createStream();
    prompt.grant(fresh);
    expect(await asked).to.equal(fresh);
  });

  it('is let go of when no call took it', async () => {
    const microphone = createMicrophone(prompt.open);
    const acquired = microphone.acquire();
    const stream = createStream();
    prompt.grant(stream);
    await acquired;
    microphone.release();
    expect(trackOf(stream).readyState).to.equal('ended');
  });

  it('is let go of at once when the person grants it too late', async () => {
    const microphone = createMicrophone(prompt.open);
    const acquired = microphone.acquire();
    microphone.release();
    const stream = createStream();
    prompt.grant(stream);
    await acquired;
    expect(trackOf(stream).readyState).to.equal('ended');
  });

  it('is kept when it is wanted again before the person granted it', async () => {
    const microphone = createMicrophone(prompt.open);
    const first = microphone.acquire();
    microphone.release();
    const second = microphone.acquire();
    const stream = createStream();
    prompt.grant(stream);
    await Promise.all([first, second]);
    expect(trackOf(stream).readyState).to.equal('live');
    expect(prompt.asked).to.equal(1);
  });

  it('stays with the call that took it when it is released', async () => {
    const microphone = createMicrophone(prompt.open);
    const acquired = microphone.acquire();
    prompt.grant(createStream());
    await acquired;
    const stream = await microphone.getUserMedia();
    microphone.release();
    expect(trackOf(stream).readyState).to.equal('live');
  });

  it('is stopped, in all that was handed out, after the last call', async () => {
    const microphone = createMicrophone(prompt.open);
    const streams: MediaStream[] = [];
    for (let count = 0; count < 2; count += 1) {
      const asked = microphone.getUserMedia();
      prompt.grant(createStream());
      streams.push(await asked);
    }
    microphone.stop();
    expect(streams.map((stream) => trackOf(stream).readyState)).to.deep.equal(['ended', 'ended']);
  });

  it('says why it did not open, to whoever asks and afterwards, until it opens', async () => {
    const microphone = createMicrophone(prompt.open);
    const acquired = microphone.acquire().catch((error: unknown) => error);
    prompt.refuse('NotReadableError');
    expect(await acquired).to.include({ code: 'microphone-busy' });
    expect(microphone.failure).to.equal(await acquired);
    const again = microphone.acquire();
    prompt.grant(createStream());
    await again;
    expect(microphone.failure).to.equal(null);
  });

  it('may be asked for again after it was refused', async () => {
    const microphone = createMicrophone(prompt.open);
    const refused = microphone.acquire().catch((error: unknown) => error);
    prompt.refuse('NotAllowedError');
    await refused;
    const acquired = microphone.acquire();
    prompt.grant(createStream());
    await acquired;
    expect(prompt.asked).to.equal(2);
  });

  it('is known to open without a question where it was granted', async () => {
    expect(await createMicrophone(prompt.open).isGranted()).to.equal(true);
  });

  for (const state of ['prompt', 'denied']) {
    it(`is known not to open without a question where the permission is ${state}`, async () => {
      const { query } = navigator.permissions;
      navigator.permissions.query = () => Promise.resolve({ state } as PermissionStatus);
      try {
        const microphone = createMicrophone(prompt.open);
        expect(await microphone.isGranted()).to.equal(false);
        const acquired = microphone.acquire();
        prompt.grant(createStream());
        await acquired;
        expect(await microphone.isGranted(), 'while it is kept open').to.equal(true);
      } finally {
        navigator.permissions.query = query;
      }
    });
  }

  it('is not taken for granted where the browser cannot be asked', async () => {
    const { query } = navigator.permissions;
    navigator.permissions.query = () => Promise.reject(new TypeError('microphone is not a permission'));
    try {
      expect(await createMicrophone(prompt.open).isGranted()).to.equal(false);
    } finally {
      navigator.permissions.query = query;
    }
  });

  it('is missing, not broken, where the page has no media devices at all', async () => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
    try {
      const failure = await createMicrophone()
        .acquire()
        .catch((error: unknown) => error);
      expect(failure).to.include({ code: 'page-not-secure' });
    } finally {
      Object.defineProperty(globalThis, 'isSecureContext', { value: true, configurable: true });
      Reflect.deleteProperty(navigator, 'mediaDevices');
    }
  });

  it('is the browser’s own', async () => {
    const microphone = createMicrophone();
    await microphone.acquire();
    const stream = await microphone.getUserMedia();
    expect(trackOf(stream)).to.include({ kind: 'audio', readyState: 'live' });
    microphone.stop();
    expect(trackOf(stream).readyState).to.equal('ended');
  });
});
