import { itemRest, type Scored, upperLower } from './discrimination.ts';
import type { MarkedPaper, MarkedPart, MarkedQuestion, Ticked } from './mark-paper.ts';
import { mean, sum } from './numbers.ts';

/** How each question did over all papers, whatever place it had in them; of several parts, also part by part. */

export interface ItemStatistics {
  readonly question: string;
  /** null for the question as a whole. */
  readonly part: string | null;
  readonly title: string;
  /** Where it stood: labels and the forms that had it there. */
  readonly places: readonly { readonly label: string; readonly forms: readonly string[] }[];
  readonly papers: number;
  readonly credits: number;
  /** The mean share of the credits that was earned, 0 … 1: the higher, the easier. */
  readonly difficulty: number;
  /** The corrected item-total correlation; null where it cannot be told. */
  readonly itemRest: number | null;
  /** The upper-lower index with groups of 27 %; null where it cannot be told. */
  readonly upperLower: number | null;
  /** Papers with nothing in any of its places. */
  readonly blank: number;
  /** Cells that could not be read. */
  readonly unreadable: number;
  /** Marked against an own earlier value. */
  readonly carried: number;
  /** The most frequent first. */
  readonly mistakes: readonly { readonly tag: string; readonly times: number }[];
  /** Of a choice, by their text: letters differ from form to form. Those that tempted most first, then the right ones. */
  readonly options: readonly OptionStatistics[];
}

export interface OptionStatistics {
  /** Markdown. */
  readonly text: string;
  readonly right: boolean;
  /** Papers on which it stood and what was ticked could be read. */
  readonly shown: number;
  readonly ticked: number;
}

interface Seen {
  readonly paper: MarkedPaper;
  readonly question: MarkedQuestion;
  readonly label: string;
  readonly credits: number;
  readonly earned: number;
  readonly parts: readonly MarkedPart[];
}

/** In the order of the first paper on which each of them stood. */
export function itemStatistics(papers: readonly MarkedPaper[]): readonly ItemStatistics[] {
  const seen = papers.flatMap(paper =>
    paper.problems.flatMap(({ questions }) =>
      questions.map((question): Seen => {
        const { number, credits, earned, parts } = question;
        return { paper, question, label: number, credits, earned, parts };
      }),
    ),
  );
  return [...Map.groupBy(seen, ({ question }) => question.id).values()].flatMap(sightings => [
    statisticsOf(null, sightings),
    ...partsOf(sightings).map(part =>
      statisticsOf(
        part,
        sightings.flatMap(sighting => only(part, sighting)),
      ),
    ),
  ]);
}

/** Names of the parts, where there are several. */
function partsOf([first]: readonly Seen[]): readonly string[] {
  const parts = first?.parts ?? [];
  return parts.length > 1 ? parts.map(({ name }) => name) : [];
}

function only(name: string, { paper, question, parts }: Seen): readonly Seen[] {
  return parts
    .filter(part => part.name === name)
    .map(part => ({ paper, question, label: part.label, credits: part.credits, earned: part.earned, parts: [part] }));
}

function statisticsOf(part: string | null, sightings: readonly Seen[]): ItemStatistics {
  const { question, credits } = sightings[0] as Seen;
  const scores = sightings.map(({ earned, paper }): Scored => ({ item: earned, total: paper.earned }));
  const parts = sightings.flatMap(sighting => sighting.parts);
  const counted = (is: (one: MarkedPart) => boolean): number => parts.filter(is).length;
  return {
    question: question.id,
    part,
    title: question.title,
    places: placesOf(sightings),
    papers: sightings.length,
    credits,
    difficulty: mean(sightings.map(sighting => sighting.earned / sighting.credits)) ?? 0,
    itemRest: itemRest(scores),
    upperLower: upperLower(scores, credits),
    blank: sightings.filter(sighting => sighting.parts.every(({ state }) => state === 'blank')).length,
    unreadable: counted(({ state }) => state === 'unreadable'),
    carried: counted(({ carried }) => carried),
    mistakes: mistakesOf(parts),
    options: sightings[0]?.parts.length === 1 ? optionsOf(parts) : [],
  };
}

function placesOf(sightings: readonly Seen[]): ItemStatistics['places'] {
  const places = Map.groupBy(sightings, ({ label }) => label);
  return [...places].map(([label, some]) => ({ label, forms: [...new Set(some.map(({ paper }) => paper.form))] }));
}

function mistakesOf(parts: readonly MarkedPart[]): ItemStatistics['mistakes'] {
  const tags = Map.groupBy(
    parts.flatMap(({ mistake }) => (mistake === null ? [] : [mistake])),
    tag => tag,
  );
  return [...tags]
    .map(([tag, all]) => ({ tag, times: all.length }))
    .sort((a, b) => b.times - a.times || (a.tag < b.tag ? -1 : 1));
}

function optionsOf(parts: readonly MarkedPart[]): readonly OptionStatistics[] {
  const all = parts.flatMap(({ options }) => options ?? []);
  // One text may be right with some numbers and wrong with others.
  const texts = Map.groupBy(all, ({ text, right }) => JSON.stringify([text, right]));
  return [...texts.values()].map(optionStatistics).sort(byTemptation);
}

function optionStatistics(sightings: readonly Ticked[]): OptionStatistics {
  const { text, right } = sightings[0] as Ticked;
  return { text, right, shown: sightings.length, ticked: sum(sightings.map(({ ticked }) => Number(ticked))) };
}

function byTemptation(a: OptionStatistics, b: OptionStatistics): number {
  if (a.right !== b.right) return a.right ? 1 : -1;
  return b.ticked / b.shown - a.ticked / a.shown || (a.text < b.text ? -1 : 1);
}
