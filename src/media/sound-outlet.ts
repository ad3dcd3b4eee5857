import { PhoneError } from '../core/phone-error.js';

/** Where a sound goes to. */
export interface SoundOutlet {
  /** Settles when the sound goes there. Rejects with `speaker-failed`: then it goes to the default instead. */
  readonly opened: Promise<void>;
  close(): void;
}

/** True where the browser can send sound to a device of one's choice; Safari can since 18.4. */
export const isLoudspeakerChoicePossible =
  typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;

/**
 * Lets a node sound on that device; null is the system's default. It must sound nowhere else. By way of an
 * element: only Chromium has `AudioContext.setSinkId`.
 */
export function openOutlet(source: AudioNode, deviceId: string | null): SoundOutlet {
  const { destination } = source.context;
  if (deviceId === null || !isLoudspeakerChoicePossible) {
    source.connect(destination);
    return { opened: Promise.resolve(), close: () => source.disconnect() };
  }
  const branch = new MediaStreamAudioDestinationNode(source.context as AudioContext);
  source.connect(branch);
  const element = new Audio();
  element.srcObject = branch.stream;
  let isClosed = false;
  const play = async () => {
    try {
      await element.setSinkId(deviceId);
      if (!isClosed) await element.play();
    } catch (cause) {
      if (isClosed) return;
      source.disconnect();
      source.connect(destination);
      throw speakerFailed(cause);
    }
  };
  const opened = play();
  // Whoever does not ask is content with the default.
  opened.catch(() => undefined);
  return {
    opened,
    close: () => {
      isClosed = true;
      source.disconnect();
      element.pause();
      element.srcObject = null;
    },
  };
}

/** Why sound does not go where it was sent. */
export function speakerFailed(cause: unknown): PhoneError {
  return new PhoneError('speaker-failed', 'The sound cannot be played on that device.', {
    cause,
    recoverable: true,
  });
}
