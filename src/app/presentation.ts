import { createHash } from 'node:crypto';
import { answerSheet } from '../answers/answers.ts';
import { authorOf } from '../answers/authors.ts';
import type { Template } from '../bank/template.ts';
import { makeVariant, type Variant } from '../bank/variant.ts';
import { bestFitting, type Skill } from './fading.ts';

/** Which variant of a question comes next. */

export interface Past {
  /** How often the question was answered on this device, and what was taken back too. */
  readonly answers: number;
  /** Seeds shown last: in the log, and in this session. */
  readonly shown: readonly (number | null)[];
  readonly device: string;
  /** How often it was shown in this session since it was answered last, so that one passed over comes back with other numbers. */
  readonly presented: number;
  readonly skill: Skill;
}

/** Draws before it is accepted that a question has too few variants to avoid a repetition. */
const TRIES = 50;
/** Draws among which one is chosen that hides as much as suits the student. */
const CHOICES = 24;

/**
 * A variant that differs from those shown last. It depends on the history alone: who was interrupted finds the same
 * question with the same numbers again.
 */
export function nextVariant(template: Template, past: Past): Variant {
  const faces = new Set(past.shown.map(seed => face(makeVariant(template, seed))));
  const variants: Variant[] = [];
  // Most questions hide nothing, and the first variant that looks different will do.
  const wanted = canHide(template) ? CHOICES : 1;
  for (let i = 0; i < TRIES && variants.length < wanted; i++) {
    const variant = makeVariant(template, seedOf(template, past, i));
    if (!faces.has(face(variant))) variants.push(variant);
  }
  const [first] = variants;
  return first ? bestFitting(variants, past.skill) : makeVariant(template, seedOf(template, past, 0));
}

function canHide({ parts }: Template): boolean {
  return parts.some(({ answer }) => authorOf(answer).fades?.(answer) ?? false);
}

function seedOf({ id }: Template, { answers, device, presented }: Past, attempt: number): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([id, answers, device, presented, attempt]))
    .digest();
  // 53 bits: as many as a seed has.
  return digest.readUInt32BE(0) * 2 ** 21 + (digest.readUInt32BE(4) >>> 11);
}

/** What makes two variants look the same: the numbers, and what stands below the question in its order. */
export function face({ vars, parts }: Variant): string {
  return JSON.stringify([vars, parts.map(({ key }) => answerSheet(key))]);
}
