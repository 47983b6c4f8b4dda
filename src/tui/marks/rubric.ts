import type { RubricKey } from '../../answers/rubric/key.ts';
import { rubricParts } from '../../answers/rubric/reply.ts';
import { BLANK, hanging, indented, markdown, recoloured, type StyledLine, styled } from '../styled.ts';
import { partHead } from './head.ts';
import { type MarkProps, signOf } from './marked.ts';
import { creditsText, pointRow } from './points.ts';
import { written } from './written.ts';

/** The points as the student granted them, what was written, and the model answer: all that the comment says, in its place. */
export function rubricMark(props: MarkProps): StyledLine[] {
  if (!props.several) return ofOne(props);
  const margin = 5;
  return [...partHead(props), ...indented(ofOne({ ...props, width: props.width - margin }), margin), BLANK];
}

const heading = (text: string): StyledLine => [styled(text, 'heading')];

function ofOne({ part, mark, reply, several, width }: MarkProps): StyledLine[] {
  const { points, model } = part.key as RubricKey;
  const numbers = new Set(mark.readAs === null || mark.readAs === 'none' ? [] : mark.readAs.split(' ').map(Number));
  const sum = (some: typeof points): number => some.reduce((total, { credits }) => total + credits, 0);
  const worth = creditsText(sum(points.filter((_, i) => numbers.has(i + 1))), sum(points));
  const head =
    mark.readAs === null
      ? `${several ? '' : 'No answer. '}The points were:`
      : `Self-marked: you granted yourself ${worth}, for what is ticked.`;
  const answer =
    mark.readAs === null ? [] : [BLANK, heading('What you wrote'), ...written(rubricParts(reply).written, width)];
  return [
    ...hanging(several ? [] : [signOf(mark)], recoloured(markdown(head, width - 2), 'emphasis')),
    ...points.flatMap((point, i) => pointRow({ point, number: i + 1, granted: numbers.has(i + 1), at: false }, width)),
    ...answer,
    ...(model === null ? [] : [BLANK, heading('Model answer'), ...markdown(model, width)]),
  ];
}
