import { expect } from '@open-wc/testing';
import { occupy, vacate } from '../../src/media/shared-context.js';

describe('a context that several phones share', () => {
  const contexts: AudioContext[] = [];

  afterEach(async () => {
    for (const context of contexts.splice(0)) if (context.state !== 'closed') await context.close();
  });

  async function run(): Promise<AudioContext> {
    const context = new AudioContext();
    contexts.push(context);
    await context.resume();
    return context;
  }

  it('stands still when the only one who needed it does not any more', async () => {
    const context = await run();
    const phone = {};
    occupy(context, phone);
    expect(context.state).to.equal('running');
    vacate(context, phone);
    expect(context.state).to.equal('suspended');
  });

  it('runs on until the last one is done, however often each has said that it needs it', async () => {
    const context = await run();
    const [one, other] = [{}, {}];
    for (const phone of [one, other, one]) occupy(context, phone);
    vacate(context, one);
    vacate(context, one);
    expect(context.state).to.equal('running');
    vacate(context, other);
    expect(context.state).to.equal('suspended');
  });

  it('is one of several: those who need another one do not keep it', async () => {
    const [context, another] = [await run(), await run()];
    const phone = {};
    occupy(context, phone);
    occupy(another, phone);
    vacate(context, phone);
    expect(context.state).to.equal('suspended');
    expect(another.state).to.equal('running');
  });

  it('stands still also when nobody ever said that it was needed, and once it is closed nothing happens', async () => {
    const context = await run();
    vacate(context, {});
    expect(context.state).to.equal('suspended');
    await context.close();
    vacate(context, {});
    expect(context.state).to.equal('closed');
  });
});
