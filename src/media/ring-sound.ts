/** The ring as sound: a rising figure of four struck notes, twice, and then a pause. No file, no fetch. */

const sampleRate = 22_050;
const lengthInSeconds = 4;
const announcementLengthInSeconds = 1.5;
const notesInHertz = [659.26, 783.99, 987.77, 1318.51];
const secondsBetweenNotes = 0.16;
const figuresStartInSeconds = [0, 1];
/** Short enough to be a beginning, long enough not to be a click. */
const attackInSeconds = 0.012;
const decayInSeconds = 0.32;
const noteLengthInSeconds = 1.2;

/** The ring once, from its first note to the end of the pause. It is meant to be looped. */
export function createRingSound(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, sampleRate * lengthInSeconds, sampleRate);
  for (const start of figuresStartInSeconds) addFigure(buffer.getChannelData(0), notesInHertz, start);
  return buffer;
}

/** Says, by two falling notes that nobody takes for the ring, that a call is about to be answered. */
export function createAnnouncementSound(context: BaseAudioContext): AudioBuffer {
  const [low = 0, , high = 0] = notesInHertz;
  const buffer = context.createBuffer(1, sampleRate * announcementLengthInSeconds, sampleRate);
  addFigure(buffer.getChannelData(0), [high, low], 0);
  return buffer;
}

function addFigure(samples: Float32Array, notes: readonly number[], startInSeconds: number): void {
  notes.forEach((hertz, index) => addNote(samples, hertz, startInSeconds + index * secondsBetweenNotes));
}

function addNote(samples: Float32Array, hertz: number, startInSeconds: number): void {
  const start = Math.round(startInSeconds * sampleRate);
  const length = Math.min(noteLengthInSeconds * sampleRate, samples.length - start);
  for (let index = 0; index < length; index += 1) {
    const seconds = index / sampleRate;
    samples[start + index] = (samples[start + index] ?? 0) + struck(hertz, seconds);
  }
}

/** A bar that is struck softly: its own tone, and a faint one two octaves higher that dies sooner. */
function struck(hertz: number, seconds: number): number {
  const attack = Math.min(1, seconds / attackInSeconds);
  const tone = Math.sin(2 * Math.PI * hertz * seconds) * Math.exp(-seconds / decayInSeconds);
  const shimmer = Math.sin(8 * Math.PI * hertz * seconds) * Math.exp(-seconds / 0.06);
  return attack * (0.2 * tone + 0.04 * shimmer);
}
