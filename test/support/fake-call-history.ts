import { callKeyOf } from '../../src/core/call-history.js';
import type { CallHistoryStorage } from '../../src/core/call-history.js';
import { betterRecord } from '../../src/core/call-record.js';
import type { CallRecord } from '../../src/core/call-record.js';
import type { Unsubscribe } from '../../src/core/ports.js';

/** A browser's database, in memory: two phones that share one are two tabs of a browser. */
export class FakeCallHistory implements CallHistoryStorage {
  /** By identity, the oldest first. */
  readonly saved = new Map<string, readonly CallRecord[]>();
  /** What was asked of it, in order. */
  readonly commands: string[] = [];
  /** Set to make everything reject with it. */
  failure: Error | null = null;
  readonly #listeners = new Set<(identity: string) => void>();

  /** The calls of an identity, as they are kept. */
  of(identity: string): readonly CallRecord[] {
    return this.saved.get(identity) ?? [];
  }

  async load(identity: string): Promise<readonly CallRecord[]> {
    await this.#answer(`load(${identity})`);
    return this.of(identity);
  }

  async save(identity: string, record: CallRecord): Promise<void> {
    await this.#answer(`save(${identity})`);
    const key = callKeyOf(record);
    const known = this.of(identity).find((other) => callKeyOf(other) === key);
    const others = this.of(identity).filter((other) => other !== known);
    this.saved.set(identity, [...others, known ? betterRecord(known, record) : record]);
    this.announce(identity);
  }

  async clear(identity: string): Promise<void> {
    await this.#answer(`clear(${identity})`);
    this.saved.delete(identity);
    this.announce(identity);
  }

  subscribe(listener: (identity: string) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.commands.push('close');
  }

  /** Another tab has changed something. */
  announce(identity: string): void {
    for (const listener of [...this.#listeners]) listener(identity);
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  async #answer(command: string): Promise<void> {
    this.commands.push(command);
    await Promise.resolve();
    if (this.failure) throw this.failure;
  }
}
