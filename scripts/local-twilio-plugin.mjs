import { tsImport } from 'tsx/esm/api';

/**
 * A plugin for the test server: gives each test page that asks for it a local Twilio of its own, so that one
 * test's misbehaviour is no other's. `executeServerCommand('local-twilio', { do: 'start' })`, and so on;
 * test/local-twilio/support/browser-commands.ts lists the commands.
 */
export function localTwilio() {
  /** Promises by test session, so that two first commands at once start one. */
  const started = new Map();
  return {
    name: 'local-twilio',
    async executeCommand({ command, payload, session }) {
      if (command !== 'local-twilio') return undefined;
      if (!started.has(session.id)) started.set(session.id, start());
      const { execute } = await started.get(session.id);
      // The runner takes undefined for "not my command".
      return (await execute(payload)) ?? null;
    },
    async serverStop() {
      const all = await Promise.allSettled(started.values());
      await Promise.all(all.map((one) => one.value?.stop()));
    },
  };
}

async function start() {
  const { startForBrowser } = await tsImport(
    '../test/local-twilio/support/browser-commands.ts',
    import.meta.url,
  );
  return startForBrowser();
}
