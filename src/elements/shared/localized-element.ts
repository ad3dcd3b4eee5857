import { LitElement } from 'lit';
import type { CallController } from '../../core/call-controller.js';
import { chooseLanguage } from './languages.js';
import type { Language } from './languages.js';
import { languageTags } from './language-tags.js';
import { speak } from './message.js';
import { rootsAround } from './roots-around.js';

/** Words that are late are not waited for any longer: English now is better than German some time. */
export const PATIENCE_IN_MILLISECONDS = 1_000;

/**
 * An element that speaks its reader's language: `lang` of the element, else of its phone, else the nearest in the
 * page, else the browser's; English where the phone speaks none of them. It follows when one of them changes.
 */
export abstract class LocalizedElement extends LitElement {
  #language: Language = chooseLanguage([]);
  readonly #langs = new MutationObserver(() => this.requestUpdate());

  /** The phone whose language counts, when neither the element nor what is around it says one. */
  protected abstract get attachedController(): CallController | null;

  /** The language that the element speaks now. */
  protected get language(): Language {
    return this.#language;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const root of rootsAround(this)) {
      this.#langs.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    window.addEventListener('languagechange', this.#handleLanguageChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#langs.disconnect();
    window.removeEventListener('languagechange', this.#handleLanguageChange);
  }

  /** The first words wait for their language; later ones stay in the old one until the new one is here. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const loading = this.#choose();
    if (!loading) return super.scheduleUpdate();
    void loading.then(() => this.requestUpdate());
    return this.hasUpdated ? super.scheduleUpdate() : this.#updateAfter(loading);
  }

  protected override performUpdate(): void {
    speak(this.#language);
    super.performUpdate();
  }

  async #updateAfter(loading: Promise<void>): Promise<void> {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_IN_MILLISECONDS));
    await Promise.race([loading, patience]);
    void this.#choose();
    await super.scheduleUpdate();
  }

  /** Takes up the language that is asked for now, or says when that is worth another try. */
  #choose(): Promise<void> | null {
    const language = chooseLanguage(languageTags(this, this.attachedController));
    if (!language.loading) this.#language = language;
    return language.loading;
  }

  #handleLanguageChange = (): void => this.requestUpdate();
}
