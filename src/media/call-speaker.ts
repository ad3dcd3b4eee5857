import { isLoudspeakerChoicePossible, speakerFailed } from './sound-outlet.js';

/** The loudspeaker that calls are heard on. */
export interface CallSpeaker {
  /** What a call sounds by: sent to the chosen device from now on. */
  add(element: HTMLAudioElement): void;
  /** Null is the system's default. Rejects with `speaker-failed`: then the sound stays where it was. */
  setDevice(deviceId: string | null): Promise<void>;
  /** Plays on what the browser or the system has paused. */
  playAgain(): void;
  /** No call sounds any more. */
  clear(): void;
}

/** Sends the elements of calls to one device, those that come later too. */
export function createCallSpeaker(): CallSpeaker {
  const elements = new Set<HTMLAudioElement>();
  let sinkId = '';
  const send = async (element: HTMLAudioElement) => {
    // Sent while it is about to get its stream, an element says that it plays there and does not (Chromium 156).
    if (!isLoudspeakerChoicePossible || element.readyState === HTMLMediaElement.HAVE_NOTHING) return;
    if (element.sinkId !== sinkId) await element.setSinkId(sinkId);
  };
  return {
    add(element) {
      elements.add(element);
      // A device that has just gone: the call is heard on the default, and the choice follows by itself.
      const sendQuietly = () => void (elements.has(element) && send(element).catch(() => undefined));
      element.addEventListener('loadedmetadata', sendQuietly);
      sendQuietly();
    },
    async setDevice(deviceId) {
      sinkId = deviceId ?? '';
      try {
        await Promise.all([...elements].map(send));
      } catch (cause) {
        throw speakerFailed(cause);
      }
    },
    playAgain() {
      for (const element of elements) if (element.paused) element.play().catch(() => undefined);
    },
    clear: () => elements.clear(),
  };
}
