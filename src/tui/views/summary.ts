import { laneName } from '../../app/lane.ts';
import { type LookBack, lookBackOn } from '../../app/look-back.ts';
import type { SummaryScreen } from '../../app/screens.ts';
import type { Answered, State } from '../../app/state.ts';
import { tally } from '../../app/tally.ts';
import { inDays } from '../../pages/dates.ts';
import { counted } from '../../pages/page.ts';
import { signOf } from '../marks/marked.ts';
import { creditsText } from '../marks/points.ts';
import { BLANK, inline, literal, recoloured, type StyledLine, styled } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { aboutText, minutesText } from './left.ts';
import { hardLines, summarySide } from './summary-hard.ts';

const MINUTE = 60_000;
/** So much of the time gone counts as all of it: hardly any question is shorter than the rest. */
const USED = 0.85;
const NOTHING = 'Nothing was answered.';
/** In fewer columns it is not said when a question comes back. */
const WIDE = 60;

/** What a session came to, why it ended, and what is left. */
export function summaryView(screen: SummaryScreen, state: State, room: Room): View {
  const { home } = screen;
  const { answered, lane } = state;
  const { columns: width } = room;
  const left = home.steps + home.due + home.fresh;
  const rest = left > 0 ? `${left} left for today, ${aboutText(home.ms)}.` : 'Done for today.';
  const say = (text: string): StyledLine[] => recoloured(literal(text, width), 'strong');
  const back = lookBackOn(answered);
  const head =
    answered.length === 0
      ? say(nothing(state, left))
      : [
          [styled(tally(answered), 'accent')],
          ...recoloured(literal(measured(back), width), 'muted'),
          BLANK,
          ...answered.map(answer => answerLine(answer, screen, room)),
        ];
  return {
    place: `${laneName(lane)} · summary`,
    corner: '',
    body: [
      ...head,
      ...hardLines(back, width),
      BLANK,
      ...say(answered.length > 0 && left > 0 ? `${timeUsed(state)}${rest}` : rest),
      ...literal(`Tomorrow ${home.tomorrow} will be due.`, width),
    ],
    panel: [],
    focus: [],
    side: room.side > 0 ? summarySide(back, room.side) : [],
  };
}

/** `7 of 12 credits. Expected were 14 min, and it took 11 min.` */
function measured({ earned, credits, ms, expectedMs }: LookBack): string {
  return `${creditsText(earned, credits)}.  Expected were ${minutesText(expectedMs)}, and it took ${minutesText(ms)}.`;
}

function answerLine(
  { question, credit, self, title, rating }: Answered,
  { home }: SummaryScreen,
  room: Room,
): StyledLine {
  const due = home.back[question];
  // What was only practice leaves alone when it comes back.
  const comes = rating === null || due === undefined ? '' : inDays(due - home.today);
  const when = room.columns < WIDE ? '' : comes.padEnd(room.spoken ? 0 : WHEN);
  return [
    signOf({ credit }),
    styled((rating ?? 'practice').padEnd(10), 'muted'),
    ...(when === '' ? [] : [styled(`${when}  `, 'muted')]),
    ...inline(title),
    styled(self ? '  (self-marked)' : '', 'muted'),
  ];
}

const WHEN = 'in 12 months'.length;

/** Why nothing was answered. */
function nothing({ lane, shown }: State, left: number): string {
  if (shown.length > 0) return NOTHING;
  if (lane.kind === 'study' && left === 0) return 'Nothing is due, and no new question is left for today.';
  if (lane.kind === 'study' && lane.minutes !== undefined) {
    return `None of what is left will probably fit into ${counted(lane.minutes, 'minute')}.`;
  }
  return lane.kind === 'more' ? 'There is nothing to practise: all that you have met is set aside.' : NOTHING;
}

/** A session of so many minutes ends with its time, or where nothing fits into what is left of it. */
function timeUsed({ lane, answered }: State): string {
  if (lane.kind !== 'study' || lane.minutes === undefined) return '';
  const spent = answered.reduce((sum, { ms }) => sum + ms, 0);
  return spent >= USED * lane.minutes * MINUTE
    ? `Your ${counted(lane.minutes, 'minute')} ${lane.minutes === 1 ? 'is' : 'are'} used. `
    : `Nothing more fits into your ${counted(lane.minutes, 'minute')}. `;
}
