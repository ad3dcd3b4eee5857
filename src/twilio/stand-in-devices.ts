/** What the SDK believes to be the computer's devices. */

/** Whichever microphone it asks for, it is given the one that the person has chosen. */
export const STAND_IN_MICROPHONE = 'twilio-phone';

/**
 * One microphone and one loudspeaker that never change, so that there is one policy about devices, and it is ours.
 * Left to itself the SDK opens the default microphone again at each `devicechange` of a call, however often
 * that comes, and takes the first device it finds for a lost one (2.18.5, `audiohelper.js` lines 153 and 838).
 */
export function enumerateStandIns(): Promise<MediaDeviceInfo[]> {
  return Promise.resolve([
    standIn('audioinput', STAND_IN_MICROPHONE),
    // The SDK's name for where sound goes by itself: for that it touches no sink.
    standIn('audiooutput', 'default'),
  ]);
}

function standIn(kind: MediaDeviceKind, deviceId: string): MediaDeviceInfo {
  const description = { kind, deviceId, groupId: '', label: 'Chosen by the person' };
  return { ...description, toJSON: () => description };
}
