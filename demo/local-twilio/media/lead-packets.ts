import type { RTCPeerConnection } from 'werift';

import type { MediaPath } from './media-path.js';

/** One of werift's UDP sockets (0.24, `common/src/transport.d.ts`), which it keeps to itself. */
interface UdpSocket {
  onData: (packet: Buffer, address: unknown) => void;
  send: (packet: Buffer, address?: unknown) => Promise<void>;
}

const led = new WeakSet<UdpSocket>();

/** Leads every packet of the sockets that a connection has now over this path; again after it opened others. */
export function leadPackets(peer: RTCPeerConnection, path: MediaPath): void {
  for (const socket of socketsOf(peer)) {
    if (led.has(socket)) continue;
    led.add(socket);
    const { onData, send } = socket;
    socket.onData = (packet, address) => {
      if (path.passes(packet, 'from-browser')) onData(packet, address);
    };
    // Whoever sends into a black hole is not told.
    socket.send = (packet, address) =>
      path.passes(packet, 'to-browser') ? send(packet, address) : Promise.resolve();
  }
}

function socketsOf(peer: RTCPeerConnection): readonly UdpSocket[] {
  return peer.iceTransports.flatMap(({ connection }) => {
    const { protocols } = connection as unknown as { protocols: readonly { transport: UdpSocket }[] };
    return protocols.map(({ transport }) => transport);
  });
}
