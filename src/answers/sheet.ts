import { markdownTable } from './markdown-table.ts';
import type { AnswerSpace, GridSpace } from './space.ts';

/** Answer spaces as Markdown, with nothing filled in. */

/** Room for a short answer on paper. Dots, as a run of underscores would be a rule in Markdown. */
const BLANK_LINE = '…'.repeat(24);

type Sheets = { readonly [Kind in AnswerSpace['kind']]: (space: Extract<AnswerSpace, { kind: Kind }>) => string };

const SHEETS: Sheets = {
  line: ({ note }) => (note === null ? BLANK_LINE : `${BLANK_LINE}\n\n${note}`),
  page: ({ lines }) => Array.from({ length: lines }, () => BLANK_LINE).join('\n\n'),
  boxes: ({ options, note }) => {
    const boxes = options.map(({ label, text }) => `- ☐ **${label}** ${text}`).join('\n');
    return note === null ? boxes : `${note}\n\n${boxes}`;
  },
  grid: emptyTable,
  order: ({ lines }) => lines.map(({ label, text }) => `- ▢ **${label}** ${text}`).join('\n'),
  // The blanks with room beside them, then what there is to choose from.
  pairs: ({ blanks, options }) => {
    const rows = blanks.map(({ label, text }) => `- ${[`**${label}**`, text, BLANK_LINE].filter(Boolean).join(' ')}`);
    const choices = options.map(({ label, text }) => `- **${label}** ${text}`);
    return [rows.join('\n'), 'Choose from:', choices.join('\n')].join('\n\n');
  },
};

function emptyTable({ columns, rows }: GridSpace): string {
  const width = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
  // Tables in Markdown have a header, if an empty one.
  const header = Array.from({ length: width }, (_, i) => columns[i] ?? '');
  const empty = header.map(() => '');
  if (rows.every(({ heading }) => heading === null)) {
    return markdownTable(
      header,
      rows.map(() => empty),
    );
  }
  return markdownTable(
    ['', ...header],
    rows.map(({ heading }) => [heading ?? '', ...empty]),
  );
}

export function sheetMarkdown<Space extends AnswerSpace>(space: Space): string {
  return (SHEETS[space.kind] as (space: AnswerSpace) => string)(space);
}
