import { correctionTexts } from '../../app/history/corrections.ts';
import { pastFacts } from '../../app/history/facts.ts';
import type { Past } from '../../app/history/past.ts';
import { storedParts } from '../../app/history/stored.ts';
import { localTime } from '../../app/local-time.ts';
import { sectionsOf } from '../../app/preview/sections.ts';
import { lineText } from '../../notation/line.ts';
import { renderInline } from '../../notation/terminal.ts';
import { partLines, percent } from '../mark.ts';
import { underlined } from '../output.ts';
import { textLines } from '../text-lines.ts';

/** One old answer as lines to be read: what the screen shows of it. */

/** What of a question was to be seen when it was asked. */
const QUESTION = null;
const AFTER = ['Answer', 'Solution'];

export function pastLines(past: Past, zone: string, width: number): string[] {
  const { title, written, now, variant, agrees, caveat, mark } = past;
  const text = (markdown: string): string[] => textLines(markdown, width);
  const sections = variant ? sectionsOf(variant) : [];
  const asked = sections.filter(section => section.title === QUESTION);
  const after = agrees ? sections.filter(section => AFTER.includes(section.title ?? '')) : [];
  const name = lineText(renderInline(title));
  return [
    ...underlined(name, '═', width),
    `${written.question}, answered ${localTime(written.at, written.zone)}`,
    ...(now.undone ? ['Taken back: it does not count.'] : []),
    ...(caveat === null ? [] : [caveat]),
    ...asked.flatMap(({ markdown }) => ['', ...text(markdown)]),
    ...headed('Reply and mark', width),
    ...storedParts(past).flatMap(({ reply, key, mark: part }) => [
      `${part.name}: ${reply.trim() === '' ? 'no answer' : reply}`,
      ...(agrees ? [] : [`the key was ${key}`]),
      ...partLines([part], width),
    ]),
    `credit: ${percent(mark.credit)}`,
    ...after.flatMap(section => [...headed(section.title ?? '', width), ...text(section.markdown)]),
    ...headed('What was stored', width),
    ...pastFacts(past).map(([fact, value]) => `${fact.padEnd(FACTS)}${value}`),
    ...later(correctionTexts(past, zone), width),
  ];
}

/** Columns for the names of facts. */
const FACTS = 11;

function later(texts: readonly string[], width: number): string[] {
  return texts.length === 0 ? [] : [...headed('What became of it', width), ...texts];
}

function headed(heading: string, width: number): string[] {
  return ['', ...underlined(heading, '─', width)];
}
