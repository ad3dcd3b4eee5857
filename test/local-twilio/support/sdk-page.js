/** In a page: the real Voice SDK, driven by a test and writing down every event. */
import { Device } from '/voice-sdk.js';

const events = [];
const calls = [];
let device = null;

const deviceEvents = ['registering', 'registered', 'unregistered', 'destroyed', 'error', 'tokenWillExpire'];
const callEvents = [
  'accept',
  'cancel',
  'disconnect',
  'error',
  'messageSent',
  'reconnected',
  'reconnecting',
  'reject',
  'ringing',
  'transportClose',
];

function writeDown(who, name, detail) {
  const told =
    typeof detail === 'boolean' || typeof detail?.code === 'number' ? ` ${detail.code ?? detail}` : '';
  events.push(`${who} ${name}${told}`);
}

function keep(call) {
  const who = `call ${calls.push(call)}`;
  for (const name of callEvents) call.on(name, (detail) => writeDown(who, name, detail));
}

function callOf(number) {
  return calls[number - 1];
}

window.sdkPage = {
  events: () => events,
  start(token) {
    device = new Device(token, { logLevel: 'silent', enableImprovedSignalingErrorPrecision: true });
    for (const name of deviceEvents) device.on(name, (detail) => writeDown('device', name, detail));
    device.on('incoming', (call) => {
      keep(call);
      events.push(`call ${calls.length} incoming`);
    });
  },
  register: () => void device.register().catch((error) => events.push(`register ${error?.code}`)),
  unregister: () => device.unregister(),
  updateToken: (token) => device.updateToken(token),
  describe: () => ({ edge: device.edge, identity: device.identity, state: device.state }),
  async connect(options) {
    keep(await device.connect(options));
  },
  describeCall: (number) => ({
    parameters: callOf(number).parameters,
    customParameters: Object.fromEntries(callOf(number).customParameters),
    status: callOf(number).status(),
    connectToken: callOf(number).connectToken,
  }),
  accept: (number) => callOf(number).accept(),
  reject: (number) => callOf(number).reject(),
  hangUp: (number) => callOf(number).disconnect(),
  sendDigits: ({ number, digits }) => callOf(number).sendDigits(digits),
  sendMessage: (number) =>
    callOf(number).sendMessage({ content: { a: 1 }, messageType: 'user-defined-message' }),
  /** Half a second of what is heard, as floats. */
  async hear(number) {
    const stream = callOf(number).getRemoteStream();
    if (!stream?.getAudioTracks().length) return { samples: [], sampleRateInHertz: 8000 };
    const context = new AudioContext({ sampleRate: 8000 });
    const analyser = new AnalyserNode(context, { fftSize: 4096 });
    context.createMediaStreamSource(stream).connect(analyser);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const samples = new Float32Array(4096);
    analyser.getFloatTimeDomainData(samples);
    await context.close();
    return { samples: Array.from(samples), sampleRateInHertz: 8000 };
  },
};
