/**
 * Who can be rung: the connections registered under each identity, in the order in which they registered.
 * One identity may register many times (tabs, browsers); each registration is rung by a leg of its own.
 */
export class Registrar<Connection> {
  readonly #byIdentity = new Map<string, Set<Connection>>();

  register(identity: string, connection: Connection): void {
    const connections = this.#byIdentity.get(identity) ?? new Set();
    this.#byIdentity.set(identity, connections.add(connection));
  }

  /** Forgets a connection, under whatever identity it was. */
  unregister(connection: Connection): void {
    for (const [identity, connections] of this.#byIdentity) {
      connections.delete(connection);
      if (connections.size === 0) this.#byIdentity.delete(identity);
    }
  }

  find(identity: string): readonly Connection[] {
    return [...(this.#byIdentity.get(identity) ?? [])];
  }

  get identities(): readonly string[] {
    return [...this.#byIdentity.keys()];
  }
}
