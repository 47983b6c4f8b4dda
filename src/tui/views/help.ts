import type { Situation } from '../../app/situation.ts';
import { type Binding, bindings, keyName } from '../keymap.ts';
import { BLANK, markdown, type StyledLine, styled } from '../styled.ts';
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
  return { place: 'Help', corner: '', body: [...body, ...markdown(NUMBERS, width)], panel: [], focus: null };
}

function belongs({ when }: Binding, where: Situation | null): boolean {
  return where === null ? when.length === 0 : when[0] === where;
}

function section(title: string, rows: readonly Binding[], width: number): StyledLine[] {
  const lines = rows.map(({ keys, help }): StyledLine => {
    const names = keys.map(keyName).join(' ');
    return [styled(`  ${names.padEnd(16)}`, 'key'), styled(help.slice(0, Math.max(10, width - 20)))];
  });
  return [[styled(title, 'heading')], ...lines, BLANK];
}
