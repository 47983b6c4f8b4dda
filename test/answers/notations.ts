import { type AnswerKey, type KindName, keyData, printKey } from '../../src/answers/answers.ts';

/** The key in the notations that scripts see it in, as replies. */

const joined =
  (separator: string) =>
  (key: unknown): string[] => [(key as readonly string[]).join(separator)];
const nested = (key: unknown): string[] => [JSON.stringify(key)];

const FROM_DATA: Readonly<Record<KindName, (key: unknown) => string[]>> = {
  choice: key => [(key as string[]).join(',') || 'none'],
  number: key => [String(key)],
  tensor: nested,
  table: nested,
  shape: key => [`(${(key as string[]).join(', ')})`, (key as string[]).join(' × ')].filter(text => text !== ''),
  expression: key => [String(key)],
  order: joined(' '),
  match: key => [
    Object.entries(key as Record<string, string>)
      .map(([blank, option]) => `${blank}=${option}`)
      .join(' '),
  ],
  words: key => [...(key as string[])],
  rubric: key => ['all', (key as unknown[]).map((_, i) => i + 1).join(' ')],
};

/** A key with blanks to fill in says the order alone. */
const saysAll = (key: AnswerKey): boolean => key.kind !== 'order' || key.lines.every(line => line.blank === null);

export function notationsOf(key: AnswerKey): string[] {
  return [printKey(key), ...(saysAll(key) ? FROM_DATA[key.kind](keyData(key).key) : [])];
}
