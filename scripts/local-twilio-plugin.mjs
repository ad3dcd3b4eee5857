/**
 * A plugin for the test server: starts local Twilio when the first test page asks for it, and lets browser
 * tests drive it. Filled in beside the contract tests.
 */
export function localTwilio() {
  return { name: 'local-twilio' };
}
