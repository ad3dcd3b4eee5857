const phone = document.querySelector('twilio-phone');
const toggle = document.querySelector('#toggle');
const night = document.querySelector('#night');

toggle.addEventListener('click', () => {
  if (phone.isConnected) phone.remove();
  else document.querySelector('main').append(phone);
  toggle.textContent = `${phone.isConnected ? 'Hide' : 'Show'} the phone`;
});

night.addEventListener('change', () => {
  if (night.checked) phone.setAttribute('color-scheme', 'dark');
  else phone.removeAttribute('color-scheme');
  phone.toggleAttribute('without-history', night.checked);
});

phone.addEventListener('call-incoming', ({ call }) => log(`${call.from} calls`));
phone.addEventListener('call-disconnect', ({ call }) => log(`${call.from} is gone`));

function log(line) {
  const item = document.createElement('li');
  item.textContent = line;
  document.querySelector('ol').append(item);
}
