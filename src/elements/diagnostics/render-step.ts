import { html, nothing } from 'lit';
import check from 'lucide/dist/esm/icons/circle-check.mjs';
import dashed from 'lucide/dist/esm/icons/circle-dashed.mjs';
import minus from 'lucide/dist/esm/icons/circle-minus.mjs';
import loader from 'lucide/dist/esm/icons/loader-circle.mjs';
import alert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import cross from 'lucide/dist/esm/icons/circle-x.mjs';
import type { CheckState, CheckStep } from '../../core/diagnostics.js';
import type { LevelDisplay } from '../settings/level-display.js';
import { renderLevel } from '../settings/render-level.js';
import { explain } from '../shared/explain.js';
import { icon } from '../shared/icons.js';
import { diagnosticsTexts, findingTexts, statusNames, stepNames } from './diagnostics-texts.js';

const stepIcons = {
  waiting: dashed,
  running: loader,
  good: check,
  attention: alert,
  failed: cross,
  'not-tested': minus,
} as const;

/** One step: how it stands in a word, and what it found and what to do in a sentence. */
export function renderStep(step: CheckStep, level: LevelDisplay) {
  const { name, status } = step;
  const sentence = sentenceOf(step);
  return html`<li part="step" data-status=${status}>
    ${icon(stepIcons[status])}
    <p class="name">${stepNames[name]()}</p>
    <p class="status">${statusNames[status]()}</p>
    ${sentence ? html`<p class="sentence">${sentence}</p>` : nothing}
    ${name === 'microphone' && status === 'running' ? renderLevel(level) : nothing}
  </li>`;
}

/** What came of the whole check; null while nobody knows. */
export function verdictOf({
  status,
  steps,
}: CheckState): 'good' | 'attention' | 'failed' | 'cancelled' | 'interrupted' | null {
  if (status === 'ready' || status === 'running') return null;
  if (status !== 'finished') return status;
  if (steps.some((step) => step.status === 'failed')) return 'failed';
  return steps.some((step) => step.status === 'attention') ? 'attention' : 'good';
}

function sentenceOf({ name, status, result }: CheckStep): string | null {
  if (name === 'microphone' && status === 'running') return diagnosticsTexts.saySomething();
  if (!result) return null;
  if (result.error) return explain(result.error);
  return result.finding === 'trouble' ? null : findingTexts[result.finding]();
}
