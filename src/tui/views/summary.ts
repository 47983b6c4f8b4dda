import { laneName } from '../../app/lane.ts';
import type { SummaryScreen } from '../../app/screens.ts';
import type { Answered, State } from '../../app/state.ts';
import { tally } from '../../app/tally.ts';
import { signOf } from '../marks/marked.ts';
import { BLANK, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { View } from '../view.ts';
import { minutesText } from './left.ts';

const MINUTE = 60_000;
/** So much of the time gone counts as all of it: hardly any question is shorter than the rest. */
const USED = 0.85;
const NOTHING = 'Nothing was answered.';

/** What a session came to, why it ended, and what is left. */
export function summaryView({ home }: SummaryScreen, state: State, width: number): View {
  const { answered, lane } = state;
  const left = home.steps + home.due + home.fresh;
  const rest = left > 0 ? `${left} left for today, about ${minutesText(home.ms)}.` : 'Done for today.';
  const say = (text: string): StyledLine[] => recoloured(literal(text, width), 'strong');
  const head =
    answered.length === 0
      ? say(nothing(state, left))
      : [[styled(tally(answered), 'accent')], BLANK, ...answered.map(answerLine)];
  return {
    place: `${laneName(lane)} · summary`,
    corner: '',
    body: [
      ...head,
      ...advice(answered, width),
      BLANK,
      ...say(answered.length > 0 && left > 0 ? `${timeUsed(state)}${rest}` : rest),
      ...literal(`Tomorrow ${home.tomorrow} will be due.`, width),
    ],
    panel: [],
    focus: [],
  };
}

function answerLine({ credit, self, title, rating }: Answered): StyledLine {
  return [
    signOf({ credit }),
    styled((rating ?? 'practice').padEnd(10), 'muted'),
    styled(title),
    styled(self ? '  (self-marked)' : '', 'muted'),
  ];
}

function advice(answered: readonly Answered[], width: number): StyledLine[] {
  const missed = answered.find(({ credit }) => credit < 1);
  if (!missed) return [];
  return [
    BLANK,
    ...literal(`Worth a drill: "tutor drill ${missed.question}" asks it again with other numbers.`, width),
  ];
}

/** Why nothing was answered. */
function nothing({ lane, shown }: State, left: number): string {
  if (shown.length > 0) return NOTHING;
  if (lane.kind === 'study' && left === 0) return 'Nothing is due, and no new question is left for today.';
  if (lane.kind === 'study' && lane.minutes !== undefined) {
    return `None of what is left will probably fit into ${lane.minutes} minutes.`;
  }
  return lane.kind === 'more' ? 'There is nothing to practise: all that you have met is set aside.' : NOTHING;
}

/** A session of so many minutes ends with its time, or where nothing fits into what is left of it. */
function timeUsed({ lane, answered }: State): string {
  if (lane.kind !== 'study' || lane.minutes === undefined) return '';
  const spent = answered.reduce((sum, { ms }) => sum + ms, 0);
  return spent >= USED * lane.minutes * MINUTE
    ? `Your ${lane.minutes} minutes are used. `
    : `Nothing more fits into your ${lane.minutes} minutes. `;
}
