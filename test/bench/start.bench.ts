import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'vitest';
import { questionFiles } from '../../src/bank/question-files.ts';
import { NOW, openLarge, QUESTIONS, REVIEWS, writeHistory } from './large-history.ts';
import { bareProgram, median, PROGRAM, ROOT, start, surroundings } from './pty.ts';

/**
 * From the start of a process to its first useful frame, and to what becomes of a key that is pressed when that is seen;
 * and the memory it has taken by then. All programs are started in turn, so that whatever else the machine does meets all
 * of them, by the same Node, and each keeps what was compiled from one start to the next.
 */

const RUNS = 20;
const MOST_MILLISECONDS = 900_000;
/** Written when the home screen stands, and when help does. */
const [HOME, HELP] = ['Enter', 'Here and now'];

interface Program {
  readonly what: string;
  readonly args: readonly string[];
  readonly sign: string;
  /** Written in answer to a question mark. */
  readonly answer: string | null;
  readonly env: NodeJS.ProcessEnv;
}

test('a start', { timeout: MOST_MILLISECONDS }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-start-'));
  try {
    const env = surroundings(folder);
    const large = { ...env, TUTOR_DATA: join(folder, 'large'), TUTOR_NOW: NOW.toISOString() };
    const bank = join(folder, 'bank');
    writeBank(bank);
    writeLog(large.TUTOR_DATA);
    const tutor = { args: [PROGRAM], sign: HOME, answer: HELP };
    const programs: readonly Program[] = [
      {
        what: 'node, and nothing',
        args: ['-e', 'console.log("hello"); setInterval(() => {}, 1000)'],
        sign: 'hello',
        answer: null,
        env,
      },
      { what: BARE, args: [await bareProgram('hello', folder, 'as it comes')], sign: 'hello', answer: 'yes', env },
      {
        what: 'Ink as we bundle it, and hello',
        args: [await bareProgram('hello', folder)],
        sign: 'hello',
        answer: 'yes',
        env,
      },
      { what: SMALL, ...tutor, env },
      { what: `tutor, ${REVIEWS.toLocaleString('en-US')} reviews`, ...tutor, env: large },
      {
        what: `the same, ${QUESTIONS.toLocaleString('en-US')} questions in a folder`,
        ...tutor,
        args: [PROGRAM, '--bank', bank],
        env: large,
      },
    ];
    const found = await measured(programs);
    const of = (what: string): number => median((found.get(what) ?? []).map(({ ms }) => ms));
    console.table(
      programs.map(({ what }) => {
        const runs = found.get(what) ?? [];
        const times = runs.map(({ ms }) => ms);
        return {
          program: what,
          'median ms': Math.round(of(what)),
          'fastest – slowest': `${Math.round(Math.min(...times))} – ${Math.round(Math.max(...times))}`,
          'times bare Ink': (of(what) / of(BARE)).toFixed(2),
          'times tutor': (of(what) / of(SMALL)).toFixed(2),
          'a key answered by ms': Math.round(median(runs.map(({ answered }) => answered))),
          'resident MB': Math.round(median(runs.map(({ megabytes }) => megabytes))),
        };
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const BARE = 'Ink as it comes, and hello';
const SMALL = 'tutor, nothing answered yet';

interface Run {
  readonly ms: number;
  /** Milliseconds as well; NaN where nothing is. */
  readonly answered: number;
  readonly megabytes: number;
}

async function measured(programs: readonly Program[]): Promise<ReadonlyMap<string, readonly Run[]>> {
  const found = new Map<string, Run[]>(programs.map(({ what }) => [what, []]));
  // The first ones fill the caches.
  for (let run = -2; run < RUNS; run++) {
    for (const { what, args, sign, answer, env } of programs) {
      const program = start({ args, env });
      const ms = await program.until(sign);
      program.type('?');
      const answered = answer === null ? Number.NaN : await program.until(answer);
      const megabytes = program.megabytes();
      if (run >= 0) found.get(what)?.push({ ms, answered, megabytes });
      await program.end();
    }
  }
  return found;
}

/** The questions of the bank again and again, under other names and titles. */
function writeBank(folder: string): void {
  const originals = questionFiles(join(ROOT, 'questions')).map(({ path }) =>
    readFileSync(join(ROOT, 'questions', path), 'utf8'),
  );
  for (let i = 0; i < QUESTIONS; i++) {
    const file = join(folder, `${idOf(i)}.md`);
    if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    const text = originals[i % originals.length] ?? '';
    writeFileSync(file, text.replace(/^title: .*$/m, `title: Question ${i}`).replace(/^requires: .*\n/m, ''));
  }
}

/** As the history names them. */
const idOf = (i: number): string => `topic-${i % 100}/question-${i}`;

function writeLog(folder: string): void {
  openLarge(folder).close();
  writeHistory(
    folder,
    Array.from({ length: QUESTIONS }, (_, i) => ({ id: idOf(i) })),
  );
  const store = openLarge(folder);
  store.rebuildCards();
  store.close();
}
