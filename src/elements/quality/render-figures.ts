import { html, nothing, svg } from 'lit';
import type { CallQuality } from '../../core/call-quality.js';
import { qualityTexts as texts } from './quality-texts.js';
import { formatMilliseconds, formatScore, formatShare } from '../shared/format-number.js';
import { HEIGHT, heightOf, linePath, WIDTH } from './sparkline.js';
import type { Point, Scale } from './sparkline.js';

interface Figure {
  readonly name: string;
  readonly label: () => string;
  readonly read: (sample: CallQuality) => number | null;
  readonly format: (value: number) => string;
  /** The least that the picture shows; it grows with what was measured. */
  readonly scale: Scale;
  /** From where on the phone warns of it. */
  readonly limit: number;
}

const figures: readonly Figure[] = [
  {
    name: 'mos',
    label: texts.score,
    read: ({ mos }) => mos,
    format: formatScore,
    scale: [1, 4.5],
    limit: 3,
  },
  {
    name: 'round-trip',
    label: texts.roundTrip,
    read: ({ roundTripTimeInMilliseconds }) => roundTripTimeInMilliseconds,
    format: formatMilliseconds,
    scale: [0, 500],
    limit: 400,
  },
  {
    name: 'jitter',
    label: texts.jitter,
    read: ({ jitterInMilliseconds, packetsReceived }) => (packetsReceived > 0 ? jitterInMilliseconds : null),
    format: formatMilliseconds,
    scale: [0, 40],
    limit: 30,
  },
  {
    name: 'loss',
    label: texts.loss,
    // Of nothing, no share is lost: it is not known whether anything was sent.
    read: ({ packetLossFraction, packetsReceived, packetsLost }) =>
      packetsReceived + packetsLost > 0 ? packetLossFraction : null,
    format: formatShare,
    scale: [0, 0.04],
    limit: 0.01,
  },
];

/** Each figure now, and as a line. Lines are paths alone: a strict page forbids styles that stand in the markup. */
export function renderFigures(samples: readonly CallQuality[]) {
  const rendered = figures.map((figure) => renderFigure(figure, samples));
  return html`<div part="figures" role="group" aria-label=${texts.figures()}>
    <dl>${rendered}</dl>
    <p class="explanation">${texts.explanation()}</p>
  </div>`;
}

function renderFigure(figure: Figure, samples: readonly CallQuality[]) {
  const points = samples.map((sample) => ({ at: sample.at, value: figure.read(sample) }));
  const now = points.at(-1)?.value ?? null;
  return html`<div class="figure" part="figure" data-figure=${figure.name}>
    <dt>${figure.label()}</dt>
    <dd class="now">
      ${now === null ? html`<span aria-label=${texts.notMeasured()} role="img">–</span>` : figure.format(now)}
    </dd>
    <dd>${renderLine(figure, points)}</dd>
  </div>`;
}

function renderLine(figure: Figure, points: readonly Point[]) {
  const values = points.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [bottom, top] = figure.scale;
  const scale: Scale = [bottom, Math.max(top, most)];
  const limit = heightOf(figure.limit, scale);
  const summary =
    values.length > 0 ? texts.range(figure.format(least), figure.format(most)) : texts.notMeasured();
  return html`<svg
    class="line"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${summary}
  >
    ${svg`<path class="limit" d="M0 ${limit}H${WIDTH}" vector-effect="non-scaling-stroke" />`}
    ${values.length > 0 ? svg`<path class="values" d=${linePath(points, scale)} vector-effect="non-scaling-stroke" />` : nothing}
  </svg>`;
}
