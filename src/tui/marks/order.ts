import { foundations, topologicalOrders } from '../../answers/order/graph.ts';
import { filledLine } from '../../answers/order/hidden.ts';
import { HIDDEN, type OrderKey, type OrderLine, type OrderReply } from '../../answers/order/key.ts';
import { readOrder } from '../../answers/order/read.ts';
import { isRightlyFilled } from '../../answers/order/remarks.ts';
import { BLANK, hanging, indented, literal, markdown, type StyledLine, styled } from '../styled.ts';
import { belowHead } from './head.ts';
import { type MarkProps, signOf } from './marked.ts';

/** The student's lines with what fits and what does not, then the lines as they should stand. */
export function orderMark(props: MarkProps): StyledLine[] {
  const { mark, part, reply } = props;
  const key = part.key as OrderKey;
  const reading = readOrder(reply, key);
  return belowHead(props, width => {
    const right = [heading('A right order'), ...rightLines(key, width)];
    if (reading.status !== 'read') return right;
    const yours = [heading('Your order'), ...yourLines(reading.reply, key, width)];
    const comment = mark.comment === null ? [] : [BLANK, ...markdown(mark.comment, width)];
    return mark.credit === 1 ? yours : [...yours, ...comment, BLANK, ...right];
  });
}

const heading = (text: string): StyledLine => [styled(text, 'heading')];

function yourLines({ labels, fills }: OrderReply, key: OrderKey, width: number): StyledLine[] {
  const under = foundations(key.lines.filter(({ decoy }) => !decoy));
  const placed = labels.flatMap(label => key.lines.find(line => line.label === label) ?? []);
  return placed.flatMap((line, i) => {
    const isEarly = placed.slice(i + 1).some(({ label }) => under.get(line.label)?.has(label));
    const lines = numbered(i, line, markdown(line.text, width - 11), signOf({ credit: line.decoy || isEarly ? 0 : 1 }));
    return line.blank ? [...lines, ...filled(line, fills.get(line.label) ?? '', width)] : lines;
  });
}

/** What stands in the blank of a decoy does not matter. */
function filled(line: OrderLine, fill: string, width: number): StyledLine[] {
  const sign = line.decoy ? styled('  ') : signOf({ credit: isRightlyFilled(line, fill) ? 1 : 0 });
  const text = fill === '' ? [[styled('left empty', 'muted')]] : literal(fill, width - 17);
  return indented(hanging([sign, styled(`${HIDDEN} = `, 'strong')], text), 10);
}

function rightLines(key: OrderKey, width: number): StyledLine[] {
  const [labels = []] = topologicalOrders(key.lines, 1);
  const lines = labels.flatMap(label => key.lines.find(line => line.label === label) ?? []);
  return lines.flatMap((line, i) => numbered(i, line, markdown(filledLine(line), width - 11), styled('  ')));
}

function numbered(
  i: number,
  { label }: OrderLine,
  text: readonly StyledLine[],
  sign: StyledLine[number],
): StyledLine[] {
  const head = [sign, styled(`${i + 1}. `.padStart(4), 'muted'), styled(`(${label}) `.padEnd(5), 'strong')];
  return hanging(head, text);
}
