import type { ClockPort, Unsubscribe } from '../core/ports.js';

const TURN_IN_MILLISECONDS = 1_000;

/** All who want something said in the title. A page has one, whatever number of phones it has. */
const claims: { readonly text: string }[] = [];
/** What the page itself wants to be called. */
let original = '';
let hadTitle = false;
/** What was written last; whatever else stands there is the page's own. */
let shown = '';
let isOurTurn = false;
let stopTurning: Unsubscribe = () => undefined;

/**
 * Lets the page's title say this and its own words in turns, a second each, until the answer is called. The
 * first who asked is heard first. What the page calls itself meanwhile is what it is called afterwards.
 */
export function showInTitle(text: string, clock: ClockPort): Unsubscribe {
  const claim = { text };
  claims.push(claim);
  if (claims.length === 1) begin(clock);
  return () => {
    if (claims.includes(claim)) withdraw(claim);
  };
}

function begin(clock: ClockPort): void {
  hadTitle = document.querySelector('title') !== null;
  original = shown = document.title;
  turn(clock);
}

function turn(clock: ClockPort): void {
  heedThePage();
  isOurTurn = !isOurTurn;
  write();
  stopTurning = clock.schedule(TURN_IN_MILLISECONDS, () => turn(clock));
}

function withdraw(claim: { readonly text: string }): void {
  heedThePage();
  claims.splice(claims.indexOf(claim), 1);
  if (claims.length === 0) {
    stopTurning();
    isOurTurn = false;
  }
  write();
  if (claims.length === 0 && !hadTitle && original === '') document.querySelector('title')?.remove();
}

/** A page that puts something before its title, as in "(1) Inbox", puts it before ours too. */
function heedThePage(): void {
  if (document.title === shown) return;
  original = isOurTurn ? document.title.replace(shown, () => original) : document.title;
}

function write(): void {
  const title = isOurTurn && claims[0] ? claims[0].text : original;
  if (document.title !== title) document.title = title;
  // The browser collapses white space.
  shown = document.title;
}
