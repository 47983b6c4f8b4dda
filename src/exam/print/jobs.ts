import { letters } from '../letters.ts';
import type { Person } from '../paper.ts';
import type { Enrolled } from '../roster.ts';
import { type FormatName, formatOf } from './formats.ts';

/** Which papers are to be made, and what their files are called. */

/** A paper: a form, by its index from 0, and whose copy it is. */
interface Copy {
  readonly form: number;
  readonly person: Person | null;
}

/** One file. */
export interface Sheet {
  /** `exam-A.pdf`, `solutions-A.pdf`; with people `exam-017-B.pdf`, as a name could be anything. */
  readonly file: string;
  readonly format: FormatName;
  readonly solutions: boolean;
  /** One, but for a file that combines them all. */
  readonly copies: readonly Copy[];
}

/** Files that are made one after another by the same thread: those of one form. */
export type Job = readonly Sheet[];

/** The k-th of n parts of a large run, k from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

export interface Wanted {
  readonly forms: number;
  /** One paper for each, the forms given out in turn to those without one of their own; null for one paper a form. */
  readonly people: readonly Enrolled[] | null;
  readonly solutions: boolean;
  readonly formats: readonly FormatName[];
  /** All exams in one file, and all solutions in another. */
  readonly combined: boolean;
  readonly shard: Shard | null;
}

/** All papers, or the shard's part of them: all parts together are the whole, and no two share a paper. */
export function jobsFor(wanted: Wanted): readonly Job[] {
  const { shard, combined } = wanted;
  const exams = copiesOf(wanted);
  const forms = Array.from({ length: wanted.forms }, (_, form): Copy => ({ form, person: null }));
  const jobs = combined
    ? [combinedJob(wanted, exams, forms)]
    : [
        ...(wanted.people ? exams.map((copy, i) => personalJob(copy, i, wanted)) : []),
        ...forms.map(copy => formJob(copy, wanted)),
      ];
  const all = jobs.filter(job => job.length > 0);
  return shard === null ? all : all.slice(...bounds(all.length, shard));
}

function copiesOf({ forms, people }: Wanted): readonly Copy[] {
  if (people === null) return Array.from({ length: forms }, (_, form) => ({ form, person: null }));
  return people.map(({ name, id, form }, i) => ({ form: form ?? i % forms, person: { name, id } }));
}

function combinedJob(wanted: Wanted, exams: readonly Copy[], forms: readonly Copy[]): Job {
  return wanted.formats.flatMap((format): Sheet[] => {
    const { extension } = formatOf(format);
    return [
      { file: `exams.${extension}`, format, solutions: false, copies: exams },
      ...(wanted.solutions ? [{ file: `solutions.${extension}`, format, solutions: true, copies: forms }] : []),
    ];
  });
}

function personalJob(copy: Copy, i: number, { people, formats }: Wanted): Job {
  const number = String(i + 1).padStart(String(people?.length ?? 0).length, '0');
  return formats.flatMap((format): Sheet[] => {
    const { extension, inOne } = formatOf(format);
    const file = `exam-${number}-${nameOf(copy)}.${extension}`;
    return inOne ? [] : [{ file, format, solutions: false, copies: [copy] }];
  });
}

function formJob(copy: Copy, { people, solutions, formats }: Wanted): Job {
  return formats.flatMap((format): Sheet[] => {
    const { extension, inOne } = formatOf(format);
    const sheet = (kind: 'exam' | 'solutions'): Sheet => {
      const file = `${kind}-${nameOf(copy)}.${extension}`;
      return { file, format, solutions: kind === 'solutions', copies: [copy] };
    };
    if (inOne) return [sheet('exam')];
    return [...(people === null ? [sheet('exam')] : []), ...(solutions ? [sheet('solutions')] : [])];
  });
}

function nameOf({ form }: Copy): string {
  return letters(form).toUpperCase();
}

function bounds(length: number, { part, of }: Shard): [from: number, to: number] {
  return [Math.floor((length * (part - 1)) / of), Math.floor((length * part) / of)];
}
