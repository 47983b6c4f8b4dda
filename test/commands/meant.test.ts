import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { adviceOn, meantBy } from '../../src/commands/meant.ts';
import { unknownCommand } from '../../src/commands/unknown.ts';

const IDS = [
  'activations/relu-drawbacks',
  'cnn/conv-1x1-params',
  'cnn/flatten-size',
  'cnn/receptive-field',
  'lstm/cell-drawing',
  'normalization/batch-norm-buffers',
  'rnn/gradient-clipping',
  'rnn/gradient-bound',
];
const TOPICS = ['activations', 'cnn', 'lstm', 'normalization', 'regularization', 'rnn'];

describe('what was meant', () => {
  it.each([
    ['cnn/flaten-size', ['cnn/flatten-size']],
    ['flatten-siez', ['cnn/flatten-size']],
    ['recptive', ['cnn/receptive-field']],
    ['relu', ['activations/relu-drawbacks']],
    ['bathc-norm', ['normalization/batch-norm-buffers']],
    ['rnm/lstn', ['lstm']],
    ['gradeint', ['rnn/gradient-bound', 'rnn/gradient-clipping']],
    ['cn', ['cnn']],
    ['lsmt', ['lstm']],
    ['regularisation', ['regularization']],
    // Nothing is better than what nobody meant.
    ['qwertz', []],
    ['xyzzy', []],
    ['missing.md', []],
    ['/home/student/notes/relu.md', []],
    ['', []],
    ['x'.repeat(100_000), []],
  ])('by %j is %j', (name, names) => {
    const advice = adviceOn(name, [...TOPICS, ...IDS], 'Look it up.');
    expect(advice).toBe(names.length > 0 ? `Did you mean ${names.join(' or ')}?` : 'Look it up.');
  });

  it.each([
    ['zhs', ['bash', 'zsh', 'fish'], 'zsh'],
    ['cvs', ['jsonl', 'csv', 'fsrs'], 'csv'],
    ['drak', ['dark', 'light'], 'dark'],
    ['colours', ['colors', 'theme'], 'colors'],
    ['quit', ['due', 'sync', 'exam'], null],
    ['toString', ['theme'], null],
  ])('by %j alone', (name, known, meant) => {
    expect(meantBy(name, known)).toBe(meant);
  });
});

it.each([
  ['show', 'Did you mean "tutor bank show" or "tutor exam show"?'],
  ['preview', 'Did you mean "tutor bank preview" or "tutor review"?'],
  ['exma', 'Did you mean "tutor exam"?'],
  ['qwertz', 'See "tutor --help".'],
])('there is no command %s: %s', (word, advice) => {
  const tutor = new Command('tutor');
  tutor.command('review');
  tutor.command('bank').addCommand(new Command('show')).addCommand(new Command('preview'));
  tutor.command('exam').addCommand(new Command('show'));
  expect(unknownCommand(word, tutor).message).toBe(`There is no command "${word}". ${advice}`);
});
