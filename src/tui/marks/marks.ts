import type { KindName } from '../../answers/answers.ts';
import type { StyledLine } from '../styled.ts';
import { choiceMark } from './choice.ts';
import { gridMark } from './grid.ts';
import { lineMark } from './line.ts';
import type { MarkProps, MarkView } from './marked.ts';
import { matchMark } from './match.ts';
import { orderMark } from './order.ts';
import { rubricMark } from './rubric.ts';

/** How the mark of each kind of answer is drawn; a new kind is one row. */
const views: Readonly<Record<KindName, MarkView>> = {
  choice: choiceMark,
  match: matchMark,
  expression: lineMark,
  number: lineMark,
  words: lineMark,
  order: orderMark,
  rubric: rubricMark,
  shape: lineMark,
  table: gridMark,
  tensor: gridMark,
};

export function drawMark(props: MarkProps): readonly StyledLine[] {
  return views[props.part.key.kind](props);
}
