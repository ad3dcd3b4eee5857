import type { Unsubscribe } from '../core/ports.js';

/**
 * The icon is a file of its own: a `data:` address would not load under the content security policy
 * `img-src 'self'`, which keeps what is served beside the script. Where even that is not loaded, the page shows
 * no icon while it rings, and its own again afterwards.
 */
const iconUrl = new URL('./ringing-icon.svg?no-inline', import.meta.url).href;
/** A link of this kind is no icon to any browser. */
const restingRelation = 'twilio-phone-resting-icon';

let claims = 0;
let ringingIcon: HTMLLinkElement | null = null;
let resting: readonly { readonly link: HTMLLinkElement; readonly relation: string }[] = [];

/** Shows in the page's icon that somebody calls, until the answer is called. */
export function showRingingIcon(): Unsubscribe {
  claims += 1;
  if (claims === 1) begin();
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    claims -= 1;
    if (claims === 0) end();
  };
}

/** With several icons, browsers disagree which one they show: the page's rest meanwhile. */
function begin(): void {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel~="icon" i]');
  resting = [...links].map((link) => ({ link, relation: link.rel }));
  for (const { link } of resting) link.rel = restingRelation;
  ringingIcon = document.createElement('link');
  ringingIcon.rel = 'icon';
  ringingIcon.type = 'image/svg+xml';
  ringingIcon.href = iconUrl;
  document.head.append(ringingIcon);
}

function end(): void {
  ringingIcon?.remove();
  ringingIcon = null;
  for (const { link, relation } of resting) {
    // Whatever the page made of it meanwhile stays.
    if (link.rel === restingRelation) link.rel = relation;
  }
  resting = [];
}
