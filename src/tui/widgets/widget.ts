import type { VariantPart } from '../../bank/variant.ts';
import type { StyledLine } from '../styled.ts';
import type { Range } from '../view.ts';

/** How a reply in the making is drawn. */

export interface WidgetProps<Entry> {
  readonly entry: Entry;
  readonly part: VariantPart;
  /** The keys go here. */
  readonly focused: boolean;
  /** Why it cannot be read is said elsewhere on the screen. */
  readonly isToldApart?: boolean;
  /** There are other parts, so that this one is indented below its question. */
  readonly several: boolean;
  readonly width: number;
  /** It is heard and not seen. */
  readonly spoken: boolean;
}

export interface Drawn {
  readonly lines: readonly StyledLine[];
  /** Those that must stay in sight: of the field, or of what is under the cursor. */
  readonly at: Range;
  /** Its last line is kept free for remarks: nothing else is needed before what comes next. */
  readonly spare?: boolean;
}

export type Widget<Entry> = (props: WidgetProps<Entry>) => Drawn;
