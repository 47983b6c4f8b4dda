import { localTime } from '../../app/local-time.ts';
import type { Presented } from '../../app/screens.ts';
import type { Answered } from '../../app/state.ts';
import { minutesAndSeconds, tally } from '../../app/tally.ts';
import { signOf } from '../marks/marked.ts';
import { BLANK, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Room } from '../view.ts';

/** Beside a question: how it went the last times, and the session so far. It gives nothing of the answer away. */
export function questionSide({ insight }: Presented, answered: readonly Answered[], room: Room): readonly StyledLine[] {
  const { side: width, rows } = room;
  const before = insight.last.map(
    ({ at, zone, credit, rating, mode, ms }): StyledLine => [
      signOf({ credit }),
      styled((rating ?? mode).padEnd(RATING)),
      styled(`${localTime(at, zone)}${ms === null ? '' : `  ${minutesAndSeconds(ms)}`}`, 'muted'),
    ],
  );
  const known =
    before.length > 0 ? before : recoloured(literal('You meet this question for the first time.', width), 'muted');
  const head = [[styled('Your last answers to it', 'heading')], ...known];
  if (answered.length === 0) return head;
  const most = Math.max(1, rows - AROUND - head.length);
  return [
    ...head,
    BLANK,
    [styled('This session', 'heading')],
    ...recoloured(literal(tally(answered), width), 'muted'),
    ...answered
      .slice(-most)
      .toReversed()
      .map(({ credit, rating, title }) => [
        signOf({ credit }),
        styled((rating ?? 'practice').padEnd(RATING), 'muted'),
        styled(title),
      ]),
  ];
}

/** Room for `practice` and a gap. */
const RATING = 10;
/** Lines of the window around the pane, and of the pane around the list. */
const AROUND = 9;
