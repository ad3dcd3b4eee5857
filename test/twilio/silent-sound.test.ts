import { expect } from '@open-wc/testing';
import { SilentSound } from '../../src/twilio/silent-sound.js';

describe('the sound that is none', () => {
  it('has begun before anything else can happen, so that `incoming` is never held back', async () => {
    const order: string[] = [];
    const macrotask = new Promise<void>((resolve) => {
      setTimeout(() => resolve(void order.push('anything else')), 0);
    });
    await new SilentSound().play().then(() => order.push('begun'));
    await macrotask;
    expect(order).to.deep.equal(['begun', 'anything else']);
  });

  it('takes all that the SDK asks of a sound, whatever it was built with', () => {
    const Sound: new (...values: unknown[]) => SilentSound = SilentSound;
    const sound = new Sound('incoming', 'https://sdk.twilio.com/incoming.mp3', { shouldLoop: true });
    sound.stop();
    sound.setSinkIds();
  });
});
