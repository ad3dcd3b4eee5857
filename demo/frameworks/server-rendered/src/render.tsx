import { renderToString } from 'react-dom/server';
import { FrontDesk } from './front-desk.js';

/** The page's markup, in Node: the phone's tag is in it, and no code of the phone has asked for a window. */
export function render(): string {
  return renderToString(<FrontDesk />);
}
