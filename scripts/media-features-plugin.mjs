/**
 * A command for browser tests: `executeServerCommand('media-features', [{ name: 'forced-colors', value: 'active' }])`.
 * The runner's own emulateMedia does not know forced colors.
 */
export function mediaFeatures() {
  // What one connection emulates only that connection takes back, and the runner uses its pages again.
  const connections = new WeakMap();
  return {
    name: 'media-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media-features') return undefined;
      const page = session.browser.getPage(session.id);
      if (!connections.has(page)) connections.set(page, await page.createCDPSession());
      await connections.get(page).send('Emulation.setEmulatedMedia', { features: payload });
      return true;
    },
  };
}
