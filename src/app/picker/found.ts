import type { TemplateFacts } from '../../bank/facts.ts';
import type { Standing } from '../standing.ts';
import type { Catalogue } from './catalogue.ts';
import { search } from './search.ts';
import type { Found, FoundQuestion, FoundTopic, PickerScreen } from './state.ts';

/** What a query finds, with how it stands. */

export interface Finding {
  readonly catalogue: Catalogue;
  readonly standing: (template: TemplateFacts) => Standing;
  /** The credit of the last answer to a question; null where there is none. */
  readonly last: (question: string) => number | null;
}

export function findings(finding: Finding, query: string): Pick<PickerScreen, 'found' | 'total' | 'read'> {
  const wanted = query.trim();
  if (wanted === '') {
    const found = worthPractising(finding);
    return { found, total: found.length, read: null };
  }
  const { topics, questions, more, read } = search(finding.catalogue, wanted);
  const found = [
    ...topics.map(({ place, marks }) => topicFound(finding, place, marks)),
    ...questions.map(({ template, titleMarks, marks }) => questionFound(finding, template, titleMarks, marks)),
  ];
  const all = exactFirst(finding, found, wanted.replace(/\/+$/, ''));
  return { found: all, total: all.length + more, read };
}

/** Somebody who types a whole name means that and nothing else. */
function exactFirst(finding: Finding, found: readonly Found[], name: string): readonly Found[] {
  const { topics, byId } = finding.catalogue;
  const question = byId.get(name);
  const exact = topics.has(name)
    ? topicFound(finding, name, allOf(name))
    : question && questionFound(finding, question, [], allOf(name));
  return exact ? [exact, ...found.filter(({ place }) => place !== name)] : found;
}

const allOf = (text: string): readonly number[] => Array.from(text, (_, i) => i);

/** Every topic, the one first of which least is recalled; those of which nothing was met come last. */
function worthPractising(finding: Finding): readonly FoundTopic[] {
  const { topics } = finding.catalogue;
  const parent = (place: string): string => place.slice(0, Math.max(0, place.lastIndexOf('/')));
  return [...topics.entries()]
    .filter(([place, members]) => topics.get(parent(place))?.length !== members.length)
    .map(([place]) => topicFound(finding, place, []))
    .sort((a, b) => (a.recall ?? Number.POSITIVE_INFINITY) - (b.recall ?? Number.POSITIVE_INFINITY) || 0);
}

/** So many questions of a topic are named beside it. */
const NAMED = 40;

function topicFound({ catalogue, standing }: Finding, place: string, marks: readonly number[]): FoundTopic {
  const members = catalogue.topics.get(place) ?? [];
  let [known, due, met, recalled, counted] = [0, 0, 0, 0, 0];
  for (const member of members) {
    const now = standing(member);
    if (now.known) known += 1;
    if (now.due) due += 1;
    if (now.met) met += 1;
    if (now.recall === null || now.aside) continue;
    recalled += now.recall;
    counted += 1;
  }
  return {
    kind: 'topic',
    ...{ place, marks, questions: members.length, known, due, met },
    recall: counted === 0 ? null : recalled / counted,
    members: members.slice(0, NAMED).map(member => ({ title: member.title, standing: standing(member) })),
  };
}

function questionFound(
  { standing, last }: Finding,
  template: TemplateFacts,
  titleMarks: readonly number[],
  marks: readonly number[],
): FoundQuestion {
  const { id, title, topics, source, requires, credits, minutes } = template;
  const now = standing(template);
  return {
    kind: 'question',
    ...{ place: id, title, topics, source, requires, credits, minutes, titleMarks, marks },
    standing: now,
    last: last(id),
  };
}
