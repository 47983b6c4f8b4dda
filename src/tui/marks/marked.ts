import type { PartMark } from '../../answers/kind.ts';
import type { VariantPart } from '../../bank/variant.ts';
import type { StyledLine, StyledSpan } from '../styled.ts';
import { styled } from '../styled.ts';

/** How the mark of a part is drawn. */

export interface MarkProps {
  readonly part: VariantPart;
  readonly mark: PartMark;
  readonly reply: string;
  readonly several: boolean;
  readonly width: number;
  /** It is heard and not seen. */
  readonly spoken: boolean;
}

export type MarkView = (props: MarkProps) => readonly StyledLine[];

/** ✓ right, ◐ partly right, ✗ wrong. */
export function signOf({ credit }: Pick<PartMark, 'credit'>): StyledSpan {
  if (credit === 1) return styled('✓ ', 'good');
  return credit === 0 ? styled('✗ ', 'bad') : styled('◐ ', 'warning');
}
