import * as fuzzysort from 'fuzzysort';
import type { TemplateFacts } from '../../bank/facts.ts';

/** The bank as it is searched: made once, as a bank can be large. */

export interface Catalogue {
  /** By every topic and what it lies in, in the order of paths: the questions of it. */
  readonly topics: ReadonlyMap<string, readonly TemplateFacts[]>;
  readonly byId: ReadonlyMap<string, TemplateFacts>;
  readonly topicTargets: fuzzysort.Snapshot;
  /** Searched by title, id and topics. */
  readonly questionTargets: fuzzysort.SnapshotKeys<TemplateFacts>;
  /** Every word that occurs in a title, an id or a topic, in small letters. */
  readonly words: ReadonlySet<string>;
}

const REHEARSED: readonly string[] = ['a', 'in', 'the'];

const known = new WeakMap<readonly TemplateFacts[], Catalogue>();

export function catalogueOf(templates: readonly TemplateFacts[]): Catalogue {
  const made = known.get(templates) ?? catalogue(templates);
  known.set(templates, made);
  return made;
}

function catalogue(templates: readonly TemplateFacts[]): Catalogue {
  const topics = topicsOf(templates);
  const made: Catalogue = {
    topics,
    byId: new Map(templates.map(one => [one.id, one])),
    topicTargets: fuzzysort.snapshot([...topics.keys()]),
    questionTargets: fuzzysort.snapshot(templates, {
      keys: [({ title }) => title, ({ id }) => id, one => one.topics.join(' ')],
    }),
    words: new Set(templates.flatMap(({ title, id, topics: paths }) => wordsOf(`${title} ${id} ${paths.join(' ')}`))),
  };
  // Targets are prepared at the first search, and the first ones are slow: that is not to happen under somebody's fingers.
  for (const letters of REHEARSED) {
    fuzzysort.go(letters, made.topicTargets);
    fuzzysort.go(letters, made.questionTargets);
  }
  return made;
}

function topicsOf(templates: readonly TemplateFacts[]): Catalogue['topics'] {
  const found = new Map<string, TemplateFacts[]>();
  for (const template of templates) {
    for (const path of new Set(template.topics.flatMap(prefixes))) {
      const members = found.get(path);
      if (members) members.push(template);
      else found.set(path, [template]);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `a/b/c` lies in `a` and in `a/b`. */
function prefixes(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Letters and digits that stand together, in small letters. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
