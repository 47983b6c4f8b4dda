import type { RubricPoint } from '../../answers/rubric/key.ts';
import { type PageEntry, pageText } from '../../app/entries/page.ts';
import type { JudgeScreen } from '../../app/screens.ts';
import { grantedIn, type Judged, judgedParts, rubricOf } from '../../app/update-judge.ts';
import type { VariantPart } from '../../bank/variant.ts';
import { creditsText, pointRow } from '../marks/points.ts';
import { written } from '../marks/written.ts';
import { BLANK, hanging, inline, markdown, type StyledLine, styled, widthOf } from '../styled.ts';
import type { Range, Room, View } from '../view.ts';
import { idBeside, leftText } from './left.ts';

export function judgeView({ question, row }: JudgeScreen, lane: string, room: Room): View {
  const { variant, left } = question.presented;
  const place = `${lane} · mark yourself`;
  const corner = left === null ? idBeside(variant.template.id, place) : leftText(left, place, room);
  return { place, corner, ...judgingView(question, row, room.columns) };
}

/** What was written beside the model answer, and the points to be granted. */
export function judgingView(question: Judged, row: number, width: number): Pick<View, 'body' | 'panel' | 'focus'> {
  const { variant } = question.presented;
  const body: StyledLine[] = [inline(variant.template.title).map(span => styled(span.text, 'title'))];
  const rows: Range[] = [];
  for (const part of judgedParts(question)) {
    body.push(BLANK, ...partHead(variant.parts[part] as VariantPart, variant.parts.length > 1, width));
    body.push([styled('What you wrote', 'heading')], ...written(pageText(question.entries[part] as PageEntry), width));
    body.push(...modelOf(question, part, width), BLANK, [styled('What does your answer say?', 'heading')]);
    const granted = grantedIn(question, part);
    for (const [i, point] of rubricOf(question, part).points.entries()) {
      const lines = pointRow({ point, number: i + 1, granted: granted[i] ?? false, at: rows.length === row }, width);
      rows.push([body.length, body.length + lines.length - 1]);
      body.push(...lines);
    }
  }
  return {
    body: [...body, BLANK, [styled('The question again', 'heading')], ...markdown(variant.stem, width)],
    panel: [[styled(sumOf(question), 'accent')]],
    focus: rows.slice(row, row + 1),
  };
}

function partHead({ name, ask }: VariantPart, several: boolean, width: number): readonly StyledLine[] {
  const head = [styled(`${name}  `, 'strong')];
  return several ? [...hanging(head, markdown(ask, width - widthOf(head))), BLANK] : [];
}

/** The rubric's own model answer; or the question's solution, once. */
function modelOf(question: Judged, part: number, width: number): readonly StyledLine[] {
  const { solution } = question.presented.variant;
  const { model } = rubricOf(question, part);
  const isFirst = judgedParts(question).find(other => rubricOf(question, other).model === null) === part;
  const text = model ?? (isFirst ? solution : null);
  if (text === null) return [];
  return [BLANK, [styled(model === null ? 'Solution' : 'Model answer', 'heading')], ...markdown(text, width)];
}

function sumOf(question: Judged): string {
  const points = judgedParts(question).flatMap(part => {
    const granted = grantedIn(question, part);
    return rubricOf(question, part).points.map((point, i) => ({ point, isGranted: granted[i] ?? false }));
  });
  const total = (some: readonly { readonly point: RubricPoint }[]): number =>
    some.reduce((sum, { point }) => sum + point.credits, 0);
  return `You grant yourself ${creditsText(total(points.filter(({ isGranted }) => isGranted)), total(points))}.`;
}
