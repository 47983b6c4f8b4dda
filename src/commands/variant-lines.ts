import { factsOf, sectionsOf, seedText } from '../app/preview/sections.ts';
import type { Variant } from '../bank/variant.ts';
import { columns } from '../notation/columns.ts';
import { lineText } from '../notation/line.ts';
import { renderInline, renderMarkdown } from '../notation/terminal.ts';

/** A question at one variant, with all that belongs to it, as lines to be read. */

/** @param name of the question, as its reader knows it */
export function variantLines(variant: Variant, name: string, width: number): string[] {
  const { title, source } = variant.template;
  const facts = [name, seedText(variant.seed), ...factsOf(variant.template), ...source].join(' · ');
  return [
    ...headed(lineText(renderInline(title)), '═'),
    ...text(facts.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&'), width),
    ...sectionsOf(variant).flatMap(({ title: heading, markdown }) => [
      '',
      ...(heading === null ? [] : headed(heading, '─')),
      ...text(markdown, width),
    ]),
  ];
}

function headed(heading: string, rule: string): string[] {
  return [heading, rule.repeat(columns(heading))];
}

function text(markdown: string, width: number): string[] {
  return renderMarkdown(markdown, { width }).map(lineText);
}
