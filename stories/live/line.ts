/** The way to local Twilio, where Storybook runs beside the demo: `npm run storybook`. */

export interface Line {
  readonly isThere: boolean;
  readonly customers: readonly { readonly name: string; readonly phoneNumber: string }[];
}

interface Demo {
  readonly localTwilioAddress: string;
  readonly customers: Line['customers'];
}

const nobody: Line = { isThere: false, customers: [] };

let opening: Promise<Line> | null = null;

/** Opens a session with the demo, as its portal does, and leads the Voice SDK to local Twilio: once for all stories. */
export function openLine(): Promise<Line> {
  return (opening ??= open().catch(() => nobody));
}

/** Lets local Twilio's voice call whoever is signed in. */
export async function callVoice(): Promise<void> {
  await fetch('/api/demo/voice-call', { method: 'POST', headers: { 'Content-Type': 'application/json' } });
}

async function open(): Promise<Line> {
  await fetch('/demo-session');
  const response = await fetch('/api/demo');
  const { localTwilioAddress, customers } = (await response.json()) as Demo;
  await loadScript(`${localTwilioAddress}/reroute.js`);
  return { isThere: true, customers };
}

/** Before the SDK is loaded, which keeps the page's WebSocket as it finds it. */
function loadScript(address: string): Promise<void> {
  const script = document.createElement('script');
  script.src = address;
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${address} did not load.`)));
    document.head.append(script);
  });
}
