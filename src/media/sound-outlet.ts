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
 * Lets a node sound on that device; null is the system's default. By way of an element: only Chromium has
 * `AudioContext.setSinkId`.
 */
export function openOutlet(source: AudioNode, deviceId: string | null): SoundOutlet {
  const { destination } = source.context;
  if (deviceId === null || !isLoudspeakerChoicePossible) {
    source.connect(destination);
    return { opened: Promise.resolve(), close: () => source.disconnect(destination) };
  }
  const branch = new MediaStreamAudioDestinationNode(source.context as AudioContext);
  source.connect(branch);
  const element = new Audio();
  element.srcObject = branch.stream;
  let outlet: AudioNode | null = branch;
  const close = () => {
    if (outlet) source.disconnect(outlet);
    outlet = null;
    element.pause();
    element.srcObject = null;
  };
  const failOver = (cause: unknown): never => {
    if (outlet) {
      close();
      outlet = source.connect(destination);
    }
    throw new PhoneError('speaker-failed', 'The sound cannot be played on that device.', {
      cause,
      recoverable: true,
    });
  };
  const opened = element
    .setSinkId(deviceId)
    .then(() => (outlet ? element.play() : undefined))
    .catch((cause: unknown) => (outlet ? failOver(cause) : undefined));
  // Whoever does not ask is content with the default.
  opened.catch(() => undefined);
  return { opened, close };
}
