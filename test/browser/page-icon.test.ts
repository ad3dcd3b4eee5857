import { expect } from '@open-wc/testing';
import { showRingingIcon } from '../../src/browser/page-icon.js';
import type { Unsubscribe } from '../../src/core/ports.js';

describe('the icon of a page in which somebody rings', () => {
  const stops: Unsubscribe[] = [];
  const added: HTMLLinkElement[] = [];

  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    for (const link of added.splice(0)) link.remove();
  });

  function addLink(rel: string, href: string): HTMLLinkElement {
    const link = document.createElement('link');
    link.rel = rel;
    link.href = href;
    document.head.append(link);
    added.push(link);
    return link;
  }

  function show(): Unsubscribe {
    const stop = showRingingIcon();
    stops.push(stop);
    return stop;
  }

  function icons(): HTMLLinkElement[] {
    return [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon" i]')];
  }

  it('is ours alone, and afterwards the page’s own again, to the letter', () => {
    addLink('icon', '/page.png');
    addLink('SHORTCUT ICON', '/old.ico');
    const styles = addLink('preload', '/page.css');
    const before = document.head.innerHTML;
    const stop = show();
    expect(icons().map(({ href }) => new URL(href).pathname)).to.deep.equal([
      '/src/browser/ringing-icon.svg',
    ]);
    expect(styles.rel).to.equal('preload');
    stop();
    expect(document.head.innerHTML).to.equal(before);
  });

  it('is a picture that the browser can show, and no data address', async () => {
    show();
    const [link] = icons();
    expect(link?.href).to.match(/^https?:/);
    const image = new Image();
    image.src = link?.href ?? '';
    await image.decode();
    expect(image.naturalWidth).to.be.greaterThan(0);
  });

  it('stays until the last of two callers is gone', () => {
    const before = document.head.innerHTML;
    const stopFirst = show();
    const stopSecond = show();
    expect(icons()).to.have.lengthOf(1);
    stopFirst();
    stopFirst();
    expect(icons()).to.have.lengthOf(1);
    stopSecond();
    expect(document.head.innerHTML).to.equal(before);
  });

  it('leaves alone what the page changed meanwhile', () => {
    const kept = addLink('icon', '/page.png');
    const removed = addLink('icon', '/gone.png');
    const stop = show();
    kept.rel = 'apple-touch-icon';
    removed.remove();
    stop();
    expect(kept.rel).to.equal('apple-touch-icon');
    expect(removed.isConnected).to.equal(false);
    expect(icons()).to.deep.equal([]);
  });
});
