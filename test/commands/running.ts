import { join } from 'node:path';
import type { Command } from 'commander';
import type { Environment } from '../../src/commands/environment.ts';
import { buildProgram } from '../../src/commands/program.ts';

/** Commands run without a process of their own, on the bank as it was built. */

const ROOT = join(import.meta.dirname, '../..');

interface Said {
  readonly stdout: string;
  readonly stderr: string;
  /** null where it is done. */
  readonly error: Error | null;
}

interface Running {
  readonly program: Command;
  readonly run: (...args: readonly string[]) => Promise<Said>;
}

export function running(variables: Environment['variables'] = {}): Running {
  let [stdout, stderr] = ['', ''];
  const environment = {
    variables,
    stdout: {
      write: (text: string) => {
        stdout += text;
      },
    },
    stderr: {
      write: (text: string) => {
        stderr += text;
      },
    },
    stdin: {},
    now: () => new Date('2026-11-20T18:00:00Z'),
    monotonic: () => 0,
    zone: 'UTC',
    randomBytes: (count: number) => new Uint8Array(count).fill(7),
    shipped: {
      bank: join(ROOT, 'dist/bank.json'),
      questions: join(ROOT, 'questions'),
      migrations: join(ROOT, 'migrations'),
    },
  } as unknown as Environment;
  const program = buildProgram(environment, '1.2.3');
  return {
    program,
    run: async (...args) => {
      [stdout, stderr] = ['', ''];
      try {
        await program.parseAsync(args, { from: 'user' });
        return { stdout, stderr, error: null };
      } catch (error) {
        return { stdout, stderr, error: error as Error };
      }
    },
  };
}

/** Every command that the help shows, with the words that call it. */
export function commandsOf(parent: Command, path: readonly string[] = []): readonly (readonly [string, Command])[] {
  return parent
    .createHelp()
    .visibleCommands(parent)
    .flatMap(command => {
      const words = [...path, command.name()];
      return [[words.join(' '), command] as const, ...commandsOf(command, words)];
    });
}
