import { CallController } from '../../../src/core/call-controller.js';
import { CallLog } from '../../../src/core/call-log.js';
import type { PhoneFact } from '../../../src/core/phone-fact.js';
import type { PhoneState } from '../../../src/core/phone-state.js';
import { FakeAudioDevices } from '../../support/fake-audio-devices.js';
import { FakeCallHistory } from '../../support/fake-call-history.js';
import { FakeCallsKit } from '../../support/fake-calls-kit.js';
import { FakeClock } from '../../support/fake-clock.js';
import { FakeMicrophone, FakeRinger } from '../../support/fake-ports.js';
import type { PhoneLine } from './phone-line.js';

/** The whole core over the real SDK and local Twilio. Its own time is a fake; the SDK's is not. */
export class WirePhone {
  readonly clock: FakeClock;
  readonly line: PhoneLine;
  readonly controller: CallController;
  readonly facts: PhoneFact[] = [];
  /** Every state that there was. */
  readonly states: PhoneState[] = [];
  tokenRequests = 0;

  constructor(open: (options: { readonly clock: FakeClock }) => PhoneLine) {
    this.clock = new FakeClock();
    this.line = open({ clock: this.clock });
    let calls = 0;
    this.controller = new CallController({
      device: this.line.port,
      calls: new FakeCallsKit(),
      log: new CallLog(this.clock, () => Promise.resolve(new FakeCallHistory())),
      tokens: {
        requestToken: () => {
          this.tokenRequests += 1;
          // Tokens of one second would be the same; so each has a life of its own.
          const answer = this.line.createAnswer({ ttlInSeconds: 3_600 + this.tokenRequests });
          return { answer, abort: () => undefined };
        },
      },
      microphone: new FakeMicrophone(),
      ringer: new FakeRinger(),
      audio: new FakeAudioDevices(),
      clock: this.clock,
      random: () => 0.5,
      createId: () => `call-${(calls += 1)}`,
    });
    this.controller.subscribeToFacts((fact) => this.facts.push(fact));
    this.controller.subscribe((state) => this.states.push(state));
  }

  get isReady(): boolean {
    return this.controller.isDeviceReady();
  }

  count(type: PhoneFact['type']): number {
    return this.facts.filter((fact) => fact.type === type).length;
  }
}
