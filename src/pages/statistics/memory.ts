import { curve } from '../../notation/charts/curve.ts';
import { whiskers } from '../../notation/charts/whiskers.ts';
import type { Calibration } from '../../schedule/statistics/calibration.ts';
import { ENOUGH, PRIOR_ANSWERS, PRIOR_RECALL, type Rival, SUREST } from '../../schedule/statistics/comparison.ts';
import type { NamedRetention, Retention } from '../../schedule/statistics/retention.ts';
import type { Statistics } from '../../schedule/statistics/statistics.ts';
import { calibrationInWords, comparisonInWords, nats, percent, range } from '../../schedule/statistics/words.ts';
import { aligned, type Block, counted, gridLines, innerWidth, type Page, type Section } from '../page.ts';

/** What was remembered, and what had been predicted. */

const GONE = '(left the bank)';

export function retention({ retention: { all, topics, kinds } }: Statistics, page: Page): Section {
  const title = 'Retention';
  if (all.recalled.interval === null) {
    return { title, blocks: ['Nothing was asked on a second day yet, so there was nothing to remember.'] };
  }
  return {
    title,
    blocks: [
      overallSentence(all),
      'By topic:',
      retentionChart('Retention by topic', topics, page),
      'By kind of question:',
      retentionChart('Retention by kind of question', kinds, page),
    ],
  };
}

function retentionChart(title: string, rows: readonly NamedRetention[], page: Page): Block {
  return shareChart(
    title,
    rows.map(row => ({ ...row, label: row.name ?? GONE })),
    page,
  );
}

function shareChart(title: string, rows: readonly (Retention & { readonly label: string })[], page: Page): Block {
  const texts = aligned(rows.map(row => cells(row)));
  const drawn = rows.flatMap(({ label, recalled: { share, interval }, predicted }, i) =>
    share === null || interval === null ? [] : [{ label, ...interval, value: share, predicted, text: texts[i] ?? '' }],
  );
  return whiskers({ title, rows: drawn }, innerWidth(page));
}

function overallSentence({ recalled: { hits, of, share, interval }, predicted }: Retention): string {
  const facts = share === null || interval === null ? '' : `: ${percent(share)} (${range(interval)})`;
  const forecast = predicted === null ? '' : `; ${percent(predicted)} were predicted`;
  return `Of ${counted(of, 'rated answer')} to questions met before, ${hits} ${hits === 1 ? 'was' : 'were'} recalled${facts}${forecast}.`;
}

/** `101 of 120` `84 %` `(77–90 %)` `predicted 88 %` */
function cells({ recalled, predicted }: Retention): string[] {
  const { hits, of, share, interval } = recalled;
  return [
    `${hits} of ${of}`,
    share === null ? '' : percent(share),
    interval === null ? '' : `(${range(interval)})`,
    predicted === null ? '' : `predicted ${percent(predicted)}`,
  ];
}

export function calibration({ calibration: found }: Statistics, page: Page): Section {
  const rows = found.bins.map(({ from, to, recalled, predicted }) => ({
    label: range({ low: from, high: to }),
    recalled,
    predicted,
  }));
  return {
    title: 'Predicted and recalled',
    blocks: [
      calibrationInWords(found),
      ...differenceSentence(found),
      ...(rows.length === 0 ? [] : [shareChart('Recall by what was predicted', rows, page)]),
    ],
  };
}

/** `The difference is +4 points (0 to +8).` */
function differenceSentence({ difference, interval }: Calibration): string[] {
  if (difference === null || interval === null) return [];
  return [
    `Predicted less recalled: ${points(difference)} points (95 %: ${points(interval.low)} to ${points(interval.high)}).`,
  ];
}

function points(difference: number): string {
  const rounded = (100 * difference).toFixed(1).replace(/^-0\.0$/, '0.0');
  return rounded.startsWith('-') ? rounded.replace('-', '−') : `+${rounded}`;
}

const RIVALS = { overall: 'your average so far', topic: 'your average by topic' };

export function comparison({ comparison: found }: Statistics, page: Page): Section {
  const title = 'FSRS against plain averages';
  const words = comparisonInWords(found);
  if (found.fsrs === null) return { title, blocks: [words] };
  const width = innerWidth(page);
  const rows = [
    ['FSRS', nats(found.fsrs)],
    [RIVALS.overall, ...rivalCells(found.overall)],
    [RIVALS.topic, ...rivalCells(found.topic)],
  ];
  const course = curve(
    {
      title: 'Lead of FSRS, summed up (above 0 it is ahead)',
      axis: 'answers',
      series: [
        { name: RIVALS.overall, values: found.overall.course },
        { name: RIVALS.topic, values: found.topic.course },
      ],
    },
    width,
  );
  return {
    title,
    blocks: [
      words,
      gridLines({ head: ['', 'log loss', 'FSRS leads by', '95 %'], rows, words: [0, 3] }, page),
      `Mean log loss over ${counted(found.answers, 'forecast')}; less is better. Each forecast knew only what came before its answer. An average starts as if ${Math.round(PRIOR_ANSWERS * PRIOR_RECALL)} of ${PRIOR_ANSWERS} earlier answers had been recalled, that of a topic at the overall one. No forecast counts as surer than ${100 * SUREST} %.`,
      ...(course && found.answers >= ENOUGH ? [course] : []),
    ],
  };
}

function rivalCells({ loss, lead, interval }: Rival): string[] {
  const number = (value: number | null): string => (value === null ? '–' : nats(value));
  return [number(loss), number(lead), interval ? `${nats(interval.low)} to ${nats(interval.high)}` : 'too early'];
}
