import { expect } from '@open-wc/testing';
import { isPhoneError } from '../../src/core/phone-error.js';
import { createCallSpeaker } from '../../src/media/call-speaker.js';

/** An element that only writes down where it is sent. */
function createElement(refused: readonly string[] = []) {
  const element = new Audio();
  const sent: string[] = [];
  let sinkId = '';
  let readyState: number = HTMLMediaElement.HAVE_METADATA;
  Object.defineProperty(element, 'readyState', { get: () => readyState });
  Object.defineProperty(element, 'sinkId', { get: () => sinkId });
  element.setSinkId = (id) => {
    sent.push(id);
    if (refused.includes(id)) return Promise.reject(new DOMException('Gone', 'NotFoundError'));
    sinkId = id;
    return Promise.resolve();
  };
  /** As the SDK hands it over, and then what happens when its stream is there. */
  const unload = () => (readyState = HTMLMediaElement.HAVE_NOTHING);
  const load = () => {
    readyState = HTMLMediaElement.HAVE_METADATA;
    element.dispatchEvent(new Event('loadedmetadata'));
  };
  return { element, sent, load, unload };
}

describe("the calls' loudspeaker", () => {
  it('sends what sounds now, and what sounds later, to the chosen device', async () => {
    const [now, later] = [createElement(), createElement()];
    const speaker = createCallSpeaker();
    speaker.add(now.element);
    await speaker.setDevice('headset');
    speaker.add(later.element);
    expect([now.sent, later.sent]).to.deep.equal([['headset'], ['headset']]);
  });

  it('does not touch an element that is where it should be', async () => {
    const { element, sent } = createElement();
    const speaker = createCallSpeaker();
    speaker.add(element);
    await speaker.setDevice(null);
    expect(sent).to.deep.equal([]);
  });

  it('goes back to the default', async () => {
    const { element, sent } = createElement();
    const speaker = createCallSpeaker();
    speaker.add(element);
    await speaker.setDevice('headset');
    await speaker.setDevice(null);
    expect(sent).to.deep.equal(['headset', '']);
  });

  it('says that a device takes no sound', async () => {
    const { element } = createElement(['headset']);
    const speaker = createCallSpeaker();
    speaker.add(element);
    const failure: unknown = await speaker.setDevice('headset').catch((error: unknown) => error);
    expect(isPhoneError(failure) && failure.code).to.equal('speaker-failed');
  });

  it('lets a call be heard on the default when its device has just gone', () => {
    const { element, sent } = createElement(['headset']);
    const speaker = createCallSpeaker();
    void speaker.setDevice('headset');
    speaker.add(element);
    expect(sent).to.deep.equal(['headset']);
  });

  it('sends an element only when its stream is there', async () => {
    const { element, sent, load, unload } = createElement();
    unload();
    const speaker = createCallSpeaker();
    speaker.add(element);
    await speaker.setDevice('headset');
    expect(sent).to.deep.equal([]);
    load();
    expect(sent).to.deep.equal(['headset']);
  });

  it('forgets what belongs to calls that are over', async () => {
    const { element, sent } = createElement();
    const speaker = createCallSpeaker();
    speaker.add(element);
    speaker.clear();
    await speaker.setDevice('headset');
    expect(sent).to.deep.equal([]);
  });
});
