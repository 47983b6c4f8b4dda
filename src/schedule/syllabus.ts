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
  readonly parts: readonly { readonly answer: { readonly kind: string } }[];
  /** The author's estimate; null where there is none. */
  readonly minutes: number | null;
}

export interface Syllabus {
  /** In the order of the bank. */
  readonly questions: readonly SyllabusQuestion[];
  readonly get: (id: string) => SyllabusQuestion | null;
  /** Ids of the questions to be met before this one; a topic that it requires stands for the first question of it. */
  readonly requires: (id: string) => readonly string[];
  /**
   * Ids in the order in which they are met: one of each topic after the other, and what is required before what requires it.
   *
   * @param isWanted leaves out all others
   */
  readonly order: (isWanted?: (id: string) => boolean) => readonly string[];
  /** Ask for the same idea: the same narrow topic, or the same item of an exam. */
  readonly related: (a: string, b: string) => boolean;
}

/** Most questions require nothing. */
const NONE: readonly SyllabusQuestion[] = [];

/** @param get where questions are looked up by their ids, if there is such a place: a bank can be large */
export function syllabusOf(questions: readonly SyllabusQuestion[], get: Syllabus['get'] = lookUp(questions)): Syllabus {
  // Few questions require a topic, and a bank may have ten thousand.
  let firsts: ReadonlyMap<string, SyllabusQuestion> | null = null;
  const firstOf = (topic: string): SyllabusQuestion | undefined => {
    firsts ??= firstOfTopics(dealtOut(firstOfItsTopics()));
    return firsts.get(topic);
  };
  let places: Places | null = null;
  const dealtOut = (isKept: (question: SyllabusQuestion) => boolean): readonly SyllabusQuestion[] => {
    places ??= placesOf(questions);
    return dealt(questions, places, isKept);
  };
  const requires = ({ id, requires: wanted }: SyllabusQuestion): readonly SyllabusQuestion[] =>
    wanted.length === 0
      ? NONE
      : wanted.flatMap(name => get(name) ?? firstOf(name) ?? []).filter(before => before.id !== id);
  const required = new Map<string, readonly string[]>();
  return {
    questions,
    get,
    requires: id => {
      const known = required.get(id);
      if (known) return known;
      const question = get(id);
      const found = question ? requires(question).map(before => before.id) : [];
      required.set(id, found);
      return found;
    },
    order: (isWanted = () => true) => {
      // What requires something brings it forward, wanted or not.
      const turns = dealtOut(question => question.requires.length > 0 || isWanted(question.id));
      return prerequisitesFirst(turns, requires).filter(id => isWanted(id));
    },
    related: (a, b) => {
      const [one, other] = [get(a), get(b)];
      return one !== null && other !== null && areRelated(one, other);
    },
  };
}

function lookUp(questions: readonly SyllabusQuestion[]): Syllabus['get'] {
  const byId = new Map(questions.map(question => [question.id, question]));
  return id => byId.get(id) ?? null;
}

/** Of its answer, or of the first of several. */
export function kindOf({ parts }: Pick<SyllabusQuestion, 'parts'>): string {
  return parts[0]?.answer.kind ?? 'none';
}

/** `cnn` of cnn/receptive-field. */
export function topicOf({ id, topics }: Pick<SyllabusQuestion, 'id' | 'topics'>): string {
  const [path = id] = topics;
  const end = path.indexOf('/');
  return end < 0 ? path : path.slice(0, end);
}

function areRelated(a: SyllabusQuestion, b: SyllabusQuestion): boolean {
  const [narrow] = a.topics;
  // A topic of one word, such as `cnn`, is a chapter and no idea.
  const sameIdea = narrow?.includes('/') === true && narrow === b.topics[0];
  return sameIdea || a.source.some(item => b.source.includes(item));
}

/** Where each question comes in a round-robin over the topics: in which round, and where in it. */
interface Places {
  readonly round: Int32Array;
  readonly rank: Int32Array;
}

function placesOf(questions: readonly SyllabusQuestion[]): Places {
  const [round, rank] = [new Int32Array(questions.length), new Int32Array(questions.length)];
  const groups = new Map<string, { readonly rank: number; size: number }>();
  questions.forEach((question, i) => {
    const topic = topicOf(question);
    const group = groups.get(topic) ?? { rank: groups.size, size: 0 };
    if (group.size === 0) groups.set(topic, group);
    rank[i] = group.rank;
    round[i] = group.size;
    group.size += 1;
  });
  return { round, rank };
}

/** Round-robin over the topics, of those that are kept. */
function dealt(
  questions: readonly SyllabusQuestion[],
  { round, rank }: Places,
  isKept: (question: SyllabusQuestion) => boolean,
): readonly SyllabusQuestion[] {
  const kept: number[] = [];
  questions.forEach((question, i) => {
    if (isKept(question)) kept.push(i);
  });
  const by = (places: Int32Array, a: number, b: number): number => (places[a] ?? 0) - (places[b] ?? 0);
  return kept.sort((a, b) => by(round, a, b) || by(rank, a, b)).map(i => questions[i] as SyllabusQuestion);
}

/** Questions of one folder share their lists of topics, and a later one of the same topics is the first of none. */
function firstOfItsTopics(): (question: SyllabusQuestion) => boolean {
  const seen = new Set<readonly string[]>();
  return ({ topics }) => {
    if (seen.has(topics)) return false;
    seen.add(topics);
    return true;
  };
}

/** By every topic and what it lies in. */
function firstOfTopics(questions: readonly SyllabusQuestion[]): ReadonlyMap<string, SyllabusQuestion> {
  const firstOf = new Map<string, SyllabusQuestion>();
  for (const question of questions) {
    for (const topic of question.topics) {
      // Where a topic is known, so is all that it lies in.
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
  const begun = new Set<string>();
  const order: string[] = [];
  const place = (question: SyllabusQuestion): void => {
    if (begun.has(question.id)) return;
    begun.add(question.id);
    for (const before of requires(question)) place(before);
    order.push(question.id);
  };
  for (const question of questions) place(question);
  return order;
}

/** `a/b/c` lies in `a` and in `a/b`. */
function prefixes(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
