import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const ATTEMPTS = 20;

/**
 * Listens on this machine only, at this port or the next free one; 0 takes any.
 * @returns The port in use.
 */
export async function listen(server: Server, port: number): Promise<number> {
  for (let candidate = port; candidate < port + ATTEMPTS; candidate += 1) {
    if (await tryToListen(server, candidate)) return (server.address() as AddressInfo).port;
  }
  throw new Error(`No free port from ${port} to ${port + ATTEMPTS - 1}.`);
}

function tryToListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const handleError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', handleListening);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const handleListening = (): void => {
      server.off('error', handleError);
      resolve(true);
    };
    server.once('error', handleError);
    server.once('listening', handleListening);
    server.listen(port, '127.0.0.1');
  });
}
