/**
 * A classic script for the page, before the Voice SDK is loaded: leads the SDK's own host names to local
 * Twilio, which serves this file. Everything else on the page goes where it always went.
 *
 *   <script src="http://localhost:4500/reroute.js"></script>
 *
 * The SDK keeps the page's WebSocket as it finds it when its module is evaluated (wstransport.js:6), so a
 * module that imports the SDK at once must come after this script.
 */
(() => {
  const localTwilio = new URL(document.currentScript.src).origin;

  const signalling = /^wss:\/\/voice-js(\.[\w-]+)*\.twilio\.com(?=\/signal\b)/;
  const others = /^https:\/\/(eventgw(\.[\w-]+)*\.twilio\.com|sdk\.twilio\.com|media\.twiliocdn\.com)(?=\/)/;

  const reroute = (address) =>
    String(address).replace(signalling, localTwilio.replace(/^http/, 'ws')).replace(others, localTwilio);

  window.WebSocket = new Proxy(window.WebSocket, {
    construct: (target, [address, ...rest], newTarget) =>
      Reflect.construct(target, [reroute(address), ...rest], newTarget),
  });

  const { fetch } = window;
  window.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : input;
    const rerouted = reroute(address);
    if (rerouted === String(address)) return fetch(input, init);
    return fetch(input instanceof Request ? new Request(rerouted, input) : rerouted, init);
  };

  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    return open.call(this, method, reroute(address), ...rest);
  };
})();
