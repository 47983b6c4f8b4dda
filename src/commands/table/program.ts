import { Option } from 'commander';
import { type CommandRow, collect, JSON_FLAG } from './row.ts';

/** The program itself: its settings, its manual, the Tab key; and the language of question files. */
export const programCommands: readonly CommandRow[] = [
  {
    name: 'eval <formula...>',
    description: 'compute a formula of the question language, step by step',
    examples: [
      ["tutor eval 'softmax([1, 2, 3])'", 'a function with its steps'],
      ["tutor eval 'x = 3; y = x^2; grad(y, x)'", 'names, and a gradient'],
      ["tutor eval 'a + 1' --let a=2", 'a name from outside'],
    ],
    usage: "[options] 'formula'",
    // -x^2 is a formula.
    takesDashes: true,
    options: [
      new Option('--let <name=formula>', 'a name for use in the formula; can be repeated').argParser(collect),
      JSON_FLAG,
    ],
    load: async () => (await import('../eval.ts')).evaluate,
  },
  {
    name: 'config [setting] [value...]',
    description: 'what is set and where it comes from; or one setting, to be seen or changed',
    examples: [
      ['tutor config', 'all of it'],
      ['tutor config theme light', 'set one'],
      ['tutor config theme --unset', 'as it comes, again'],
    ],
    options: [
      new Option('--unset', 'take the setting out of the config file'),
      new Option('--path', 'print where the config file lies'),
      JSON_FLAG,
    ],
    after: '\nA flag overrules a variable (TUTOR_THEME …), a variable the config file, and\nthat the default.',
    alone: async () => (await import('../config/config.ts')).config,
  },
  {
    name: 'completion <shell>',
    description: 'what makes the Tab key complete commands, topics and ids: bash, zsh or fish',
    examples: [
      ['eval "$(tutor completion bash)"', 'in ~/.bashrc; for zsh in ~/.zshrc, behind compinit'],
      ['tutor completion fish > ~/.config/fish/completions/tutor.fish', 'once, for fish'],
    ],
    options: [],
    alone: async () => (await import('../completion/script.ts')).completion,
  },
  {
    name: 'manual',
    description: 'the manual page, for man',
    examples: [
      ['tutor manual | man -l -', 'read it'],
      ['tutor manual > ~/.local/share/man/man1/tutor.1', 'from then on "man tutor" has it'],
    ],
    options: [],
    alone: async () => (await import('../manual/manual.ts')).manual,
  },
];
