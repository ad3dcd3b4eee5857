import type { AudioDevicesPort } from './audio-devices.js';
import type { CallControllerPorts } from './call-controller-ports.js';
import type { CallHistoryPort } from './call-history.js';
import type { CallFeedback } from './call-feedback.js';
import type { CallQuality } from './call-quality.js';
import { DeviceRegister } from './device-register.js';
import type { DiagnosticsPort } from './diagnostics.js';
import { LateCalls } from './late-calls.js';
import { PhoneError } from './phone-error.js';
import type { PhoneFact } from './phone-fact.js';
import { requirePhoneCommand } from './phone-rules.js';
import { activeCalls, currentCall, isSomebodyWaiting } from './phone-state.js';
import type { CallState, Command, PhoneState } from './phone-state.js';
import type { PhoneSettings } from './phone-settings.js';
import { PhoneStore } from './phone-store.js';
import type { DevicePortEvent, TokenSource, Unsubscribe } from './ports.js';
import { Registration } from './registration.js';
import { TokenKeeper } from './token-keeper.js';
import { Wishes } from './wishes.js';

/**
 * The phone without a face. Two laws hold for it. What the network reports is a fact: it never throws.
 * A command is a wish: refused, it rejects with a `PhoneError` before anything was touched; taken, it settles
 * when what it asked for has happened. Only facts change the state.
 */
export class CallController {
  readonly #ports: CallControllerPorts;
  readonly #report: (report: string) => void;
  readonly #store: PhoneStore;
  readonly #wishes: Wishes;
  readonly #tokens: TokenKeeper;
  readonly #registration: Registration;
  readonly #device: DeviceRegister;
  readonly #calls: LateCalls;
  #settings: Partial<PhoneSettings> = {};
  readonly #unsubscribes: readonly Unsubscribe[];

