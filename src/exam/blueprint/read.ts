import { readLocatedYaml } from '../../bank/located-yaml.ts';
import type { Problem } from '../../bank/problem.ts';
import type { Place } from '../../language/located.ts';
import type { Blueprint, ProblemBlueprint, Slot } from '../blueprint.ts';
import { BlueprintError } from '../error.ts';
import { contradictions } from './check.ts';
import { blueprintHash } from './hash.ts';
import { type BlueprintFile, blueprintSchema, type ProblemFile, type SlotFile } from './schema.ts';

const LONGEST_NAME = 40;

type PlaceOf = (...path: readonly (string | number)[]) => Place;

/**
 * A blueprint file, `questions/exams/endterm.yaml`.
 *
 * @param name as commands and codes are to name it; what cannot stand in a code is taken out of it
 * @param file as errors are to name it
 * @throws BlueprintError with every problem that can be found without the bank
 */
export function readBlueprint(content: string, name: string, file: string): Blueprint {
  const reading = readLocatedYaml(content.replace(/^\ufeff/, ''), blueprintSchema, {
    file,
    what: 'blueprint',
    firstLine: 1,
    advice: 'Texts with : # [ ] { } or , in them need quotes',
    loneKey: '',
  });
  if (reading.status === 'wrong') throw new BlueprintError(reading.problems);
  const { data, placeOf } = reading.read;
  const problems = contradictions(data).map(({ path, message }): Problem => ({ file, ...placeOf(...path), message }));
  if (problems.length > 0) throw new BlueprintError(problems);
  const said = contentOf(data, placeOf);
  return { ...said, name: codeName(name), file, hash: blueprintHash(said) };
}

function contentOf(data: BlueprintFile, placeOf: PlaceOf): Omit<Blueprint, 'name' | 'file' | 'hash'> {
  const credits = data.problems.reduce((sum, problem) => sum + problem.credits, 0);
  return {
    title: data.title,
    subtitle: data.subtitle ?? null,
    minutes: data.minutes,
    credits,
    pass: passing(data.pass ?? '50 %', credits),
    details: Object.entries(data.details ?? {}).map(([label, text]) => ({ label, text })),
    aids: data.aids ?? [],
    rules: data.rules ?? [],
    problems: data.problems.map((problem, i) => problemOf(problem, i, placeOf)),
    cover: data.cover ?? [],
    coverAt: placeOf('cover'),
    ideas: data.ideas ?? 'source',
  };
}

/** `My Exam` → `my-exam` */
function codeName(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  return (
    plain
      .replaceAll(/[^a-z0-9_]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, LONGEST_NAME) || 'exam'
  );
}

/** Credits that pass: of a share the next half credit above. */
export function passing(pass: number | string, credits: number): number {
  if (typeof pass === 'number') return pass;
  return Math.ceil((credits * 2 * Number.parseFloat(pass)) / 100) / 2;
}

function problemOf(problem: ProblemFile, i: number, placeOf: PlaceOf): ProblemBlueprint {
  const { title, credits, questions, story = null, free = story === null } = problem;
  const slots = questions.map((slot, j) => ({ ...slotOf(slot), ...placeOf('problems', i, 'questions', j) }));
  return { title, credits, story, free, slots, ...placeOf('problems', i, 'title') };
}

function slotOf(slot: SlotFile): Omit<Slot, keyof Place> {
  if (typeof slot === 'string') return slotOf({ any: [slot] });
  const { any, topics = [], kinds = [], rule = null, each = null, worth = null } = slot;
  const count = slot.count ?? (worth === null ? 1 : null);
  const ids = any === undefined ? null : [...new Set(any)];
  return { ids, topics, kinds, rule, each, count, worth };
}
