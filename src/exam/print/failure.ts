import { QuestionError } from '../../bank/problem.ts';
import { ExamError } from '../error.ts';
import { FileExists } from './new-file.ts';

/** Errors between threads and processes, where they would lose what kind they are. */

export interface Failed {
  readonly message: string;
  readonly stack: string | undefined;
  /** `explained`: the message is for the user as it stands. */
  readonly kind: 'explained' | 'exists' | 'system' | 'fault';
}

export function failedBy(error: unknown): Failed {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, kind: 'fault' };
  const { message, stack } = error;
  if (error instanceof FileExists) return { message, stack, kind: 'exists' };
  if (error instanceof ExamError || error instanceof QuestionError) return { message, stack, kind: 'explained' };
  return { message, stack, kind: 'syscall' in error ? 'system' : 'fault' };
}

const REVIVED: Readonly<Record<Failed['kind'], (message: string) => Error>> = {
  explained: message => new ExamError(message),
  exists: message => new FileExists(message),
  system: message => Object.assign(new Error(message), { syscall: 'write' }),
  fault: message => new Error(message),
};

export function errorOf({ message, stack, kind }: Failed): Error {
  const error = REVIVED[kind](message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
