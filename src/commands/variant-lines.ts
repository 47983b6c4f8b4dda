import { factsOf, sectionsOf, seedText } from '../app/preview/sections.ts';
import type { Variant } from '../bank/variant.ts';
import { lineText } from '../notation/line.ts';
import { renderInline } from '../notation/terminal.ts';
import { underlined } from './output.ts';
import { textLines } from './text-lines.ts';

/** A question at one variant, with all that belongs to it, as lines to be read. */

/** @param name of the question, as its reader knows it */
export function variantLines(variant: Variant, name: string, width: number): string[] {
  const { title, source } = variant.template;
  const facts = [name, seedText(variant.seed), ...factsOf(variant.template), ...source].join(' · ');
  return [
    ...underlined(lineText(renderInline(title)), '═', width),
    ...textLines(facts.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&'), width),
    ...sectionsOf(variant).flatMap(({ title: heading, markdown }) => [
      '',
      ...(heading === null ? [] : underlined(heading, '─', width)),
      ...textLines(markdown, width),
    ]),
  ];
}
