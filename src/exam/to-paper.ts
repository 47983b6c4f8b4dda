import { type AnswerKey, answerSpace, keyMistakes, keyReasons, showKey } from '../answers/answers.ts';
import type { Blueprint } from './blueprint.ts';
import type { Form, FormPart, FormProblem, FormQuestion } from './form.ts';
import { letters } from './letters.ts';
import type { Paper, PaperPart, PaperProblem, PaperQuestion, Person } from './paper.ts';
import { roomFor } from './room.ts';

/** What a form is printed with, beside its questions. */
export interface PaperFacts {
  readonly blueprint: Blueprint;
  /** Reprints the exam. */
  readonly code: string;
  /** Whose copy it is; null for blanks to fill in. */
  readonly person: Person | null;
  readonly solutions: boolean;
}

/** A form as it is printed: all of its texts and answer spaces, without any layout. */
export function paperOf({ name, problems }: Form, { blueprint, code, person, solutions }: PaperFacts): Paper {
  const { title, subtitle, minutes, credits, pass, details, aids, rules } = blueprint;
  return {
    solutions,
    title,
    subtitle,
    code,
    form: name,
    person,
    minutes,
    credits,
    pass,
    details,
    aids,
    rules,
    problems: problems.map(paperProblem),
  };
}

function paperProblem({ number, title, credits, story, questions }: FormProblem): PaperProblem {
  return { number, title, credits, story, questions: questions.map(paperQuestion) };
}

function paperQuestion({ number, credits, variant, parts }: FormQuestion): PaperQuestion {
  const { template, stem, solution } = variant;
  return {
    number,
    title: template.title,
    credits,
    stem,
    // Questions speak of the first or the last part, never of one by its name, which is the author's own.
    parts: parts.map((part, i) => paperPart(part, parts.length === 1 ? null : letters(i))),
    solution,
  };
}

function paperPart({ ask, credits, key }: FormPart, label: string | null): PaperPart {
  const reasons = keyReasons(key);
  return {
    label,
    ask,
    credits,
    space: answerSpace(key),
    room: roomFor(key.kind, credits),
    answer: answerOf(key),
    reasons,
    scheme: schemeOf(key, credits),
    // Mistakes that are offered as options are told with the reasons of these.
    mistakes: reasons.length > 0 ? [] : keyMistakes(key),
  };
}

/** Wordings of a term that are printed: whoever marks by hand knows the others when they see them. */
const WORDINGS = 5;

function answerOf(key: AnswerKey): string {
  // The points of free text are its scheme.
  if (key.kind === 'rubric') return key.model ?? '';
  if (key.kind !== 'words' || key.accepted.length <= WORDINGS) return showKey(key);
  return `${showKey({ ...key, accepted: key.accepted.slice(0, WORDINGS) })} and the like`;
}

/** The points of free text, which share what the part counts in this exam. */
function schemeOf(key: AnswerKey, credits: number): PaperPart['scheme'] {
  if (key.kind !== 'rubric') return [];
  const total = key.points.reduce((sum, point) => sum + point.credits, 0);
  return key.points.map(({ text, credits: share }) => ({
    text,
    credits: total === credits ? share : (credits * share) / total,
  }));
}
