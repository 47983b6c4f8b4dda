import type { ChoiceKey } from '../../answers/choice/choice.ts';
import { hanging, indented, markdown, type StyledLine, styled } from '../styled.ts';
import type { MarkProps } from './marked.ts';

/** Every option with what was ticked, whether that is right, and why. */
export function choiceMark({ part, mark, width }: MarkProps): StyledLine[] {
  const ticked = new Set(mark.readAs === null || mark.readAs === 'none' ? [] : mark.readAs.split(','));
  return (part.key as ChoiceKey).options.flatMap(({ label, text, right, why }) => {
    const isTicked = ticked.has(label);
    const sign = isTicked === right ? styled('✓ ', 'good') : styled('✗ ', 'bad');
    const box = styled(right ? 'right  ' : 'wrong  ', 'muted');
    const own = styled(isTicked ? '[x] ' : '[ ] ');
    const lines = hanging([sign, own, styled(`${label}  `, 'strong'), box], markdown(text, width - 17));
    if (why === null) return lines;
    const reason = indented(markdown(why, width - 20), 16);
    return [...lines, ...reason.map(line => line.map(span => styled(span.text, span.token ?? 'muted')))];
  });
}
