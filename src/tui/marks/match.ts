import type { MatchBlank, MatchKey, MatchReply } from '../../answers/match/key.ts';
import { readMatch } from '../../answers/match/read.ts';
import { hanging, indented, markdown, recoloured, type StyledLine, styled, widthOf } from '../styled.ts';
import { belowHead } from './head.ts';
import { type MarkProps, signOf } from './marked.ts';

/** Each blank with the student's option, and where that is wrong the right one and why: all that the comment says, in its place. */
export function matchMark(props: MarkProps): StyledLine[] {
  const key = props.part.key as MatchKey;
  const reading = readMatch(props.reply, key);
  const given = reading.status === 'read' ? reading.reply : key.blanks.map(() => null);
  const size = Math.max(...key.blanks.map(({ label }) => label.length));
  return belowHead(props, width =>
    key.blanks.flatMap((blank, i) => {
      const own = given[i] ?? null;
      const isRight = own === blank.answer;
      const head = [
        signOf({ credit: isRight ? 1 : 0 }),
        styled(`[${own ?? '·'}] `),
        styled(`${blank.label.padStart(size)}  `, 'strong'),
      ];
      const room = width - widthOf(head);
      const chosen = own === null ? '*left empty*' : textOf(own, key);
      const row = hanging(head, markdown(blank.text === '' ? chosen : `${blank.text} → ${chosen}`, room));
      return isRight ? row : [...row, ...indented(correction(blank, i, given, key, room), widthOf(head))];
    }),
  );
}

function textOf(option: string, { options }: MatchKey): string {
  return options.find(({ label }) => label === option)?.text ?? '';
}

function correction(blank: MatchBlank, i: number, given: MatchReply, key: MatchKey, width: number): StyledLine[] {
  const other = key.blanks.find(({ answer }, j) => j !== i && given[i] === answer && given[j] === blank.answer);
  const swapped = other ? ` (swapped with **${other.label}**)` : '';
  const head = [styled(`right: [${blank.answer}] `)];
  const right = hanging(head, markdown(`${textOf(blank.answer, key)}${swapped}`, width - widthOf(head)));
  return blank.why === null ? right : [...right, ...recoloured(markdown(blank.why, width), 'muted')];
}
