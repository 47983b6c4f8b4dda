import { rubricParts } from '../../answers/rubric/reply.ts';
import type { Variant } from '../../bank/variant.ts';
import { BLANK, hanging, literal, markdown, recoloured, type StyledLine, styled, widthOf } from '../styled.ts';

/** The question as it was asked, beside or below what became of it. */

/** @param replies one a part, as they were handed in; null where they stand elsewhere */
export function questionAgain(
  { stem, parts }: Pick<Variant, 'stem' | 'parts'>,
  replies: readonly string[] | null,
  width: number,
): readonly StyledLine[] {
  return [
    [styled('The question again', 'heading')],
    ...markdown(stem, width),
    ...(replies === null ? [] : parts.flatMap((part, i) => [BLANK, ...answered(part, replies[i] ?? '', width)])),
  ];
}

function answered({ name, ask, key }: Variant['parts'][number], reply: string, width: number): readonly StyledLine[] {
  const head = name === '' || ask === '' ? [] : [styled(`${name}  `, 'strong')];
  const question = ask === '' ? [] : hanging(head, markdown(ask, width - widthOf(head)));
  // Of what was written the granted points stand in the mark.
  const own = key.kind === 'rubric' ? rubricParts(reply).written : reply;
  const given = own.trim() === '' ? recoloured(literal('no answer', width), 'muted') : literal(own, width - LABEL);
  return [...question, ...hanging([styled('Your reply  ', 'muted')], given)];
}

const LABEL = 'Your reply  '.length;
