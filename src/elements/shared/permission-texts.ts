import { msg } from './message.js';

/** Where the permission of a microphone lives, by browser and by system. */
export const permissionTexts = {
  inChromium: () => msg('Click the icon left of the address, allow the microphone there, and come back.'),
  inFirefox: () => msg('Click the crossed-out microphone beside the address, lift the block, and come back.'),
  inSafari: () =>
    msg('Open Safari’s settings, then Websites, then Microphone, and allow this website there.'),
  inIos: () =>
    msg('Tap the button beside the address, open the website’s settings, and allow the microphone.'),

  onMacos: () =>
    msg('Open System Settings, then Privacy & Security, then Microphone, and switch this browser on.'),
  onWindows: () =>
    msg('Open Settings, then Privacy & security, then Microphone, and let desktop apps use it.'),
  onAndroid: () =>
    msg('Open Settings, then Apps, choose this browser, then Permissions, and allow the microphone.'),
  onIos: () => msg('Open Settings, choose this browser among the apps, and switch the microphone on.'),
};
