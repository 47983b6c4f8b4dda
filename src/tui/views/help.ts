import type { Situation } from '../../app/situation.ts';
import { keyName } from '../key-name.ts';
import { type Binding, bindings } from '../keymap.ts';
import { BLANK, hanging, literal, markdown, type StyledLine, styled } from '../styled.ts';
import type { View } from '../view.ts';

/** The key table, by where its keys work. */

const SECTIONS: readonly (readonly [title: string, where: Situation | null])[] = [
  ['Home', 'home'],
  ['Question', 'question'],
  ['Mark and solution', 'mark'],
  ['Summary', 'summary'],
  ['Help', 'help'],
  ['Everywhere', null],
];

const KEYS_WIDTH = 16;

const NUMBERS =
  'Numbers are read as people write them: `16*7*7`, `3/8`, `1e-3`, `10^-3`, `1 024`, `5%`, `sqrt(2/192)`, `2π`, `ln 2`. What was understood stands beside the field. A reply that cannot be read costs nothing.';

export function helpView(width: number): View {
  const body = SECTIONS.flatMap(([title, where]) =>
    section(
      title,
      bindings.filter(binding => belongs(binding, where)),
      width,
    ),
  );
  return { place: 'Help', corner: '', body: [...body, ...markdown(NUMBERS, width)], panel: [], focus: [] };
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
