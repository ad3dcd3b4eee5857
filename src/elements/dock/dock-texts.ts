import { msg } from '../shared/message.js';

/** The words of what moves and minimises the dock. */
export const dockTexts = {
  move: () => msg('Move the phone'),
  moveHint: () => msg('Drag it, press an arrow key, or choose a corner'),
  topLeft: () => msg('Top left'),
  topRight: () => msg('Top right'),
  bottomLeft: () => msg('Bottom left'),
  bottomRight: () => msg('Bottom right'),
  minimise: () => msg('Minimise the phone'),
  open: () => msg('Open the phone'),
};
