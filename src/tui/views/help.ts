import type { Situation } from '../../app/situation.ts';
import { keyName } from '../key-name.ts';
import { bindings } from '../keymap.ts';
import type { Binding } from '../keys/binding.ts';
import { BLANK, hanging, literal, markdown, type StyledLine, styled } from '../styled.ts';
import type { View } from '../view.ts';

/** The key table, by where its keys work. */

const SECTIONS: readonly (readonly [title: string, where: Situation | null])[] = [
  ['Home', 'home'],
  ['Question', 'question'],
  ['Marking yourself', 'judge'],
  ['Mark and solution', 'mark'],
  ['Summary', 'summary'],
  ['Help', 'help'],
  ['Everywhere', null],
];

const KEYS_WIDTH = 20;

const NOTATIONS = `What was understood is shown while you type. A reply that cannot be read costs nothing.

- Numbers: \`16*7*7\`, \`3/8\`, \`1e-3\`, \`10^-3\`, \`1 024\`, \`5%\`, \`sqrt(2/192)\`, \`2π\`, \`ln 2\`
- Vectors, matrices and tables, cell by cell or pasted: \`[1 2; 3 4]\`, NumPy, cells of a spreadsheet
- Shapes: \`(N, 2, 28, 28)\`, \`N×2×28×28\`
- Formulas: \`sqrt(2/n)\`, \`(1-beta) x\`, \`W^T y\`, \`max(0, x)\`; any equal form is right
- Orders: \`3 1 2\`. Pairs: \`1=c 2=a\`
`;

export function helpView(width: number): View {
  const body = SECTIONS.flatMap(([title, where]) =>
    section(
      title,
      bindings.filter(binding => belongs(binding, where)),
      width,
    ),
  );
  return { place: 'Help', corner: '', body: [...body, ...markdown(NOTATIONS, width)], panel: [], focus: [] };
}

function belongs({ when }: Binding, where: Situation | null): boolean {
  return where === null ? when.length === 0 : when[0] === where;
}

function section(title: string, rows: readonly Binding[], width: number): StyledLine[] {
  const lines = rows.flatMap(({ keys, help }): StyledLine[] => {
    const names = styled(`  ${keys.map(keyName).join(' ').padEnd(KEYS_WIDTH)}`, 'key');
    return hanging([names], literal(help, width - KEYS_WIDTH - 2));
  });
  return [[styled(title, 'heading')], ...lines, BLANK];
}
