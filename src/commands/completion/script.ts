import { nearest, UsageError } from '../errors.ts';
import type { Surroundings } from '../table/row.ts';
import { SCRIPTS, SHELLS, type Shell } from './scripts.ts';

/** `tutor completion SHELL`: the script that makes the Tab key work. */
export function completion({ environment }: Surroundings, shell: string): void {
  if (!SHELLS.includes(shell as Shell)) {
    const [near = SHELLS[0]] = nearest(shell, SHELLS, 1);
    throw new UsageError(
      `There is no completion for "${shell.slice(0, 40)}": bash, zsh or fish. Did you mean ${near}?`,
    );
  }
  environment.stdout.write(SCRIPTS[shell as Shell]);
}
