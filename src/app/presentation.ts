import { createHash } from 'node:crypto';
import type { Template } from '../bank/template.ts';
import { makeVariant, type Variant } from '../bank/variant.ts';

/** Which variant of a question comes next. */

export interface Past {
  /** How often the question was answered on this device, and what was taken back too. */
  readonly answers: number;
  /** Seeds shown last: in the log, and in this session. */
  readonly shown: readonly (number | null)[];
  readonly device: string;
  /** How often the question was shown in this session, so that one passed over comes back with other numbers. */
  readonly presented: number;
}

/** Draws before it is accepted that a question has too few variants to avoid a repetition. */
const TRIES = 50;

/**
 * A variant that differs from those shown last. It depends on the history alone: who was interrupted finds the same
 * question with the same numbers again.
 */
export function nextVariant(template: Template, past: Past): Variant {
  const faces = new Set(past.shown.map(seed => face(makeVariant(template, seed))));
  let variant = makeVariant(template, seedOf(template, past, 0));
  for (let i = 1; i < TRIES && faces.has(face(variant)); i++)
    variant = makeVariant(template, seedOf(template, past, i));
  return variant;
}

function seedOf({ id }: Template, { answers, device, presented }: Past, attempt: number): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([id, answers, device, presented, attempt]))
    .digest();
  // 53 bits: as many as a seed has.
  return digest.readUInt32BE(0) * 2 ** 21 + (digest.readUInt32BE(4) >>> 11);
}

/** What makes two variants look the same: the numbers, and the options in their order. */
export function face({ vars, parts }: Variant): string {
  const options = parts.map(({ key }) => (key.kind === 'choice' ? key.options.map(option => option.text) : []));
  return JSON.stringify([vars, options]);
}
