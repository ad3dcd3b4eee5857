/* The examples' own script: a voice calls when it is asked to. With a real account any telephone does. */
for (const button of document.querySelectorAll('[data-voice-call]')) {
  button.addEventListener('click', () => fetch('/api/demo/voice-call', { method: 'POST' }));
}
