import type { Rule } from './rule.ts';
import { blanks } from './rules/blanks.ts';
import { characters } from './rules/characters.ts';
import { degenerate } from './rules/degenerate.ts';
import { distinct } from './rules/distinct.ts';
import { draw } from './rules/draw.ts';
import { figure } from './rules/figure.ts';
import { finite } from './rules/finite.ts';
import { guessable } from './rules/guessable.ts';
import { HEAD_RULES } from './rules/head.ts';
import { hint } from './rules/hint.ts';
import { idleMistake } from './rules/idle-mistake.ts';
import { key } from './rules/key.ts';
import { latex } from './rules/latex.ts';
import { mistakes } from './rules/mistakes.ts';
import { network } from './rules/network.ts';
import { order } from './rules/order.ts';
import { plot } from './rules/plot.ts';
import { rejection } from './rules/rejection.ts';
import { requires } from './rules/requires.ts';
import { sameMistake } from './rules/same-mistake.ts';
import { stem } from './rules/stem.ts';
import { tolerance } from './rules/tolerance.ts';
import { unreached } from './rules/unreached.ts';
import { unused } from './rules/unused.ts';
import { width } from './rules/width.ts';

/** Every rule of the linter; a new one is a file and a row. */

/** What `readTemplate` finds has no check of its own here. */
const file: Rule = { name: 'file', about: 'The file is a question: its keys, names and formulas can be read.' };
const allow: Rule = { name: 'allow', about: 'Every exception under `allow:` names a rule that is broken here.' };

export const RULES: readonly Rule[] = [
  file,
  draw,
  rejection,
  finite,
  key,
  tolerance,
  mistakes,
  idleMistake,
  sameMistake,
  guessable,
  degenerate,
  distinct,
  latex,
  unused,
  unreached,
  hint,
  ...HEAD_RULES,
  requires,
  characters,
  width,
  figure,
  blanks,
  plot,
  network,
  order,
  stem,
  allow,
];

export const RULE_NAMES: readonly string[] = RULES.map(({ name }) => name);
