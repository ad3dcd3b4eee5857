/**
 * A command for browser tests: `executeServerCommand('media-features', [{ name: 'forced-colors', value: 'active' }])`.
 * The runner's own emulateMedia does not know forced colors.
 */
export function mediaFeatures() {
  return {
    name: 'media-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media-features') return undefined;
      const page = session.browser.getPage(session.id);
      const devtools = await page.createCDPSession();
      await devtools.send('Emulation.setEmulatedMedia', { features: payload });
      return true;
    },
  };
}
