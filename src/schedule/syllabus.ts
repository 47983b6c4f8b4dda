/** The questions of the bank as the schedule sees them, with what follows from the bank alone. */

export interface SyllabusQuestion {
  readonly id: string;
  /** Paths such as `cnn/receptive-field`; the first one is what the question is chiefly about. */
  readonly topics: readonly string[];
  /** Items of exams that it comes from. */
  readonly source: readonly string[];
  /** Questions or topics to be met before. */
  readonly requires: readonly string[];
  readonly credits: number;
  /** Of its answer, or of the first of several. */
  readonly kind: string;
  /** The author's estimate; null where there is none. */
  readonly minutes: number | null;
}

export interface Syllabus {
  /** In the order of the bank. */
  readonly questions: readonly SyllabusQuestion[];
  readonly get: (id: string) => SyllabusQuestion | null;
  /** Ids of the questions to be met before this one; a topic that it requires stands for the first question of it. */
  readonly requires: (id: string) => readonly string[];
  /** Ids in the order in which they are met: one of each topic after the other, and what is required before what requires it. */
  readonly order: readonly string[];
  /** Ask for the same idea: the same narrow topic, or the same item of an exam. */
  readonly related: (a: string, b: string) => boolean;
}

/** Most questions require nothing. */
const NONE: readonly SyllabusQuestion[] = [];

export function syllabusOf(questions: readonly SyllabusQuestion[]): Syllabus {
  const byId = new Map(questions.map(question => [question.id, question]));
  const dealtOut = dealt(questions);
  // Few questions require a topic, and a bank may have ten thousand.
  let firsts: ReadonlyMap<string, SyllabusQuestion> | null = null;
  const firstOf = (topic: string): SyllabusQuestion | undefined => {
    firsts ??= firstOfTopics(dealtOut);
    return firsts.get(topic);
  };
  const requires = ({ id, requires: wanted }: SyllabusQuestion): readonly SyllabusQuestion[] =>
    wanted.length === 0
      ? NONE
      : wanted.flatMap(name => byId.get(name) ?? firstOf(name) ?? []).filter(before => before.id !== id);
  const required = new Map<string, readonly string[]>();
  return {
    questions,
    get: id => byId.get(id) ?? null,
    requires: id => {
      const known = required.get(id);
      if (known) return known;
      const question = byId.get(id);
      const found = question ? requires(question).map(before => before.id) : [];
      required.set(id, found);
      return found;
    },
    order: prerequisitesFirst(dealtOut, requires),
    related: (a, b) => {
      const [one, other] = [byId.get(a), byId.get(b)];
      return one !== undefined && other !== undefined && areRelated(one, other);
    },
  };
}

/** `cnn` of cnn/receptive-field. */
export function topicOf({ id, topics }: Pick<SyllabusQuestion, 'id' | 'topics'>): string {
  return (topics[0] ?? id).split('/', 1)[0] as string;
}

function areRelated(a: SyllabusQuestion, b: SyllabusQuestion): boolean {
  const [narrow] = a.topics;
  // A topic of one word, such as `cnn`, is a chapter and no idea.
  const sameIdea = narrow?.includes('/') === true && narrow === b.topics[0];
  return sameIdea || a.source.some(item => b.source.includes(item));
}

/** Round-robin over the topics. */
function dealt(questions: readonly SyllabusQuestion[]): SyllabusQuestion[] {
  const groups = Object.values(Object.groupBy(questions, topicOf)) as SyllabusQuestion[][];
  const rounds = groups.reduce((most, group) => Math.max(most, group.length), 0);
  return Array.from({ length: rounds }, (_, round) => groups.flatMap(group => group.slice(round, round + 1))).flat();
}

/** By every topic and what it lies in. */
function firstOfTopics(questions: readonly SyllabusQuestion[]): ReadonlyMap<string, SyllabusQuestion> {
  const firstOf = new Map<string, SyllabusQuestion>();
  for (const question of questions) {
    for (const topic of question.topics) {
      // Where a topic is known, so is all that it lies in: most questions bring nothing new.
      if (firstOf.has(topic)) continue;
      for (const path of prefixes(topic)) if (!firstOf.has(path)) firstOf.set(path, question);
    }
  }
  return firstOf;
}

/** Each question after those that it requires. Circles are cut. */
function prerequisitesFirst(
  questions: readonly SyllabusQuestion[],
  requires: (question: SyllabusQuestion) => readonly SyllabusQuestion[],
): string[] {
  const placed = new Set<string>();
  const begun = new Set<string>();
  const place = (question: SyllabusQuestion): void => {
    if (begun.has(question.id)) return;
    begun.add(question.id);
    requires(question).forEach(place);
    placed.add(question.id);
  };
  questions.forEach(place);
  return [...placed];
}

/** `a/b/c` lies in `a` and in `a/b`. */
function prefixes(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
