import type { WebSocket } from 'ws';
import type { ClientCalls } from './client-calls.js';
import type { ClientSessions } from './client-session.js';
import type { Log } from './log.js';
import type { Misbehaviour } from './misbehaviour.js';
import { SignallingConnection } from './signalling-connection.js';
import type { Frame } from './signalling-connection.js';
import type { Wire } from './wire.js';

interface SignallingOptions {
  readonly sessions: ClientSessions;
  readonly calls: ClientCalls;
  readonly wire: Wire;
  readonly misbehaviour: Misbehaviour;
  readonly log: Log;
}

type Handler = (connection: SignallingConnection, payload: Frame['payload']) => void | Promise<void>;

/** What Voice SDKs connect to at `/signal`. It knows the sockets, and who deals with which frame. */
export class Signalling {
  readonly #options: SignallingOptions;
  readonly #connections = new Set<SignallingConnection>();
  readonly #handlers: ReadonlyMap<string, Handler>;
  #connectionCount = 0;

  constructor(options: SignallingOptions) {
    this.#options = options;
    const { sessions, calls } = options;
    this.#handlers = new Map<string, Handler>([
      ['listen', (connection, payload) => sessions.listen(connection, payload)],
      ['register', (connection, payload) => sessions.register(connection, payload)],
      ['invite', (connection, payload) => calls.invite(connection, payload)],
      ['answer', (connection, payload) => calls.answer(connection, payload)],
      ['reinvite', (connection, payload) => calls.reinvite(connection, payload)],
      ['reject', (connection, payload) => calls.reject(connection, payload)],
      ['hangup', (connection, payload) => calls.hangUp(connection, payload)],
      ['dtmf', (connection, payload) => calls.digits(connection, payload)],
      ['message', (connection, payload) => calls.message(connection, payload)],
    ]);
  }

  accept(socket: WebSocket): void {
    this.#connectionCount += 1;
    const { wire, misbehaviour, sessions, calls } = this.#options;
    const connection = new SignallingConnection(this.#connectionCount, socket, wire, misbehaviour);
    this.#connections.add(connection);
    connection.onFrame((frame) => void this.#handle(connection, frame));
    connection.onClose(() => {
      this.#connections.delete(connection);
      sessions.leave(connection);
      calls.connectionLost(connection);
    });
  }

  /** The open sockets of one identity, or of all. */
  connectionsOf(identity?: string): readonly SignallingConnection[] {
    const connections = [...this.#connections];
    return identity === undefined ? connections : connections.filter((one) => one.identity === identity);
  }

  async #handle(connection: SignallingConnection, { type, payload }: Frame): Promise<void> {
    const handler = this.#handlers.get(type);
    if (!handler) {
      this.#report(`The SDK sent "${type}", which local Twilio does not know.`, payload);
      return;
    }
    try {
      await handler(connection, payload);
    } catch (error) {
      this.#report(`Dealing with "${type}" failed: ${String(error)}`, payload);
      const { callsid } = payload;
      if (callsid) connection.send('hangup', { callsid, error: { code: 31000, message: String(error) } });
    }
  }

  #report(message: string, { callsid }: Frame['payload']): void {
    const callSid = typeof callsid === 'string' ? callsid : null;
    this.#options.log({ level: 'error', code: null, message, callSid });
  }
}
