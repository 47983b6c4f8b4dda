import { answerSheet, keyReasons, showKey } from '../../answers/answers.ts';
import type { Template } from '../../bank/template.ts';
import type { Variant, VariantPart } from '../../bank/variant.ts';
import { idleMistakes, mistakesOf } from './remarks.ts';

/** All that a question holds at one variant, for whoever writes or checks it. */

export interface Section {
  /** null: the question itself. */
  readonly title: string | null;
  readonly markdown: string;
}

export function sectionsOf(variant: Variant): readonly Section[] {
  const { stem, parts, hint, solution } = variant;
  const sections: readonly Section[] = [
    { title: null, markdown: paragraphs([stem, ...parts.map(part => askOf(part, parts))]) },
    { title: 'Answer', markdown: paragraphs(parts.map(part => keyOf(part, parts))) },
    { title: 'Reasons', markdown: ofParts(parts, ({ key }) => keyReasons(key)) },
    { title: 'Mistakes', markdown: `${ofParts(parts, mistakesOf)}\n${idleOf(variant)}`.trim() },
    { title: 'Hint', markdown: hint ?? '' },
    { title: 'Solution', markdown: solution ?? '' },
  ];
  return sections.filter(({ markdown }) => markdown !== '');
}

/** `4 credits`, `4 minutes`: what is known of it in few words. */
export function factsOf({ credits, minutes }: Pick<Template, 'credits' | 'minutes'>): readonly string[] {
  return [counted(credits, 'credit'), ...(minutes === null ? [] : [counted(minutes, 'minute')])];
}

export function seedText(seed: number | null): string {
  return seed === null ? 'given variant' : `seed ${seed}`;
}

function counted(count: number, what: string): string {
  return `${Number(count.toFixed(2))} ${what}${count === 1 ? '' : 's'}`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.filter(text => text !== '').join('\n\n');
}

/** What tells the parts apart; nothing where there is one. */
function nameOf({ name }: VariantPart, parts: readonly VariantPart[]): string {
  return parts.length > 1 ? `**${name})** ` : '';
}

function askOf(part: VariantPart, parts: readonly VariantPart[]): string {
  const worth = parts.length > 1 ? ` *(${counted(part.credits, 'credit')})*` : '';
  return paragraphs([`${nameOf(part, parts)}${part.ask}${worth}`.trim(), answerSheet(part.key)]);
}

function keyOf(part: VariantPart, parts: readonly VariantPart[]): string {
  const key = showKey(part.key);
  const name = nameOf(part, parts);
  return isBlock(key) ? paragraphs([name.trim(), key]) : `${name}${key}`;
}

/** Markdown that begins lines of its own. */
function isBlock(text: string): boolean {
  return text.includes('\n') || text.startsWith('$$');
}

function ofParts(parts: readonly VariantPart[], remarks: (part: VariantPart) => readonly string[]): string {
  return parts.flatMap(part => remarks(part).map(remark => item(`${nameOf(part, parts)}${remark}`))).join('\n');
}

function idleOf(variant: Variant): string {
  return idleMistakes(variant)
    .map(because => item(`*Does not show with these numbers:* ${because}`))
    .join('\n');
}

/** Further lines stay in the item. */
function item(text: string): string {
  return `- ${text.trim().replaceAll('\n', '\n  ')}`;
}
