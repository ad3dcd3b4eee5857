import { expect } from '@open-wc/testing';
import type {
  CallPort,
  CallPortEvent,
  DevicePort,
  DevicePortEvent,
  TokenAnswer,
} from '../../src/core/ports.js';
import { FakeDevicePort } from '../support/fake-ports.js';
import { ECHO, hangUp, putThroughTo, startLocalTwilio } from './support/local-twilio.js';
import { PhoneLine } from './support/phone-line.js';
import { Recorder } from './support/recorder.js';

/** A device and somebody who calls it. */
interface World {
  readonly device: DevicePort;
  readonly answer: TokenAnswer;
  /** Somebody calls. */
  ring(): Promise<unknown>;
}

/** What a script does to a world, with the recorders of what the ports tell. */
type Script = (world: World, device: Recorder<DevicePortEvent>, record: Record) => Promise<unknown>;
type Record = (call: CallPort) => Recorder<CallPortEvent>;

/**
 * Everything else is tested with fake ports, so those must do what the real ones do. Each script is run
 * against both; what they tell must be the same, and what is written here.
 */
const scripts: readonly (readonly [string, Script, readonly string[]])[] = [
  ['register', ({ device, answer }) => device.register(answer), ['registering', 'registered']],
  [
    'register and unregister',
    async ({ device, answer }) => {
      await device.register(answer);
      await device.unregister();
    },
    ['registering', 'registered', 'unregistered'],
  ],
  [
    'register and be destroyed',
    async ({ device, answer }) => {
      await device.register(answer);
      device.destroy();
    },
    ['registering', 'registered', 'destroyed'],
  ],
  [
    'register with a fresh token',
    async ({ device, answer }) => {
      await device.register(answer);
      device.updateToken(answer);
    },
    ['registering', 'registered'],
  ],
  [
    'answer and hang up',
    async (world, device, record) => {
      const { call, events } = await ring(world, device, record);
      call.accept();
      await events.until('accept');
      call.disconnect();
    },
    ['registering', 'registered', 'incoming', 'connecting', 'accept', 'disconnect'],
  ],
  [
    'decline',
    async (world, device, record) => (await ring(world, device, record)).call.reject(),
    ['registering', 'registered', 'incoming', 'reject'],
  ],
  [
    'ignore',
    async (world, device, record) => (await ring(world, device, record)).call.ignore(),
    ['registering', 'registered', 'incoming', 'ignore'],
  ],
  [
    'mute and un-mute',
    async (world, device, record) => {
      const { call, events } = await ring(world, device, record);
      call.accept();
      await events.until('accept');
      call.mute(true);
      call.mute(false);
    },
    ['registering', 'registered', 'incoming', 'connecting', 'accept', 'mute', 'mute'],
  ],
  [
    'mute before the answer',
    async (world, device, record) => {
      const { call, events } = await ring(world, device, record);
      call.mute(true);
      call.accept();
      await events.until('accept');
    },
    ['registering', 'registered', 'incoming', 'mute', 'connecting', 'accept'],
  ],
  [
    'key digits',
    async (world, device, record) => {
      const { call, events } = await ring(world, device, record);
      call.accept();
      await events.until('accept');
      call.sendDigits('1w2#');
    },
    ['registering', 'registered', 'incoming', 'connecting', 'accept'],
  ],
  [
    'place a call and hang up at once',
    async ({ device, answer }, _recorder, record) => {
      const call = await device.makeCall(answer, { To: ECHO });
      record(call);
      call.disconnect();
    },
    ['disconnect'],
  ],
];

/** Lets somebody call a registered device. */
async function ring(
  { device, answer, ring: call }: World,
  recorder: Recorder<DevicePortEvent>,
  record: Record,
): Promise<{ readonly call: CallPort; readonly events: Recorder<CallPortEvent> }> {
  await device.register(answer);
  await call();
  const incoming = await recorder.until('incoming');
  return { call: incoming.call, events: record(incoming.call) };
}

/** Runs a script and answers what was told, in order. */
async function run(script: Script, world: World): Promise<readonly string[]> {
  const told: string[] = [];
  const note = ({ type }: { readonly type: string }) => told.push(type);
  const recorder = new Recorder<DevicePortEvent>(world.device);
  world.device.subscribe(note);
  await script(world, recorder, (call) => {
    call.subscribe(note);
    return new Recorder<CallPortEvent>(call);
  });
  return told;
}

describe('the fake ports do what the real ones do', () => {
  let line: PhoneLine;

  before(async () => {
    await startLocalTwilio();
    await putThroughTo(ECHO);
  });

  beforeEach(() => {
    line = new PhoneLine();
  });

  afterEach(async () => {
    line.port.destroy();
    await hangUp();
  });

  for (const [name, script, expected] of scripts) {
    it(name, async () => {
      const answer = await line.createAnswer();
      const fake = new FakeDevicePort();
      expect(
        await run(script, { device: fake, answer, ring: () => Promise.resolve(fake.ring()) }),
        'the fake',
      ).to.deep.equal(expected);
      expect(
        await run(script, { device: line.port, answer, ring: () => line.ring() }),
        'the real',
      ).to.deep.equal(expected);
    });
  }
});
