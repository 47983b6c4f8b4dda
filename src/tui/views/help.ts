import type { Situation } from '../../app/situation.ts';
import type { State } from '../../app/state.ts';
import { keyName } from '../key-name.ts';
import { activeBindings } from '../keymap.ts';
import type { Binding } from '../keys/binding.ts';
import { bindings } from '../keys/table.ts';
import { BLANK, hanging, literal, markdown, type StyledLine, styled, widthOf } from '../styled.ts';
import type { Room, View } from '../view.ts';

/** The key table, by where its keys work. */

/** A binding belongs where the second situation that it needs is named, or else the first. */
const SECTIONS: readonly (readonly [title: string, where: readonly Situation[]])[] = [
  ['Home', ['home']],
  ['Question', ['question']],
  ['Question: text, and the text in a cell', ['text']],
  ['Question: a page', ['page']],
  ['Question: options', ['boxes']],
  ['Question: lines to put in order', ['lines', 'placed', 'can-rise', 'can-sink', 'blank', 'filling']],
  ['Question: blanks to be given letters', ['pairs']],
  ['Question: a matrix or a table', ['grid']],
  ['Marking yourself', ['judge']],
  ['Mark and solution', ['mark']],
  ['Summary', ['summary']],
  ['History', ['history', 'answers']],
  ['History: search', ['searching']],
  ['An old answer', ['past']],
  ['Set aside', ['aside']],
  ['Plan', ['plan']],
  ['Statistics', ['statistics']],
  ['Find', ['picker']],
  ['Bank', ['browser', 'filtering']],
  ['Exams', ['exams']],
  ['Settings', ['settings']],
  ['Scratch pad', ['scratch']],
  ['A solution step by step', ['solved', 'stepping']],
  ['Why this question now', ['why']],
  ['Help', ['help']],
  ['Everywhere', []],
];

const KEYS_WIDTH = 20;
/** In few columns the words need the room more. */
const NARROW = 60;
const NARROW_KEYS_WIDTH = 12;
/** Lines of a window that no second pane can have. */
const FRAME = 6;

export const NOTATIONS = `What can be typed. What was understood is shown while you type. A reply that cannot be read costs nothing.

- Numbers: \`16*7*7\`, \`3/8\`, \`1e-3\`, \`10^-3\`, \`1 024\`, \`5%\`, \`sqrt(2/192)\`, \`2π\`, \`ln 2\`
- Vectors, matrices and tables, cell by cell or pasted: \`[1 2; 3 4]\`, NumPy, cells of a spreadsheet
- Shapes: \`(N, 2, 28, 28)\`, \`N×2×28×28\`
- Formulas: \`sqrt(2/n)\`, \`(1-beta) x\`, \`W^T y\`, \`max(0, x)\`; any equal form is right
- Orders: \`3 1 2\`. Pairs: \`1=c 2=a\`
`;

/** First what is of use where one comes from, then all the rest. */
export function helpView(state: State, { columns: width, rows, side, spoken }: Room): View {
  const here = keySection('Here and now', activeBindings({ ...state, help: false }), width);
  const all = everyKey(width);
  const beside = side > 0 && !spoken ? markdown(NOTATIONS, side) : [];
  // It stands still there, so all of it must fit.
  const isBeside = beside.length > 0 && beside.length <= rows - FRAME;
  return {
    place: 'Help',
    corner: '',
    body: [...here, ...(isBeside ? [] : [...markdown(NOTATIONS, width), BLANK]), ...all],
    panel: [],
    focus: [],
    ...(isBeside ? { side: beside } : {}),
  };
}

/** Of the widths asked for last: it is the same at each key that scrolls it. */
const laidOut = new Map<number, readonly StyledLine[]>();
const MOST_KEPT = 4;

function everyKey(width: number): readonly StyledLine[] {
  const known = laidOut.get(width);
  if (known) return known;
  if (laidOut.size >= MOST_KEPT) laidOut.clear();
  const byTitle = Map.groupBy(bindings, titleOf);
  const lines = SECTIONS.flatMap(([title]) => keySection(title, byTitle.get(title) ?? [], width));
  laidOut.set(width, lines);
  return lines;
}

/** A way of making a reply counts before the question that it is for. */
function titleOf({ when: [screen, detail] }: Binding): string | undefined {
  const titled = (situation: Situation | undefined): string | undefined =>
    SECTIONS.find(([, where]) => situation !== undefined && where.includes(situation))?.[0];
  return titled(detail) ?? titled(screen) ?? SECTIONS.at(-1)?.[0];
}

/** The keys of some rows of a key table, and what they are for. */
export function keySection(
  title: string,
  rows: readonly Pick<Binding, 'keys' | 'help'>[],
  width: number,
): StyledLine[] {
  const room = width < NARROW ? NARROW_KEYS_WIDTH : KEYS_WIDTH;
  const lines = rows.flatMap(({ keys, help }): StyledLine[] => {
    const names = styled(
      `  ${keys
        .map(keyName)
        .join(' ')
        .padEnd(room - 1)} `,
      'key',
    );
    return hanging([names], literal(help, width - widthOf([names])));
  });
  return [[styled(title, 'heading')], ...lines, BLANK];
}
