/**
 * The least that takes a call with the Voice SDK: its own defaults, a line of text and a button. The benchmark
 * runs it beside our phone.
 */
import { Device } from '@twilio/voice-sdk';

const response = await fetch('/api/twilio/token');
const { token } = await response.json();
const device = new Device(token);
device.on('error', (error) => console.error(error));
device.on('incoming', show);
device.on('registered', () => (document.documentElement.dataset.isReady = 'true'));
await device.register();

function show(call) {
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'alertdialog');
  dialog.textContent = call.parameters.From;
  const answer = document.createElement('button');
  answer.textContent = 'Answer';
  answer.addEventListener('click', () => call.accept());
  dialog.append(answer);
  document.body.append(dialog);
  for (const end of ['disconnect', 'cancel', 'reject']) call.on(end, () => dialog.remove());
}
