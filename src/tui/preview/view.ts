import { factsOf, type Section, sectionsOf, seedText } from '../../app/preview/sections.ts';
import type { PreviewState, Trouble, Warning } from '../../app/preview/state.ts';
import { staleText, troublesOf } from '../../app/preview/update.ts';
import { heardMarkdown } from '../reader/markdown.ts';
import { BLANK, hanging, inline, literal, markdown, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Room } from '../view.ts';
import { previewHelp } from './help.ts';
import { type Excerpt, troubleLines } from './trouble.ts';

/** A preview before it is cut to the window. */
export interface PreviewView {
  readonly place: string;
  readonly corner: string;
  /** What is known in few words, and what is wrong; it stays in sight. */
  readonly above: readonly StyledLine[];
  readonly body: readonly StyledLine[];
  readonly below: readonly StyledLine[];
}

export function previewView(
  state: PreviewState,
  { columns: width, rows, spoken }: Room,
  excerpt: Excerpt,
): PreviewView {
  const corner = state.file;
  if (state.help !== null) {
    return { place: 'Preview · help', corner, above: [], body: previewHelp(state, width), below: [] };
  }
  return {
    place: 'Preview',
    corner,
    above: [...head(state, width), ...wrong(state, width, rows, excerpt)],
    body: [...question(state, width, spoken), ...warned(state.warnings ?? [], width)],
    below: state.notice === null ? [BLANK] : recoloured(literal(state.notice, width), 'good'),
  };
}

/** `seed 7 · 4 credits · 4 minutes · optimization/adam` */
function head({ template, seed, warnings }: PreviewState, width: number): StyledLine[] {
  if (!template) return [];
  const facts = [seedText(seed), ...factsOf(template), ...template.topics].join(' · ');
  const count = warnings?.length ?? 0;
  const sign = count === 0 ? '' : ` · ⚠ ${count} at the end`;
  return [
    [styled(fitting(facts, width - sign.length), 'muted'), ...(count === 0 ? [] : [styled(sign, 'warning')])],
    BLANK,
  ];
}

function fitting(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** What is wrong may take half of the window; more of it is only counted. */
function wrong(state: PreviewState, width: number, rows: number, excerpt: Excerpt): StyledLine[] {
  const troubles = troublesOf(state);
  if (troubles.length === 0) return [];
  const room = Math.max(2, Math.floor(rows / 2) - 2);
  const lines = troubles.flatMap((trouble: Trouble) => troubleLines(trouble, state.text, { width, room, excerpt }));
  const stale = staleText(state);
  return [...lines, ...(stale === null ? [] : [[styled(stale, 'muted')]]), BLANK];
}

function question({ variant }: PreviewState, width: number, spoken: boolean): StyledLine[] {
  if (!variant) return [];
  return [
    inline(variant.template.title).map(({ text }) => styled(text, 'title')),
    BLANK,
    ...sectionsOf(variant).flatMap(section => sectionLines(section, width, spoken)),
  ];
}

/** A section of a question, under its title. */
export function sectionLines({ title, markdown: text }: Section, width: number, spoken: boolean): StyledLine[] {
  return [
    ...(title === null ? [] : [BLANK, [styled(title, 'heading')]]),
    ...markdown(spoken ? inWords(text) : text, width),
  ];
}

/** Lines to write on are many signs, and to a listener one thing. */
function inWords(text: string): string {
  return heardMarkdown(text).replaceAll(/…{4,}/g, 'a line to write on');
}

function warned(warnings: readonly Warning[], width: number): StyledLine[] {
  if (warnings.length === 0) return [];
  const lines = warnings.flatMap(({ line, column, rule, message, seed }) => {
    const place = column === undefined ? `${line}` : `${line}:${column}`;
    const where = seed === null ? '' : ` (seed ${seed})`;
    return hanging([styled('⚠ ', 'warning')], literal(`${place}: ${message} [${rule}]${where}`, width - 2));
  });
  return [BLANK, [styled('Warnings', 'heading')], ...lines];
}
