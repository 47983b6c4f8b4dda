import { statSync } from 'node:fs';
import { loadFolder } from '../bank/load.ts';
import { problemText } from '../bank/problem.ts';
import type { Template } from '../bank/template.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './errors.ts';
import { printMessage } from './output.ts';

/** The questions of another folder; those that cannot be used are named on stderr, and the rest serve. */
export function extraBank(folder: string, environment: Environment): readonly Template[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--bank ${folder}: there is no such folder`);
  }
  const { templates, problems } = loadFolder(folder);
  for (const problem of problems) printMessage(environment, problemText(problem));
  return templates;
}
