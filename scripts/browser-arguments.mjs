/**
 * How tests start Chromium: with a microphone that hums by itself and grants itself, free to make sound,
 * and without the calls home that a closed network would refuse. An ordinary user's browser needs none.
 */
export const browserArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];
