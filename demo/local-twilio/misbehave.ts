import type { MisbehaviourRequest } from './misbehaviour.js';
import type { Network } from './network.js';

/** Makes local Twilio misbehave. Resolves when it does, or, where it was told for how long, when that is over. */
export async function misbehave(network: Network, request: MisbehaviourRequest): Promise<void> {
  const { misbehaviour, signalling, sessions, clientCalls } = network;
  switch (request.do) {
    case 'drop-sockets':
      for (const connection of signalling.connectionsOf(request.identity)) connection.drop(request.how);
      return;
    case 'refuse-sockets':
      misbehaviour.refuseSockets(true);
      return;
    case 'stall-sockets':
      misbehaviour.stallSockets();
      return;
    case 'half-open':
      for (const connection of signalling.connectionsOf(request.identity)) connection.fallSilent();
      return;
    case 'flap':
      await flap(network, request);
      return;
    case 'be-away':
      await beAway(network, request.forMilliseconds);
      return;
    case 'stall':
      misbehaviour.stall(request.frame);
      return;
    case 'delay':
      misbehaviour.delay(request.frame, request.byMilliseconds);
      return;
    case 'rename':
      misbehaviour.rename(request.frame, request.to);
      return;
    case 'answer-with-error':
      orderError(network, request);
      return;
    case 'expire-tokens':
      for (const connection of signalling.connectionsOf(request.identity)) sessions.expireToken(connection);
      return;
    case 'claim-lifetime':
      misbehaviour.claimLifetime(request.inSeconds);
      return;
    case 'beat':
      for (const connection of signalling.connectionsOf(request.identity)) connection.beat();
      return;
    case 'kill-media':
      await clientCalls.killMedia(request.callSid);
      return;
    case 'lose-media':
      await loseMedia(network, request);
      return;
    case 'behave':
      misbehaviour.behave();
      clientCalls.healMedia();
      return;
    default:
      throw new Error(`Local Twilio knows no misbehaviour "${String((request as { do?: unknown }).do)}".`);
  }
}

async function beAway({ misbehaviour, signalling }: Network, milliseconds: number): Promise<void> {
  misbehaviour.refuseSockets(true);
  for (const connection of signalling.connectionsOf()) connection.drop('abrupt');
  await sleep(milliseconds);
  misbehaviour.refuseSockets(false);
}

async function flap(
  { signalling }: Network,
  { times, everyMilliseconds }: Extract<MisbehaviourRequest, { do: 'flap' }>,
): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    for (const connection of signalling.connectionsOf()) connection.drop('abrupt');
    await sleep(everyMilliseconds);
  }
}

async function loseMedia(
  { misbehaviour, clientCalls }: Network,
  { callSid, forMilliseconds, ...loss }: Extract<MisbehaviourRequest, { do: 'lose-media' }>,
): Promise<void> {
  const path = callSid === undefined ? misbehaviour.mediaPath : clientCalls.mediaPathOf(callSid);
  path.lose(loss);
  if (forMilliseconds === undefined) return;
  await sleep(forMilliseconds);
  path.heal();
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function orderError(
  { misbehaviour }: Network,
  order: Extract<MisbehaviourRequest, { do: 'answer-with-error' }>,
): void {
  const { to, code, message = `Ordered error ${code}`, retryAfterInSeconds, times = 1 } = order;
  misbehaviour.orderError(
    to,
    { code, message, ...(retryAfterInSeconds !== undefined && { retryAfterInSeconds }) },
    times,
  );
}
