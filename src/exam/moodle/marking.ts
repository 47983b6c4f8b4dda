import { type AnswerKey, keyMistakes, keyReasons, showKey } from '../../answers/answers.ts';

/** What whoever marks by hand needs to know, as Markdown. */
export function markingGuide(key: AnswerKey): string {
  const mistakes = keyMistakes(key).map(({ shown, because }) => `- ${inItem(`${shown}\n\n${because}`.trim())}`);
  return [
    showKey(key),
    ...section(
      'Why',
      keyReasons(key).map(reason => `- ${inItem(reason)}`),
    ),
    ...section('Common mistakes', mistakes),
  ].join('\n\n');
}

function section(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`**${heading}**`, items.join('\n')];
}

/** Further lines stay in the item. */
function inItem(text: string): string {
  return text.trim().replaceAll('\n', '\n  ');
}

/** What belongs to a question that is answered in free text, beside what it asks: Markdown, empty for nothing. */
export function given(key: AnswerKey): string {
  switch (key.kind) {
    case 'order':
      return key.lines.map(({ label, text }) => `- **${label}** ${inItem(text)}`).join('\n');
    case 'expression':
      return key.symbols.length === 0 ? '' : `Symbols: ${key.symbols.map(({ tex }) => `$${tex}$`).join(', ')}`;
    case 'tensor':
      return key.free ? `Give ${key.free.cells.map(({ tex }) => `$${tex}$`).join(', ')}.` : '';
    default:
      return '';
  }
}
