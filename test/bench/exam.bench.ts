import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';

/**
 * Exams on paper, as whole processes of the built program: one with its solutions, twenty of twenty questions each, and the
 * memory that a thousand take. Where LaTeX is installed, it sets twenty documents of as many questions beside them.
 */

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'dist/tutor.js');
const RUNS = 7;

/** Twenty questions, of which two in five are ticked, two computed, and one is written. */
const BLUEPRINT = `title: Twenty questions
minutes: 60
pass: 50 %
ideas: free
problems:
  - title: Tick
    credits: 16
    questions:
      - { kinds: choice, each: 2, count: 8 }
  - title: Compute
    credits: 16
    questions:
      - { kinds: [number, tensor, shape, expression], each: 2, count: 8 }
  - title: Mixed
    credits: 8
    questions:
      - { kinds: [words, rubric, choice, number, order], each: 2, count: 4 }
`;

interface Run {
  readonly ms: number;
  readonly megabytes: number;
}

function timed(args: readonly string[], folder: string): Run {
  const out = join(folder, 'out');
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    '/usr/bin/time',
    ['-f', '%M', process.execPath, PROGRAM, ...args, '--out', out],
    {
      encoding: 'utf8',
      env: { ...process.env, TUTOR_DATA: folder },
    },
  );
  const ms = performance.now() - begun;
  rmSync(out, { recursive: true, force: true });
  if (status !== 0) throw new Error(stderr);
  return { ms, megabytes: Number(stderr.trim().split('\n').at(-1)) / 1024 };
}

function report(what: string, args: readonly string[], folder: string, runs = RUNS): void {
  timed(args, folder);
  const found = Array.from({ length: runs }, () => timed(args, folder));
  const sorted = found.map(({ ms }) => ms).sort((a, b) => a - b);
  const seconds = (ms = 0): string => (ms / 1000).toFixed(2);
  const megabytes = Math.max(...found.map(run => run.megabytes));
  console.log(
    `${what}: median ${seconds(sorted[Math.floor(runs / 2)])} s (${seconds(sorted[0])}–${seconds(sorted.at(-1))}), ${megabytes.toFixed(0)} MB`,
  );
}

test('exams on paper', { timeout: 900_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-exam-bench-'));
  try {
    const blueprint = join(folder, 'twenty.yaml');
    writeFileSync(blueprint, BLUEPRINT);
    report('one quiz with solutions', ['exam', 'quiz', '--seed', '1'], folder);
    report('one endterm with solutions', ['exam', '--seed', '1'], folder);
    report('20 forms × 20 questions with solutions', ['exam', blueprint, '--seed', '1', '--forms', '20'], folder);
    report(
      '1,000 forms of it without solutions',
      ['exam', blueprint, '--seed', '1', '--forms', '1000', '--no-solutions'],
      folder,
      1,
    );
    besideLatex(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Plain documents: twenty short questions with a formula each, and as many solutions. */
function besideLatex(folder: string): void {
  if (spawnSync('pdflatex', ['--version']).error) {
    console.log('pdflatex: not installed');
    return;
  }
  const question = String.raw`\item A layer computes $y = W x + b$ with $n = 128$. \[ \mathrm{Var}(y) = n \sigma^2 = \frac{2}{n} \cdot n \] What is it?\\[2cm]`;
  const source = String.raw`\documentclass{article}\begin{document}\begin{enumerate}${question.repeat(40)}\end{enumerate}\end{document}`;
  writeFileSync(join(folder, 'exam.tex'), source);
  const begun = performance.now();
  for (let i = 0; i < 20; i++) execFileSync('pdflatex', ['-interaction=batchmode', 'exam.tex'], { cwd: folder });
  console.log(`pdflatex, 20 documents of 40 items: ${((performance.now() - begun) / 1000).toFixed(2)} s`);
}
