import type { Found, FoundQuestion, FoundTopic } from '../../app/picker/state.ts';
import { standingText } from '../../app/standing.ts';
import { BLANK, inline, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import { row } from './columns.ts';

/** Beside what was found: more of the row under the cursor. */
export function foundSide(found: Found, width: number): readonly StyledLine[] {
  return found.kind === 'topic' ? topicSide(found, width) : questionSide(found, width);
}

function topicSide({ place, questions, known, due, met, recall, members }: FoundTopic, width: number): StyledLine[] {
  const shares = [`${questions} in all`, `${met} met`, `${known} known`, `${due} due`];
  const recalled = recall === null ? [] : literal(`Of what was met, ${percent(recall)} is recalled now.`, width);
  const rows = members.map(({ title, standing }) =>
    row(inline(title), [{ text: standingText(standing), width: 10, token: standing.due ? 'accent' : 'muted' }], width),
  );
  const left = questions - members.length;
  return [
    [styled(place, 'title')],
    ...recoloured(literal(shares.join(' · '), width), 'muted'),
    ...recalled,
    BLANK,
    ...rows,
    ...(left > 0 ? [[styled(`and ${left} more`, 'muted')]] : []),
  ];
}

function questionSide(question: FoundQuestion, width: number): StyledLine[] {
  const { title, place, topics, source, requires, credits, minutes, standing } = question;
  const { recall, stability } = standing;
  const facts: readonly (readonly [string, string])[] = [
    ['id', place],
    ['topics', topics.join(', ')],
    ['source', source.join(', ')],
    ['credits', `${credits}`],
    ['minutes', minutes === null ? '' : `${minutes}`],
    ['builds on', requires.join(', ')],
    ['due', standingText(standing)],
    ['recall', recall === null ? '' : percent(recall)],
    ['stability', stability === null ? '' : `${Math.round(stability)} days`],
  ];
  return [
    inline(title).map(({ text }) => styled(text, 'title')),
    BLANK,
    ...facts
      .filter(([, text]) => text !== '')
      .flatMap(([name, text]) =>
        literal(text, width - NAMES).map((line, i) => [styled((i === 0 ? name : '').padEnd(NAMES), 'muted'), ...line]),
      ),
  ];
}

const NAMES = 12;

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
