import { UsageError } from '../errors.ts';
import { adviceOn } from '../meant.ts';
import type { Surroundings } from '../table/row.ts';
import { SCRIPTS, SHELLS, type Shell } from './scripts.ts';

/** `tutor completion SHELL`: the script that makes the Tab key work. */
export function completion({ environment }: Surroundings, shell: string): void {
  if (!SHELLS.includes(shell as Shell)) {
    const advice = adviceOn(shell, SHELLS, `There is one for ${SHELLS.join(', ')}.`);
    throw new UsageError(`There is no completion for "${shell.slice(0, 40)}". ${advice}`);
  }
  environment.stdout.write(SCRIPTS[shell as Shell]);
}
