import { execFileSync } from 'node:child_process';
import { needsFirefox } from './firefox.mjs';
import { installFromDebian } from './install-from-debian.mjs';

const packages = ['pulseaudio', 'pulseaudio-utils'];

/** Test files that plug virtual microphones and loudspeakers in and out, or want a browser that has no fake ones. */
export function needsPulseAudio(file) {
  return file.startsWith('test/end-to-end/devices') || needsFirefox(file);
}

/** Sees to a PulseAudio daemon where it can be had; where not, the tests that need it say so and fail. */
export async function installPulseAudio() {
  if (!isInstalled()) await installFromDebian(packages, 'No PulseAudio found');
}

function isInstalled() {
  try {
    for (const program of ['pulseaudio', 'pactl']) execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
