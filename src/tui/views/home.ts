import { CLOCK_BEHIND, type Home } from '../../app/home.ts';
import type { HomeScreen } from '../../app/screens.ts';
import { chanceText } from '../../pages/plan.ts';
import { BLANK, literal, recoloured, type StyledLine, styled, textOf, widthOf } from '../styled.ts';
import type { Room, View } from '../view.ts';
import { homeSide } from './home-side.ts';
import { topicLines } from './home-topics.ts';
import { aboutText, minutesText } from './left.ts';

/** What there is to do today, and the syllabus. */

/** Lines of a window that are not for the body: two above it, one for a notice, and the keys. */
const FRAME = 4;

export function homeView({ home, row }: HomeScreen, room: Room): View {
  const { columns: width } = room;
  const { topics } = home;
  const top = [
    home.isFirst ? welcome(home, room).flatMap(text => literal(text, width)) : [],
    [...warning(home, width), ...(room.rows < LOW ? inBrief(home, width) : inFull(home, width))],
  ].filter(block => block.length > 0);
  const list = topicLines(home, row, room);
  const told = recoloured(literal(footText(home), width), 'muted');
  const spared = room.rows - FRAME - top.flat().length - list.length;
  // Before the first answer it says nothing that must be known.
  const foot = home.isFirst && spared < told.length ? [] : told;
  // Where there is not room for all, the gaps go first.
  let spare = spared - foot.length;
  const gap = (): readonly StyledLine[] => (spare-- > 0 ? [BLANK] : []);
  const beforeList = gap();
  const beforeFoot = gap();
  const head = [...top.flatMap((block, i) => (i === 0 ? block : [...gap(), ...block])), ...beforeList];
  const first = head.length + 1;
  return {
    place: 'Home',
    corner: '',
    body: [...head, ...list, ...beforeFoot, ...foot],
    panel: [],
    focus: topics.length === 0 ? [] : [[first + row, first + row]],
    side: room.side > 0 ? homeSide(home, room.side, room.rows - FRAME) : [],
  };
}

/** In fewer rows the list of topics needs the room more than whole sentences. */
const LOW = 18;

function inFull(home: Home, width: number): readonly StyledLine[] {
  return [...headline(home, width), ...exam(home, width), ...unfinished(home, width)];
}

/** A line each. */
function inBrief({ steps, due, fresh, ms, goal, today, unfinished: open }: Home, width: number): readonly StyledLine[] {
  const work = due + fresh + steps;
  const again = steps > 0 ? `${steps} to repeat, ` : '';
  const done = work === 0 ? 'Nothing is due today.' : `${again}${due} due, ${fresh} new for today, ${minutesText(ms)}.`;
  return [
    ...recoloured(literal(done, width), 'accent'),
    ...(goal === null
      ? []
      : literal(`Exam ${daysUntil(goal.exam - today)}: expected ${Math.round(100 * goal.score.mean)} %.`, width)),
    ...(open === null ? [] : recoloured(literal('An exam is not finished: e Enter.', width), 'warning')),
  ];
}

/** With the keys three lines, each short enough for one. */
const WELCOME = [
  'Every question comes with fresh numbers, and its solution shows every step.',
  'Enter begins with a few new ones; what is about to fade comes back by itself.',
];
const KEYS = 'With , you set your exam date, minutes a day and the looks; ? tells all keys.';
const KEYS_SPOKEN =
  'With the comma you set your exam date, minutes a day and the looks; the question mark tells all keys.';

function welcome({ goal }: Home, { spoken }: Room): readonly string[] {
  return goal === null ? [...WELCOME, spoken ? KEYS_SPOKEN : KEYS] : WELCOME;
}

function headline(home: Home, width: number): readonly StyledLine[] {
  const { steps, due, fresh, waiting, ms, met } = home;
  if (due + fresh + steps === 0) {
    const rest = met > 0 ? 'm practises what you know least, d drills a topic: both leave the schedule alone.' : '';
    return literal(`Nothing is due today. ${rest}`, width);
  }
  const again = steps > 0 ? `${steps} to repeat, ` : '';
  const line: StyledLine = [
    styled(`${again}${due} due`, 'accent'),
    styled(', '),
    styled(`${fresh} new`, 'accent'),
    styled(` for today, ${aboutText(ms)}. Enter begins.`),
  ];
  const later = waiting > 0 ? literal(waits(home), width) : [];
  return [...(widthOf(line) <= width ? [line] : literal(textOf(line), width)), ...recoloured(later, 'muted')];
}

/** Why what is due is not for today. */
function waits({ waiting, fresh, goal }: Home): string {
  const [they, turn] = waiting === 1 ? ['it waits', 'its turn'] : ['they wait', 'their turn'];
  const isPlanned = goal !== null && fresh > 0;
  return `${waiting} more due: ${they}${isPlanned ? ', as what is new gains more until the exam' : ` ${turn}`}.`;
}

/** What is known of the exam, and since when. */
function exam({ goal, today, isFirst }: Home, width: number): readonly StyledLine[] {
  if (goal === null) return isFirst ? [] : recoloured(literal(NO_PLAN, width), 'muted');
  const { score, passing } = goal;
  const percent = (share: number): string => `${Math.round(100 * share)}`;
  const mean = `expected ${percent(score.mean)} %`;
  const age = today - goal.made;
  const made = age === 1 ? 'yesterday' : `${age} days ago`;
  const since = (as: string): string => (age <= 0 ? '' : `, ${as}${made} (p Enter renews it)`);
  const pass = passing === undefined ? '' : `, ${chanceText(passing)} to pass`;
  const day = `Exam ${daysUntil(goal.exam - today)}`;
  const full = `${day}: ${mean} (${percent(score.low)}–${percent(score.high)})${pass}${since('as of ')}.`;
  // The chance to pass says in one number what the interval is for, and a second line would cost a topic its place.
  const isShortened = passing !== undefined && full.length > width;
  return literal(isShortened ? `${day}: ${mean}${pass}${since('')}.` : full, width);
}

const NO_PLAN = 'No exam is planned: p sets a date, and says what score to expect.';

function daysUntil(days: number): string {
  return days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** An exam goes on before anything else is begun. */
function unfinished({ unfinished: exam }: Home, width: number): readonly StyledLine[] {
  if (exam === null) return [];
  const { title, leftMs, handedIn } = exam;
  const left = leftMs === null ? '' : leftMs === 0 ? ', and its time is up' : `, ${minutesText(leftMs)} left`;
  const what = handedIn ? 'is handed in and not marked yet' : 'is not finished';
  return recoloured(literal(`“${title}” ${what}${left}: e, then Enter, goes on.`, width), 'warning');
}

function warning({ behind }: Home, width: number): StyledLine[] {
  return behind === null ? [] : recoloured(literal(CLOCK_BEHIND, width), 'warning');
}

function footText({ answeredToday, spentMs, tomorrow, streak, aside }: Home): string {
  const time = spentMs > 0 ? ` in ${minutesText(spentMs)}` : '';
  const days = streak > 1 ? `  ${streak} days in a row.` : '';
  const out = aside > 0 ? `  Set aside: ${aside}.` : '';
  return `Answered today: ${answeredToday}${time}.  Due tomorrow: ${tomorrow}.${days}${out}`;
}
