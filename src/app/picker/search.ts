import { distance } from 'fastest-levenshtein';
import * as fuzzysort from 'fuzzysort';
import type { TemplateFacts } from '../../bank/facts.ts';
import { type Catalogue, wordsOf } from './catalogue.ts';

/** A search over topics and questions that forgives what fingers do to words. */

export interface Hits {
  readonly topics: readonly TopicHit[];
  readonly questions: readonly QuestionHit[];
  /** How many there are beyond those told. */
  readonly more: number;
  /** What was searched for in place of the query; null where that was the query itself. */
  readonly read: string | null;
}

interface TopicHit {
  readonly place: string;
  readonly marks: readonly number[];
}

interface QuestionHit {
  readonly template: TemplateFacts;
  readonly titleMarks: readonly number[];
  readonly marks: readonly number[];
}

const MOST_TOPICS = 6;
const MOST_QUESTIONS = 50;

/** Scores run from 0 to 1: from here on, letters stand together as they were typed … */
const GOOD = 0.5;
/** … and below, nothing but their order is left. */
const WEAK = 0.3;

/** First as it is typed; then with words of the bank in place of those that are not; then by letters in that order alone. */
export function search(catalogue: Catalogue, query: string): Hits {
  const wanted = withoutStrays(query);
  const asTyped = hitsOf(catalogue, wanted, GOOD);
  if (!isEmpty(asTyped)) return asTyped;
  const read = respelled(catalogue, wanted);
  const corrected = read === null ? null : hitsOf(catalogue, read, GOOD);
  if (corrected && !isEmpty(corrected)) return { ...corrected, read };
  return hitsOf(catalogue, wanted, WEAK);
}

function isEmpty({ topics, questions }: Hits): boolean {
  return topics.length + questions.length === 0;
}

/** Beside longer words a single letter says nothing, and is nearly everywhere. */
function withoutStrays(query: string): string {
  const words = query.trim().split(/\s+/);
  const long = words.filter(word => word.length > 1);
  return (long.length > 0 ? long : words.slice(0, 1)).join(' ');
}

function hitsOf(catalogue: Catalogue, query: string, threshold: number): Hits {
  const topics = fuzzysort.go(query, catalogue.topicTargets, { threshold, limit: MOST_TOPICS });
  const questions = fuzzysort.go(query, catalogue.questionTargets, { threshold, limit: MOST_QUESTIONS });
  return {
    topics: topics.map(({ target, indexes }) => ({ place: target, marks: [...indexes] })),
    questions: questions.map(result => ({
      template: result.obj,
      titleMarks: [...(result[0]?.indexes ?? [])],
      marks: [...(result[1]?.indexes ?? [])],
    })),
    more: topics.total - topics.length + questions.total - questions.length,
    read: null,
  };
}

/** The query with each word that the bank does not have as the nearest that it has; null where there is none nearer. */
function respelled({ words }: Catalogue, query: string): string | null {
  const read = wordsOf(query).map(word => nearestOf(words, word));
  return read.length === 0 || read.join(' ') === query.toLowerCase() ? null : read.join(' ');
}

function nearestOf(words: ReadonlySet<string>, word: string): string {
  let best = word;
  // A third of the letters may be wrong, and one always; two that change places are two.
  let least = Math.max(1, Math.round(word.length / 3)) + 1;
  for (const other of words) {
    // It may be a word that is not typed to its end; whole words go before.
    const far = Math.min(distance(word, other), distance(word, other.slice(0, word.length)) + 0.5);
    if (far >= least) continue;
    least = far;
    best = other;
  }
  return best;
}
