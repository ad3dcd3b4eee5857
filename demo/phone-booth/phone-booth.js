/* The page of the phone booth: shows a booth and hands it what the person does. */
import { Bell } from './bell.js';
import { Booth } from './booth.js';

const ownNumbers = ['+12025550110', '+12025550111', '+12025550112', '+12025550113'];
const keys = [...'123456789*0#'];
const letters = { 2: 'ABC', 3: 'DEF', 4: 'GHI', 5: 'JKL', 6: 'MNO', 7: 'PQRS', 8: 'TUV', 9: 'WXYZ', 0: '+' };

const page = document.querySelector('main');
const [status, ownNumber, number, timer, call, hangUp] = [
  '#status',
  '#own-number',
  '#number',
  '#timer',
  '#call',
  '#hang-up',
].map((selector) => document.querySelector(selector));
const callLabel = call.querySelector('span');
const bell = new Bell();
const booth = new Booth();
let isRinging = false;

document.querySelector('#keys').append(...keys.map(createKey));
call.addEventListener('click', dialOrAnswer);
hangUp.addEventListener('click', () => booth.hangUp());
number.addEventListener('keydown', ({ key }) => key === 'Enter' && dialOrAnswer());
document.addEventListener('keydown', handleKey);
booth.addEventListener('change', show);
setInterval(showTimer, 250);
await start();

async function start() {
  const response = await fetch('/api/demo');
  const { localTwilioAddress } = await response.json();
  if (localTwilioAddress === null) {
    status.textContent = 'This booth works with local Twilio only. Call from any telephone';
    return;
  }
  await booth.connect(localTwilioAddress, ownNumbers);
}

function dialOrAnswer() {
  if (booth.state === 'ringing') void booth.answer();
  else void booth.dial(number.value.replace(/[\s().-]/g, ''));
}

function press(key) {
  if (booth.state === 'open') booth.press(key);
  else if (booth.state === 'ready') number.value += key;
}

function handleKey({ key, target, ctrlKey, metaKey, altKey }) {
  if (key === 'Escape') booth.hangUp();
  const isTyping = target === number && booth.state === 'ready';
  if (!isTyping && !ctrlKey && !metaKey && !altKey && keys.includes(key)) press(key);
}

function show() {
  const { state } = booth;
  page.dataset.state = state;
  status.textContent = booth.status;
  ownNumber.textContent = booth.number || '…';
  if (!number.value) number.value = booth.portalNumber;
  number.readOnly = state !== 'ready';
  callLabel.textContent = state === 'ringing' ? 'Answer' : 'Call';
  call.disabled = state !== 'ready' && state !== 'ringing';
  hangUp.disabled = state === 'ready' || state === 'connecting';
  ring(state === 'ringing');
  showTimer();
}

function ring(shouldRing) {
  if (shouldRing === isRinging) return;
  isRinging = shouldRing;
  if (shouldRing) bell.start();
  else bell.stop();
  document.title = shouldRing ? 'Ringing · Phone booth' : 'Phone booth';
}

function showTimer() {
  if (booth.openedAt === null) {
    timer.textContent = '';
    return;
  }
  const seconds = Math.floor((performance.now() - booth.openedAt) / 1000);
  timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function createKey(key) {
  const button = document.createElement('button');
  const small = document.createElement('small');
  button.type = 'button';
  button.textContent = key;
  button.setAttribute('aria-label', { '*': 'star', '#': 'pound' }[key] ?? key);
  small.textContent = letters[key] ?? '';
  small.ariaHidden = 'true';
  button.append(small);
  button.addEventListener('click', () => press(key));
  return button;
}
