import { expect } from '@open-wc/testing';
import { isPhoneError } from '../../src/core/phone-error.js';
import { createRinger } from '../../src/media/ringer.js';
import type { ClockPort } from '../../src/core/ports.js';
import { FakeClock } from '../support/fake-clock.js';

/** An AudioContext that runs, but that the test listens to in the loudspeaker's place. */
class ListenedContext extends AudioContext {
  readonly #ear = new AnalyserNode(this, { fftSize: 2_048, smoothingTimeConstant: 0 });

  override get destination(): AudioDestinationNode {
    return (this.#ear ?? super.destination) as unknown as AudioDestinationNode;
  }

  connectEar(): this {
    this.#ear.connect(super.destination);
    return this;
  }

  get level(): number {
    const samples = new Float32Array(this.#ear.fftSize);
    this.#ear.getFloatTimeDomainData(samples);
    return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  }
}

/** An AudioContext that the browser keeps silent until the test lets it run. */
class BlockedContext extends AudioContext {
  resumes = 0;
  #state: AudioContextState = 'suspended';
  #mayRun = false;

  override get state(): AudioContextState {
    return this.#state;
  }

  override async resume(): Promise<void> {
    this.resumes += 1;
    if (this.#mayRun) this.become('running');
    else await new Promise(() => undefined);
  }

  allow(): void {
    this.#mayRun = true;
  }

  become(state: AudioContextState): void {
    this.#state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

describe('the ringer', () => {
  const contexts: AudioContext[] = [];
  const ringers: { destroy(): void }[] = [];

  afterEach(() => {
    for (const ringer of ringers.splice(0)) ringer.destroy();
    contexts.splice(0);
  });

  function create<Context extends AudioContext>(context: Context, clock: ClockPort = new FakeClock()) {
    const made: Context[] = [];
    const ringer = createRinger({
      clock,
      createAudioContext: () => {
        made.push(context);
        return context;
      },
    });
    ringers.push(ringer);
    return { ringer, context, made };
  }

  async function until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  describe('where sound may play', () => {
    it('is heard, again and again, until it is stopped', async () => {
      const { ringer, context } = create(new ListenedContext().connectEar());
      ringer.start();
      await until(() => context.level > 0.05);
      ringer.stop();
      await until(() => context.level === 0);
    });

    it('does not ring twice as loud when it is asked twice', async () => {
      const { ringer, context } = create(new ListenedContext().connectEar());
      ringer.start();
      ringer.start();
      await until(() => context.level > 0.05);
      ringer.stop();
      await until(() => context.level === 0);
    });

    it('rings again after it was stopped', async () => {
      const { ringer, context } = create(new ListenedContext().connectEar());
      ringer.start();
      ringer.stop();
      ringer.start();
      await until(() => context.level > 0.05);
      ringer.stop();
      await until(() => context.level === 0);
    });

    it('may be stopped without having rung', () => {
      create(new ListenedContext().connectEar()).ringer.stop();
    });

    it('announces by a sound that ends by itself', async () => {
      const { ringer, context } = create(new ListenedContext().connectEar());
      await until(() => context.state === 'running');
      ringer.announce();
      await until(() => context.level > 0.05);
      await until(() => context.level === 0);
    });

    it('rings as loud as it is told, while it rings too', async () => {
      const { ringer, context } = create(new ListenedContext().connectEar());
      ringer.setVolume(0);
      ringer.start();
      const peak = async () => {
        let highest = 0;
        const endsAt = context.currentTime + 0.5;
        await until(() => {
          highest = Math.max(highest, context.level);
          return context.currentTime > endsAt;
        });
        return highest;
      };
      expect(await peak()).to.equal(0);
      ringer.setVolume(1);
      expect(await peak()).to.be.greaterThan(0.05);
      ringer.setVolume(0.1);
      await peak();
      expect(await peak()).to.be.lessThan(0.05);
    });

    it('rings on the default when the chosen device does not take it', async () => {
      const { ringer, context } = create(new ListenedContext().connectEar());
      await ringer.setDevice('gone');
      ringer.start();
      await until(() => context.level > 0.05);
      ringer.stop();
      await until(() => context.level === 0);
    });

    it('says that a device does not take it when that is chosen while it rings, and rings on', async () => {
      const { ringer, context } = create(new ListenedContext().connectEar());
      ringer.start();
      const failure: unknown = await ringer.setDevice('gone').catch((error: unknown) => error);
      expect(isPhoneError(failure) && failure.code).to.equal('speaker-failed');
      await until(() => context.level > 0.05);
    });

    it('uses one AudioContext for all its rings', () => {
      const { ringer, made } = create(new ListenedContext().connectEar());
      for (let ring = 0; ring < 3; ring += 1) {
        ringer.start();
        ringer.stop();
      }
      expect(made).to.have.length(1);
    });

    it('does not say that sound is blocked while it only begins', async () => {
      const clock = new FakeClock();
      const { ringer, context } = create(new ListenedContext().connectEar(), clock);
      const told: boolean[] = [];
      ringer.subscribe((isSoundBlocked) => told.push(isSoundBlocked));
      clock.tick(299);
      await until(() => context.state === 'running');
      clock.tick(10_000);
      expect(told).to.deep.equal([]);
    });
  });

  describe('where the browser keeps the page silent', () => {
    function createBlocked() {
      const clock = new FakeClock();
      const told: boolean[] = [];
      const created = create(new BlockedContext(), clock);
      created.ringer.subscribe((isSoundBlocked) => told.push(isSoundBlocked));
      return { ...created, clock, told };
    }

    it('says so before anybody calls', () => {
      const { clock, told } = createBlocked();
      clock.tick(300);
      expect(told).to.deep.equal([true]);
    });

    it('says so once, however often it rings', () => {
      const { ringer, clock, told } = createBlocked();
      for (let ring = 0; ring < 3; ring += 1) {
        ringer.start();
        clock.tick(1_000);
        ringer.stop();
      }
      expect(told).to.deep.equal([true]);
    });

    for (const gesture of ['click', 'pointerup', 'touchend', 'keydown']) {
      it(`sounds by itself at the first ${gesture} while it rings`, async () => {
        const { ringer, context, clock, told } = createBlocked();
        ringer.start();
        clock.tick(300);
        context.allow();
        document.body.dispatchEvent(new Event(gesture, { bubbles: true }));
        await Promise.resolve();
        expect(context.state).to.equal('running');
        expect(told).to.deep.equal([true, false]);
      });
    }

    it('wakes for a click that the page keeps to itself', async () => {
      const { context } = createBlocked();
      const button = document.createElement('button');
      button.addEventListener('click', (event) => event.stopPropagation());
      document.body.append(button);
      context.allow();
      button.click();
      button.remove();
      await Promise.resolve();
      expect(context.state).to.equal('running');
    });

    it('is silent when the click comes after it was stopped', () => {
      const { ringer, context } = createBlocked();
      ringer.start();
      const disconnected: AudioNode[] = [];
      const { disconnect } = AudioNode.prototype;
      AudioNode.prototype.disconnect = function (this: AudioNode) {
        disconnected.push(this);
      };
      ringer.stop();
      AudioNode.prototype.disconnect = disconnect;
      expect(disconnected.some((node) => node instanceof GainNode)).to.equal(true);
      context.become('running');
    });

    it('announces nothing: heard later, it would be about nothing', () => {
      const { ringer, context } = createBlocked();
      let started = 0;
      const { start } = AudioBufferSourceNode.prototype;
      AudioBufferSourceNode.prototype.start = () => (started += 1);
      ringer.announce();
      AudioBufferSourceNode.prototype.start = start;
      expect(started).to.equal(0);
      expect(context.resumes).to.be.greaterThan(0);
    });

    it('fault 37, simulated: says so when the system takes the sound away, and when it gives it back', () => {
      const { context, clock, told } = createBlocked();
      context.become('running');
      context.become('interrupted');
      clock.tick(300);
      context.become('running');
      expect(told).to.deep.equal([true, false]);
    });

    it('asks for its sound back when the page is looked at again', () => {
      const { context } = createBlocked();
      const before = context.resumes;
      document.dispatchEvent(new Event('visibilitychange'));
      expect(context.resumes).to.equal(before + 1);
    });

    it('listens to nothing any more after it is destroyed', () => {
      const { ringer, context, clock } = createBlocked();
      ringer.destroy();
      const before = context.resumes;
      document.body.dispatchEvent(new Event('click', { bubbles: true }));
      expect(context.resumes).to.equal(before);
      expect(clock.pendingTimers).to.equal(0);
    });
  });
});
