/**
 * A browser's description, reduced to what a telephone leg speaks: PCMU and telephone events at 8 kHz.
 *
 * Comfort noise goes with the rest: once it is agreed on, libwebrtc takes steady tones for noise and stops
 * sending them. Candidates go too, and with them the word that there are no more: a page that gives none must
 * look the same as one that gives some. Throws when the browser does not offer PCMU.
 */
export function narrowToTelephone(sdp: string): string {
  const lines = sdp.split(/\r?\n/).filter((line) => line !== '' && !isAboutCandidates(line));
  const kept = telephonePayloadTypes(lines);
  const narrowed = lines.filter((line) => isKept(line, kept)).map((line) => withPayloadTypes(line, kept));
  return narrowed.join('\r\n') + '\r\n';
}

/** The certificate's fingerprint: it tells one peer connection of a page from another. Null when there is none. */
export function readFingerprint(sdp: string): string | null {
  return /^a=fingerprint:(.*?)\r?$/m.exec(sdp)?.[1] ?? null;
}

/** PCMU first: the first one is what is spoken. */
function telephonePayloadTypes(lines: readonly string[]): readonly string[] {
  const mediaLine = lines.find((line) => line.startsWith('m=audio '));
  const offered = mediaLine?.split(' ').slice(3) ?? [];
  const codecOf = (payloadType: string) => {
    const prefix = `a=rtpmap:${payloadType} `;
    const named = lines.find((line) => line.startsWith(prefix))?.slice(prefix.length);
    // 0 is PCMU also when nobody says so (RFC 3551).
    return (named ?? (payloadType === '0' ? 'PCMU/8000' : '')).toLowerCase();
  };
  const sound = offered.filter((payloadType) => /^pcmu\/8000(\/1)?$/.test(codecOf(payloadType)));
  const keys = offered.filter((payloadType) => codecOf(payloadType) === 'telephone-event/8000');
  if (sound.length === 0) {
    throw new Error('The browser offers no PCMU, the one codec that local Twilio speaks.');
  }
  return [...sound, ...keys];
}

function isAboutCandidates(line: string): boolean {
  return line.startsWith('a=candidate:') || line === 'a=end-of-candidates';
}

function isKept(line: string, payloadTypes: readonly string[]): boolean {
  const payloadType = /^a=(?:rtpmap|fmtp|rtcp-fb):(\S+) /.exec(line)?.[1];
  return payloadType === undefined || payloadTypes.includes(payloadType);
}

function withPayloadTypes(line: string, payloadTypes: readonly string[]): string {
  if (!line.startsWith('m=audio ')) return line;
  return [...line.split(' ').slice(0, 3), ...payloadTypes].join(' ');
}
