/**
 * The booth's line to the network: frames of JSON over a WebSocket, as demo/local-twilio/phone-booth-line.ts
 * describes them. Dispatches one `frame` event for each that arrives, and `lost` when the line is gone.
 */
export class Line extends EventTarget {
  #socket = null;

  /**
   * Connects a booth with this number. Resolves with the network's `connected` frame; rejects with an `Error`
   * whose `code` is the network's when it refuses, e.g. `number-taken`.
   * @param {string} address Of local Twilio, http(s).
   * @param {string} number In E.164.
   */
  connect(address, number) {
    const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/phone-booth`);
    this.#socket = socket;
    socket.addEventListener('open', () => this.send({ type: 'connect', number, name: 'The phone booth' }));
    return new Promise((resolve, reject) => {
      socket.addEventListener('message', ({ data }) => {
        const frame = JSON.parse(data);
        if (frame.type === 'connected') resolve(frame);
        else if (frame.type === 'refused')
          reject(Object.assign(new Error(frame.reason), { code: frame.code }));
        else this.dispatchEvent(new CustomEvent('frame', { detail: frame }));
      });
      socket.addEventListener('close', () => {
        reject(new Error('The network does not answer.'));
        if (this.#socket === socket) this.dispatchEvent(new Event('lost'));
      });
    });
  }

  /** Says something, or nothing when the line is gone: the network ends our call then by itself. */
  send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }
}
