import type { ReactiveControllerHost } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import type { CheckState, DiagnosticsPort } from '../../core/diagnostics.js';
import { PhoneCheck } from '../../core/phone-check.js';
import type { Unsubscribe } from '../../core/ports.js';

/** Runs the check of the phone that its host belongs to, and updates the host at each step. */
export class CheckWork {
  readonly #host: ReactiveControllerHost;
  #phone: CallController | null = null;
  #check: PhoneCheck | null = null;
  #port: DiagnosticsPort | null = null;
  #unsubscribe: Unsubscribe = () => undefined;
  #hasFailedToLoad = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Null while there is no phone. */
  get state(): CheckState | null {
    return this.#check?.getState() ?? null;
  }

  get canStart(): boolean {
    return this.#check?.canStart ?? false;
  }

  get hasFailedToLoad(): boolean {
    return this.#hasFailedToLoad;
  }

  /** Called before each render, with null when there is no phone any more: then the check ends. */
  follow(phone: CallController | null): void {
    if (phone === this.#phone) return;
    this.#check?.cancel();
    this.#unsubscribe();
    this.#phone = phone;
    this.#port = null;
    this.#check = phone && new PhoneCheck(phone);
    this.#unsubscribe = this.#check?.subscribe(() => this.#host.requestUpdate()) ?? (() => undefined);
  }

  async start(): Promise<void> {
    const check = this.#check;
    if (!this.#phone || !check?.canStart) return;
    this.#hasFailedToLoad = false;
    try {
      this.#port ??= await this.#phone.loadDiagnostics();
    } catch {
      this.#hasFailedToLoad = true;
      this.#host.requestUpdate();
      return;
    }
    // A call may have come while it loaded.
    if (check.canStart) await check.run(this.#port);
  }

  stop(): void {
    this.#check?.cancel();
  }

  /** Hands the report to the browser's downloads. An anchor's download is no fetch: no CSP directive names it. */
  download(): void {
    if (!this.#port || !this.state) return;
    const report = new Blob([this.#port.createReport(this.state)], { type: 'application/json' });
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(report);
    anchor.download = 'twilio-phone-report.json';
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  }
}
