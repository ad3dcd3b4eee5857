/** The demo as a process: started by scripts/start.mjs, ended by Ctrl-C. */
import { startDemo } from './start-demo.js';
import { readTwilioAccount } from './twilio-account.js';

const PORT = 4400;
const LOCAL_TWILIO_PORT = 4480;

async function main(): Promise<void> {
  const account = readTwilioAccount(process.env);
  const password = process.env['DEMO_PASSWORD'] ?? null;
  if (account && !password) throw new Error('With your own account calls cost money: set DEMO_PASSWORD too.');
  const wantedPort = Number(process.env['PORT'] ?? PORT);
  const demo = await startDemo({
    port: wantedPort,
    localTwilioPort: LOCAL_TWILIO_PORT,
    account,
    password: account && password,
    publicAddress: process.env['PUBLIC_ADDRESS'] ?? null,
  });
  if (demo.port !== wantedPort) console.log(`Port ${wantedPort} is taken, using ${demo.port}`);
  console.log(`
  Portal       ${demo.portalAddress}
  Phone booth  ${demo.phoneBoothAddress}

  Open the portal and let a voice call you, or call from the phone booth.
  Ctrl-C ends everything.
`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void demo.stop().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
