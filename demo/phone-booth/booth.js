import { CallAudio } from './call-audio.js';
import { Line } from './line.js';

const RETRY_IN_MILLISECONDS = 2000;

const endings = {
  completed: 'The call is over',
  busy: 'Busy',
  'no-answer': 'Nobody answered',
  canceled: 'They stopped ringing',
};

/**
 * One booth: a line, at most one call, and what stands on the display. Dispatches `change` whenever `state`,
 * `status` or `openedAt` does.
 *
 * States: connecting, ready, dialing, ringing (here), open.
 */
export class Booth extends EventTarget {
  state = 'connecting';
  status = 'Connecting to the network';
  /** When the talk began, by `performance.now()`; null when there is none. */
  openedAt = null;
  number = '';
  portalNumber = '';
  #line = new Line();
  #call = null;
  #audio = null;
  #offer = null;

  constructor() {
    super();
    this.#line.addEventListener('frame', ({ detail }) => this.#handleFrame(detail));
    this.#line.addEventListener('lost', () => this.#handleLost());
  }

  /**
   * Takes the first number that no other booth has, and keeps trying while the network is away.
   * @param {string} address Of local Twilio.
   * @param {string[]} numbers In E.164, best first.
   */
  async connect(address, numbers) {
    this.reconnect = () => this.connect(address, numbers);
    for (const number of numbers) {
      try {
        const { phoneNumber } = await this.#line.connect(address, number);
        Object.assign(this, { number, portalNumber: phoneNumber });
        return this.#show('ready', 'Ready to call');
      } catch (error) {
        if (error.code !== 'number-taken') return;
      }
    }
  }

  async dial(to) {
    if (this.state !== 'ready') return;
    const call = crypto.randomUUID();
    this.#call = call;
    this.#show('dialing', `Calling ${to}`);
    if (!(await this.#openAudio(call))) return;
    const sdp = await this.#audio.offer();
    this.#line.send({ type: 'dial', call, to, sdp });
  }

  async answer() {
    if (this.state !== 'ringing') return;
    const call = this.#call;
    if (!(await this.#openAudio(call))) return;
    const sdp = await this.#audio.answer(this.#offer);
    if (this.#call !== call) return;
    this.#line.send({ type: 'answer', call, sdp });
    this.#open();
  }

  hangUp() {
    if (this.#call === null) return;
    this.#line.send({ type: this.state === 'ringing' ? 'reject' : 'hangup', call: this.#call });
    this.#end('Ready to call');
  }

  press(digit) {
    if (this.state === 'open') this.#line.send({ type: 'digits', call: this.#call, digits: digit });
  }

  /** False when the microphone is refused, or when the call ended while the browser asked for it. */
  async #openAudio(call) {
    try {
      const audio = await CallAudio.open();
      if (this.#call === call) {
        this.#audio = audio;
        return true;
      }
      audio.close();
    } catch {
      if (this.#call === call) this.#refuseWithoutMicrophone();
    }
    return false;
  }

  #refuseWithoutMicrophone() {
    const advice = 'The booth may not use your microphone. Allow it beside the address and try again';
    if (this.state === 'ringing') this.#show('ringing', advice);
    else this.#end(advice);
  }

  async #handleFrame(frame) {
    if (frame.type === 'ring') return this.#handleRing(frame);
    if (frame.call !== this.#call) return;
    if (frame.sdp) await this.#audio?.acceptAnswer(frame.sdp);
    if (frame.call !== this.#call) return;
    if (frame.type === 'ringing') this.#show('dialing', 'Ringing there');
    if (frame.type === 'answer') this.#open();
    if (frame.type === 'hangup') this.#end(endings[frame.reason] ?? frame.message ?? 'The call failed');
  }

  #handleRing({ call, from, name, sdp }) {
    this.#call = call;
    this.#offer = sdp;
    this.#show('ringing', `${name ?? from} is calling`);
  }

  #handleLost() {
    this.#end('The network is away, trying again');
    this.#show('connecting', this.status);
    setTimeout(() => this.reconnect(), RETRY_IN_MILLISECONDS);
  }

  #open() {
    this.openedAt = performance.now();
    this.#show('open', 'Connected, speak');
  }

  #end(status) {
    this.#audio?.close();
    this.#audio = null;
    this.#call = null;
    this.openedAt = null;
    this.#show('ready', status);
  }

  #show(state, status) {
    this.state = state;
    this.status = status;
    this.dispatchEvent(new Event('change'));
  }
}
