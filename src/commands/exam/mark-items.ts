import { creditsNumber } from '../../exam/credits.ts';
import type { ItemStatistics, OptionStatistics } from '../../exam/marking/items.ts';
import { grid } from '../../notation/charts/grid.ts';
import { lineText, span } from '../../notation/line.ts';
import { renderInline } from '../../notation/terminal.ts';
import { type Block, hanging, innerWidth, type Page, type Section, table } from '../../pages/page.ts';
import { percent } from '../../schedule/statistics/words.ts';

/** How the questions of a marked exam did, for a reader. */

/** In smaller classes a correlation says little. */
const ENOUGH = 10;
/** A little below zero is chance. */
const DOUBTFUL = -0.1;

export function questions(items: readonly ItemStatistics[], page: Page): Section {
  const rows = items.map(item => [
    nameOf(item),
    creditsNumber(item.credits),
    String(item.papers),
    percent(item.difficulty),
    index(item.itemRest),
    index(item.upperLower),
    String(item.blank),
    String(item.unreadable),
  ]);
  const odd = items.filter(({ itemRest, papers }) => papers >= ENOUGH && itemRest !== null && itemRest < DOUBTFUL);
  return {
    title: 'The questions',
    blocks: [
      ...table(['question', 'credits', 'papers', 'share', 'r', 'D', 'blank', 'unread'], rows, page),
      'share: of the credits that were earned. r: the correlation with the credits of all other questions. D: the share among the best 27 % of the papers less that among the last 27 %. From about 0.3 on, a question tells those who know much from those who know little.',
      ...(items.some(({ places }) => places.length > 1) ? ['A * marks what stands elsewhere on other forms.'] : []),
      ...odd.map(item =>
        hanging(
          [span('• ')],
          `${nameOf(item)}: whoever earned more elsewhere earned less here. Is its key right?`,
          page,
        ),
      ),
    ],
  };
}

/** Of a question its place in the first form that has it: `1.3 cnn/flatten-size`, `2.1a … hidden`. */
function nameOf({ places, question, part }: ItemStatistics): string {
  const [first] = places;
  const label = `${first?.label ?? ''}${places.length > 1 ? '*' : ''}`;
  return part === null ? `${label} ${question}` : `  ${label} ${part}`;
}

function index(value: number | null): string {
  return value === null ? '–' : signed(value);
}

/** Two decimals. */
export function signed(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

/** Of each question so many options are told. */
const MOST_OPTIONS = 3;

/** No section where nothing wrong was ticked. */
export function temptations(items: readonly ItemStatistics[], page: Page): readonly Section[] {
  const blocks = items.flatMap((item): readonly Block[] => {
    const wrong = item.options.filter(({ right, ticked }) => !right && ticked > 0).slice(0, MOST_OPTIONS);
    return wrong.length === 0 ? [] : [nameOf(item).trim(), ...wrong.map(option => optionLines(option, page))];
  });
  return blocks.length === 0 ? [] : [{ title: 'Wrong options that were ticked most', blocks }];
}

function optionLines({ text, shown, ticked }: OptionStatistics, page: Page): Block {
  const words = `${percent(ticked / shown)} (${ticked} of ${shown}): ${lineText(renderInline(text))}`;
  return hanging([span('  • ')], words, page);
}

const MOST_MISTAKES = 12;

export function mistakes(items: readonly ItemStatistics[], page: Page): Section {
  const rows = items
    .filter(({ part }) => part === null)
    .flatMap(item => item.mistakes.map(({ tag, times }) => ({ tag, times, papers: item.papers, name: nameOf(item) })))
    .sort((a, b) => b.times - a.times)
    .slice(0, MOST_MISTAKES)
    .map(({ tag, times, papers, name }) => [`${times} of ${papers}`, `"${tag}"`, name]);
  const blocks: readonly Block[] =
    rows.length === 0
      ? ['No known mistake was recognised.']
      : [grid({ head: ['', 'mistake', ''], rows, words: [1, 2], isCut: true }, innerWidth(page))];
  return { title: 'Known mistakes that were recognised', blocks };
}
