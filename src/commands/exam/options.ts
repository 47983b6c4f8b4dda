import { VARYINGS, type Varying } from '../../exam/form.ts';
import { FORMAT_NAMES, type FormatName, type PaperSize } from '../../exam/print/formats.ts';
import type { Shard } from '../../exam/print/jobs.ts';
import { wholeNumber } from '../environment.ts';
import { UsageError } from '../errors.ts';

/** What `tutor exam` is asked for, from its flags. */

export interface ExamOptions {
  readonly seed?: string;
  readonly code?: string;
  readonly topics?: string;
  readonly credits?: string;
  readonly minutes?: string;
  readonly forms?: string;
  readonly vary?: string;
  readonly out?: string;
  readonly format?: readonly string[];
  readonly paper?: string;
  /** False with --no-solutions. */
  readonly solutions: boolean;
  readonly roster?: string;
  readonly combined?: boolean;
  readonly shard?: string;
  readonly force?: boolean;
  readonly resume?: boolean;
  readonly json?: boolean;
  readonly bank?: readonly string[];
}

const MOST_FORMS = 10_000;

export function formsOf(text: string | undefined): number {
  const forms = text === undefined ? 1 : wholeNumber(text, '--forms', MOST_FORMS);
  if (forms === 0) throw new UsageError('--forms must be at least 1.');
  return forms;
}

/** Several are named one after another or with commas between. */
export function formatsOf(texts: readonly string[] = ['pdf']): readonly FormatName[] {
  const names = texts.flatMap(text => text.split(',')).map(name => name.trim());
  return [...new Set(names)].map(name => oneOf(FORMAT_NAMES, name, '--format'));
}

const SIZES: Readonly<Record<string, PaperSize>> = { a4: 'a4', letter: 'us-letter' };

export function sizeOf(text = 'a4'): PaperSize {
  return SIZES[oneOf(Object.keys(SIZES), text.toLowerCase(), '--paper')] ?? 'a4';
}

export function varyingOf(text: string | undefined): Varying {
  return text === undefined ? 'both' : oneOf(VARYINGS, text, '--vary');
}

/** `3/10` */
export function shardOf(text: string | undefined): Shard | null {
  if (text === undefined) return null;
  const [, part = '', of = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (shard.part >= 1 && shard.part <= shard.of) return shard;
  throw new UsageError(`--shard must be a part of a whole, such as 3/10, not "${text.slice(0, 40)}"`);
}

function oneOf<Name extends string>(names: readonly Name[], text: string, flag: string): Name {
  const name = names.find(known => known === text);
  if (name === undefined) {
    throw new UsageError(`${flag} must be one of ${names.join(', ')}, not "${text.slice(0, 40)}"`);
  }
  return name;
}
