/* The portal's own script. It knows of the phone what any page does: an element with a method. */

const phone = document.querySelector('twilio-phone');
const notice = document.querySelector('#notice');
const voiceCallButton = document.querySelector('#voice-call');

const { phoneNumber, localTwilioAddress, customers } = await fetchDemo();
document.querySelector('#phone-number').textContent = phoneNumber;
document.querySelector('#repairs').append(...customers.map(createRow));
for (const element of document.querySelectorAll('[data-only]')) {
  element.hidden = (element.dataset.only === 'local') !== (localTwilioAddress !== null);
}
voiceCallButton.addEventListener('click', letVoiceCall);
// What a firm would send to its own records: who, when, how long, how it ended.
phone.addEventListener('call-log', ({ record }) => console.info('Call over:', record));

async function fetchDemo() {
  const response = await fetch('/api/demo');
  return response.json();
}

function createRow(customer) {
  const row = document.querySelector('#repair').content.cloneNode(true);
  for (const cell of row.querySelectorAll('[data-field]')) cell.textContent = customer[cell.dataset.field];
  const button = row.querySelector('button');
  button.setAttribute('aria-label', `Call ${customer.name}`);
  button.addEventListener('click', () => call(customer));
  return row;
}

async function call(customer) {
  notice.textContent = '';
  try {
    await phone.makeCall(customer.phoneNumber);
  } catch (error) {
    notice.textContent = `The call to ${customer.name} did not happen: ${error.message}`;
  }
}

async function letVoiceCall() {
  const response = await fetch('/api/demo/voice-call', { method: 'POST' });
  notice.textContent = response.ok ? '' : 'No voice could be found to call you.';
}
