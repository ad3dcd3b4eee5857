import type { PhoneError } from '../../../src/core/phone-error.js';
import type { Unsubscribe } from '../../../src/core/ports.js';
import type { Microphone } from '../../../src/media/microphone.js';

/** A microphone that only writes down what it is told. */
export class FakeSdkMicrophone implements Microphone {
  failure: PhoneError | null = null;
  isInUse = false;
  stream: MediaStream | null = null;
  isHeard = true;
  stops = 0;

  subscribe(): Unsubscribe {
    return () => undefined;
  }

  async acquire(): Promise<void> {
    // Opens at once.
  }

  isGranted(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async reopen(): Promise<void> {
    // Opens at once.
  }

  release(): void {
    // Nothing is kept.
  }

  getUserMedia(): Promise<MediaStream> {
    return Promise.resolve(new MediaStream());
  }

  stop(): void {
    this.stops += 1;
  }
}
