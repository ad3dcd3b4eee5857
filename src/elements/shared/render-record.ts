import { html, nothing } from 'lit';
import phone from 'lucide/dist/esm/icons/phone.mjs';
import phoneIncoming from 'lucide/dist/esm/icons/phone-incoming.mjs';
import phoneMissed from 'lucide/dist/esm/icons/phone-missed.mjs';
import phoneOutgoing from 'lucide/dist/esm/icons/phone-outgoing.mjs';
import type { CallRecord } from '../../core/call-record.js';
import { addressOf, describeParty } from './describe-party.js';
import { describeOutcome } from './describe-record.js';
import { formatSpan, formatTime } from './format-day.js';
import { historyTexts } from './history-texts.js';
import { icon } from './icons.js';

interface RecordEntry {
  readonly record: CallRecord;
  /** Its place in the whole list. */
  readonly at: number;
  readonly format: (number: string) => string;
  /** Why nobody can be called now; null when somebody can. */
  readonly unavailable: string | null;
  readonly onCall: (address: string) => void;
}

/** One call of the history. */
export function renderRecord({ record, at, format, unavailable, onCall }: RecordEntry) {
  const { title, number } = describeParty(record);
  const party = format(title);
  const address = addressOf(record);
  return html`<li part="call" class=${record.wasMissed ? 'missed' : ''}>
    <span class="direction">${icon(iconOf(record))}</span>
    <p class="party">
      <bdi>${party}</bdi>
      ${number ? html`<bdi class="number">${format(number)}</bdi>` : nothing}
    </p>
    <p class="facts">
      <span class="outcome">${describeOutcome(record)}</span>
      <time datetime=${new Date(record.createdAt).toISOString()}>${formatTime(record.createdAt)}</time>
      ${record.talkInMilliseconds > 0 ? html`<span>${formatSpan(record.talkInMilliseconds)}</span>` : nothing}
    </p>
    ${address ? renderCallButton() : nothing}
  </li>`;

  function renderCallButton() {
    return html`<button
      type="button"
      part="call-button"
      data-index=${at}
      aria-label=${historyTexts.callParty(party)}
      title=${unavailable ?? historyTexts.call()}
      aria-disabled=${unavailable === null ? nothing : 'true'}
      @click=${() => onCall(address)}
    >
      ${icon(phone)}
    </button>`;
  }
}

function iconOf({ direction, wasMissed }: CallRecord) {
  if (wasMissed) return phoneMissed;
  return direction === 'INCOMING' ? phoneIncoming : phoneOutgoing;
}
