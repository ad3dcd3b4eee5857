type GetUserMedia = (constraints: MediaStreamConstraints) => Promise<MediaStream>;

/** What a browser says when it has no device of that id (any more). */
const goneNames: readonly string[] = ['OverconstrainedError', 'NotFoundError', 'DevicesNotFoundError'];

/**
 * Opens the microphone that the constraints name, or the system's default when that one is gone: better
 * heard by another microphone than not at all. Rejects as `getUserMedia` does.
 */
export async function openMicrophone(
  getUserMedia: GetUserMedia,
  constraints: MediaTrackConstraints,
): Promise<MediaStream> {
  const { deviceId, ...others } = constraints;
  try {
    return await getUserMedia({ audio: constraints });
  } catch (cause) {
    if (deviceId === undefined || !isGone(cause)) throw cause;
    return getUserMedia({ audio: others });
  }
}

function isGone(cause: unknown): boolean {
  return (cause instanceof Error || cause instanceof DOMException) && goneNames.includes(cause.name);
}
