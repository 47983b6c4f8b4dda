import type { ChoiceKey, Option } from '../../answers/choice/choice.ts';
import { readLabels } from '../../answers/choice/read.ts';
import { hanging, indented, markdown, recoloured, type StyledLine, styled } from '../styled.ts';
import { belowHead } from './head.ts';
import type { MarkProps } from './marked.ts';

/** Every option with what was ticked, whether that is right, and why; where nothing was answered, what is right. */
export function choiceMark(props: MarkProps): StyledLine[] {
  const key = props.part.key as ChoiceKey;
  const reading = readLabels(props.reply, key);
  if (reading.status !== 'read') {
    return belowHead(props, width =>
      key.options.filter(({ right }) => right).flatMap(one => optionLines(one, null, width)),
    );
  }
  return belowHead(props, width =>
    key.options.flatMap(one => optionLines(one, reading.reply.includes(one.label), width)),
  );
}

/** @param ticked null where nothing was answered, so that nothing is marked */
function optionLines({ label, text, right, why }: Option, ticked: boolean | null, width: number): StyledLine[] {
  const sign = ticked === null ? styled('  ') : ticked === right ? styled('✓ ', 'good') : styled('✗ ', 'bad');
  const box = styled(right ? 'right  ' : 'wrong  ', 'muted');
  const own = styled(ticked ? '[x] ' : '[ ] ');
  const lines = hanging([sign, own, styled(`${label}  `, 'strong'), box], markdown(text, width - 17));
  return why === null ? lines : [...lines, ...recoloured(indented(markdown(why, width - 20), 16), 'muted')];
}
