/** The icons, Lucide's (ISC), one import each so that no other comes along. They say nothing to a screen reader. */
import grip from 'lucide/dist/esm/icons/grip.mjs';
import mic from 'lucide/dist/esm/icons/mic.mjs';
import micOff from 'lucide/dist/esm/icons/mic-off.mjs';
import pause from 'lucide/dist/esm/icons/pause.mjs';
import phone from 'lucide/dist/esm/icons/phone.mjs';
import phoneIncoming from 'lucide/dist/esm/icons/phone-incoming.mjs';
import phoneOff from 'lucide/dist/esm/icons/phone-off.mjs';
import play from 'lucide/dist/esm/icons/play.mjs';
import triangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import volumeOff from 'lucide/dist/esm/icons/volume-off.mjs';
import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { IconNode } from 'lucide';

export const icons = {
  answer: () => icon(phone),
  call: () => icon(phoneIncoming),
  endCall: () => icon(phoneOff),
  hold: () => icon(pause),
  keypad: () => icon(grip),
  mute: () => icon(mic),
  resume: () => icon(play),
  silence: () => icon(volumeOff),
  unmute: () => icon(micOff),
  warning: () => icon(triangleAlert),
};

/** Draws one of Lucide’s icons. */
export function icon(shapes: IconNode): TemplateResult {
  const content = shapes.map(shape);
  return html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${content}
  </svg>`;
}

/** Lit's templates name their tags once and for all, so each kind of shape has its own. */
function shape([tag, { d, cx, cy, r, x, y, width, height, rx }]: IconNode[number]) {
  if (tag === 'circle') return svg`<circle cx=${cx} cy=${cy} r=${r} />`;
  if (tag === 'rect') return svg`<rect x=${x} y=${y} width=${width} height=${height} rx=${rx} />`;
  return svg`<path d=${d} />`;
}
