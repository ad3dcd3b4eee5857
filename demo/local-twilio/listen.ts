import type { Server } from 'node:http';

const HIGHEST_PORT = 65_535;

/** Resolves when the server listens at the port, or at the first free one above it; 0 is any. */
export async function listen(server: Server, port: number): Promise<void> {
  for (let candidate = port; candidate <= HIGHEST_PORT; candidate += 1) {
    if (await tryToListen(server, candidate)) return;
  }
  throw new Error(`There is no free port from ${port} on.`);
}

/** False when the port is taken; rejects for any other reason. */
function tryToListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}