  constructor(ports: CallControllerPorts) {
    this.#ports = ports;
    this.#report = ports.reportUnexpected ?? (() => undefined);
    this.#store = new PhoneStore(this.#report);
    this.#wishes = new Wishes(this.#store);
    this.#tokens = new TokenKeeper(ports.clock, ports.tokens);
    this.#registration = new Registration({ ...ports, store: this.#store, tokens: this.#tokens });
    this.#device = new DeviceRegister({
      clock: ports.clock,
      store: this.#store,
      registration: this.#registration,
      report: this.#report,
    });
    this.#calls = new LateCalls(ports.calls, {
      ...ports,
      store: this.#store,
      wishes: this.#wishes,
      registration: this.#registration,
      settings: () => this.#settings,
      report: this.#report,
    });
    this.#unsubscribes = [
      ports.device.subscribe((event) => this.#hear(event)),
      ports.ringer.subscribe((isSoundBlocked) => this.#store.setSoundBlocked(isSoundBlocked)),
      this.#store.subscribe((state) => this.#ringWhileWaitedFor(state)),
      this.#store.subscribeToFacts((fact) => this.#calls.hear(fact)),
      this.#store.subscribeToFacts((fact) => this.#afterCall(fact)),
    ];
    ports.log.follow(this.#store, (record) => this.#store.tell({ type: 'call-log', record }));
  }

  /** The microphones and loudspeakers to choose among. */
  get audio(): AudioDevicesPort {
    return this.#ports.audio;
  }

  /** The calls that are over. */
  get history(): CallHistoryPort {
    return this.#ports.log;
  }

  /** What a check of this phone looks with. Rejects with `sdk-load-failed` when it does not load. */
  async loadDiagnostics(): Promise<DiagnosticsPort> {
    const diagnostics = await this.#ports.loadDiagnostics?.(() => this.#tokens.probe());
    if (diagnostics) return diagnostics;
    throw new PhoneError('invalid-state', 'This phone was made without anything to check it with.');
  }

  /** The phone as it is now: frozen, and the same object until something changes. */
  getState(): PhoneState {
    return this.#store.getState();
  }

  /** The listener is called at once, and again at each change. */
  subscribe(listener: (state: PhoneState) => void): Unsubscribe {
    return this.#store.subscribe(listener);
  }

  /** The listener hears each fact once, when the state already has it. */
  subscribeToFacts(listener: (fact: PhoneFact) => void): Unsubscribe {
    return this.#store.subscribeToFacts(listener);
  }

  /** Whether a command would be taken now. Without a call id: for the call that a person would mean. */
  can(command: Command, callId?: string): boolean {
    return this.#calls.can(command, callId);
  }

  /** True when calls can arrive. */
  isDeviceReady(): boolean {
    return this.getState().device.status === 'registered';
  }

  /** True when somebody talks here, or soon will. */
  hasActiveCall(): boolean {
    return activeCalls(this.getState()).length > 0;
  }

  /** How long ago Twilio last said anything to this phone; null while it says nothing. */
  getSilenceInMilliseconds(): number | null {
    return this.#registration.silenceInMilliseconds;
  }

  /** The active call, else the one that rings, else null. */
  getCurrentCallState(): CallState | null {
    return currentCall(this.getState());
  }

  /** Makes the phone reachable, and keeps it so. Resolves when it is; rejects when this try failed. */
  async register(): Promise<void> {
    requirePhoneCommand(this.getState(), 'register');
    return this.#wishes.make({
      command: 'register',
      act: () => this.#registration.start(),
      outcomeOf: (fact) => {
        if (fact.type === 'device-registered') return { result: undefined };
        return 'error' in fact && fact.error ? { error: fact.error } : null;
      },
    });
  }

  /** Do not disturb: no call arrives until `register()`. A call under way goes on. */
  async unregister(): Promise<void> {
    requirePhoneCommand(this.getState(), 'unregister');
    this.#registration.stop();
    this.#wishes.failAll(new PhoneError('registration-failed', 'unregister() was called.'), 'register');
    // Nothing is there to wait for; but a registration may be under way that does not show yet.
    if (this.getState().device.status === 'unregistered') return this.#ports.device.unregister();
    return this.#wishes.make({
      command: 'unregister',
      act: () => this.#ports.device.unregister(),
      outcomeOf: (fact) => (fact.type === 'device-unregistered' ? { result: undefined } : null),
    });
  }

  /** Unregisters, and forgets the token, the person and the history. Rejects with `history-not-cleared`. */
  async signOut(): Promise<void> {
    requirePhoneCommand(this.getState(), 'signOut');
    this.#tokens.forget();
    const forgetting = this.#ports.log.forget();
    const leaving = this.can('unregister') ? this.unregister() : null;
    this.#store.forgetPerson();
    await Promise.all([forgetting, leaving]);
  }

  /** Ends every call and gives everything back. The phone cannot be used again. */
  destroy(): Promise<void> {
    if (this.getState().device.status !== 'destroyed') this.#ports.device.destroy();
    return Promise.resolve();
  }

  /** Calls a number (E.164) or a client. Resolves when it rings there; rejects when it cannot. */
  async makeCall(phoneNumber: string, parameters: Readonly<Record<string, string>> = {}): Promise<void> {
    return this.#calls.wish(({ outgoing }) => outgoing.make(phoneNumber, parameters));
  }

  /** Answers the call that rings. The microphone is opened first: refused, the caller goes on ringing. */
  async answerCall(callId?: string): Promise<void> {
    return this.#calls.wish(({ commands }) => commands.answer(callId));
  }

  /** Declines the call that rings: its caller hears so. */
  async rejectCall(callId?: string): Promise<void> {
    return this.#calls.wish(({ commands }) => commands.reject(callId));
  }

  /** Silences the call here and lets it ring elsewhere: its caller is told nothing. */
  async ignoreCall(callId?: string): Promise<void> {
    return this.#calls.wish(({ commands }) => commands.ignore(callId));
  }

  /** Hangs up. */
  async endCall(callId?: string): Promise<void> {
    return this.#calls.wish(({ commands }) => commands.end(callId));
  }

  /** Mutes the microphone, or un-mutes it. Resolves to the new state. */
  async toggleMute(callId?: string): Promise<boolean> {
    return this.#calls.wish(({ commands }) => commands.toggleMute(callId));
  }

  /** Holds the call, or resumes it. Resolves to the new state. */
  async toggleHold(callId?: string): Promise<boolean> {
    return this.#calls.wish(({ commands }) => commands.toggleHold(callId));
  }

  /** Keys digits: `0-9`, `*`, `#`, and `w` for half a second's pause. */
  async sendDigits(digits: string, callId?: string): Promise<void> {
    return this.#calls.wish(({ commands }) => commands.sendDigits(digits, callId));
  }

  /** Does what can be done for sound that does not come or go: the microphone, the path through the network. */
  async reconnectSound(callId?: string): Promise<void> {
    return this.#calls.wish(({ commands }) => commands.reconnectSound(callId));
  }

  /** Tells Twilio how the call was that ended last. Resolves when it is there. */
  async sendFeedback(feedback: CallFeedback, callId?: string): Promise<void> {
    return this.#calls.wish(({ commands }) => commands.sendFeedback(feedback, callId));
  }

  /** How good a call sounds: called at once and each second, with the last two minutes. */
  watchQuality(callId: string, listener: (samples: readonly CallQuality[]) => void): Unsubscribe {
    return this.#calls.watchQuality(callId, listener);
  }

  /** Changes how calls are taken and placed from now on. */
  configure(change: Partial<PhoneSettings>): void {
    this.#settings = { ...this.#settings, ...change };
    if (change.keepsHistory !== undefined) this.#ports.log.keep(change.keepsHistory);
  }

  /** Somebody has seen which calls were missed. */
  clearMissedCalls(): void {
    this.#store.clearMissedCalls();
  }

  /** Forgets every call of whoever is registered here. Rejects with `history-not-cleared`. */
  clearHistory(): Promise<void> {
    return this.#ports.log.clear();
  }

  /** Tokens come from elsewhere from now on; a phone that is wanted asks there at once. */
  setTokenSource(source: TokenSource | null): void {
    this.#tokens.setSource(source);
    this.#registration.restart();
  }

  /** The page is awake, online or visible again: look at once whether the phone is still reachable. */
  checkConnection(): void {
    this.#registration.check();
  }

  #hear(event: DevicePortEvent): void {
    if (event.type === 'incoming') this.#calls.take(event.call);
    else this.#device.hear(event);
    if (event.type === 'destroyed') this.#giveEverythingBack();
  }

  #giveEverythingBack(): void {
    this.#registration.stop();
    this.#tokens.forget();
    this.#calls.clear();
    this.#ports.log.destroy();
    this.#wishes.failAll(new PhoneError('invalid-state', 'The phone has been destroyed.'));
    this.#ports.microphone.release();
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
  }

  /** A caller who waits is heard; once the person has chosen, the bell is silent. */
  #ringWhileWaitedFor(state: PhoneState): void {
    if (isSomebodyWaiting(state)) this.#ports.ringer.start();
    else this.#ports.ringer.stop();
  }

  #afterCall(fact: PhoneFact): void {
    if (!('call' in fact) || fact.call.status !== 'closed') return;
    if (!this.hasActiveCall()) this.#registration.hearCallsEnded();
  }
}
