import type { PageFindings } from '../core/diagnostics.js';

/** What calls need of the browser, by the web's own names. */
const needed = [
  'AudioContext',
  'MediaStream',
  'RTCPeerConnection',
  'WebSocket',
  'RTCRtpSender.prototype.replaceTrack',
] as const;

/** What of it the browser lacks. */
export function findMissing(scope: object = globalThis): readonly string[] {
  return needed.filter((path) => find(scope, path.split('.')) === undefined);
}

/** Whether the page may use a microphone at all, and whether it is in a frame. */
export function lookAtPage(): PageFindings {
  return {
    isSecure: globalThis.isSecureContext,
    isMicrophoneAllowed: isMicrophoneAllowed(),
    isFramed: globalThis.self !== globalThis.top,
  };
}

interface PolicyDocument {
  /** Chromium's, which is not a standard yet. */
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** True where the browser does not say: then the microphone itself will. */
export function isMicrophoneAllowed(page: PolicyDocument = document as PolicyDocument): boolean {
  return page.featurePolicy?.allowsFeature('microphone') ?? true;
}

function find(scope: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name],
    scope,
  );
}
