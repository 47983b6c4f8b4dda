import { Option } from 'commander';
import { type CommandRow, JSON_FLAG } from './row.ts';

/** The schedule: what it aims at, what it is fitted to, what it leaves out. */
export const scheduleCommands: readonly CommandRow[] = [
  {
    name: 'plan',
    description: 'towards an exam: what will be known on the day, what to begin when, and what score to expect',
    examples: [
      ['tutor plan --exam 2026-12-12 --minutes 30', 'make a plan and put it in force'],
      ['tutor plan --exam 2026-12-12 --try', 'look only'],
      ['tutor plan', 'the plan in force, as it looks today'],
    ],
    options: [
      new Option('--exam <date>', 'the day of the exam, such as 2026-12-12'),
      new Option('--minutes <n>', 'of study a day (else 20)'),
      new Option('--credits <n>', 'what the exam is worth (else 90)'),
      new Option('--try', 'look only: the plan in force stays as it is'),
      new Option('--drop', 'end the plan in force'),
      JSON_FLAG,
    ],
    load: async () => (await import('../schedule/plan.ts')).plan,
  },
  {
    name: 'why <id>',
    description: 'why a question is asked now or is not: what is known of your memory of it',
    examples: [
      ['tutor why cnn/flatten-size', 'when it comes, and why then'],
      ['tutor why cnn/flatten-size --json', 'for a script'],
    ],
    options: [JSON_FLAG],
    load: async () => (await import('../schedule/why.ts')).why,
  },
  {
    name: 'aside [id]',
    description: 'what the schedule leaves out, and why; or a question to be left out',
    examples: [
      ['tutor aside', 'what is set aside'],
      ['tutor aside cnn/flatten-size', 'set a question aside'],
      ['tutor aside cnn/flatten-size --back', 'bring it back'],
    ],
    options: [new Option('--back', 'bring it back'), JSON_FLAG],
    load: async () => (await import('../schedule/aside.ts')).aside,
  },
  {
    name: 'retention [place] [value]',
    description:
      'how much of what comes up should still be known (0.9, 90% or "default"), of all or of one folder, and what it costs',
    examples: [
      ['tutor retention', 'what is aimed at, and what more or less would cost'],
      ['tutor retention 92%', 'aim at so much, of everything'],
      ['tutor retention cnn 95%', 'of one folder'],
    ],
    options: [JSON_FLAG],
    load: async () => (await import('../schedule/retention.ts')).retention,
  },
  {
    name: 'optimize',
    description: 'fit the memory model to your own answers, and keep the fit only if it predicts better',
    examples: [
      ['tutor optimize --dry-run', 'whether a fit would predict better'],
      ['tutor optimize', 'fit, and keep it if it does'],
    ],
    options: [
      new Option('--dry-run', 'measure and change nothing'),
      new Option('--undo', 'put the weights before the last fit in force again'),
      JSON_FLAG,
    ],
    load: async () => (await import('../schedule/optimize.ts')).optimize,
  },
];
