import type { Presented } from '../../app/screens.ts';
import { whyLines } from '../../pages/why.ts';
import { fromNotation, markdown, recoloured } from '../styled.ts';
import type { View } from '../view.ts';

/** Why this question now: the reason, the memory behind it, the last answers, and what each rating would do. */
export function whyView({ presented }: { readonly presented: Presented }, zone: string, width: number): View {
  const { insight, variant } = presented;
  const { id, title } = variant.template;
  return {
    place: 'Why this question now',
    corner: id,
    body: [...recoloured(markdown(title, width), 'title'), ...whyLines(insight, zone, width).map(fromNotation)],
    panel: [],
    focus: [],
  };
}
