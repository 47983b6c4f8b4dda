import { CLOCK_BEHIND, type Home, type TopicRow } from '../../app/home.ts';
import type { HomeScreen } from '../../app/screens.ts';
import { BLANK, literal, recoloured, type StyledLine, styled, textOf, widthOf } from '../styled.ts';
import type { View } from '../view.ts';
import { minutesText } from './left.ts';

const BAR = 16;
/** In fewer columns the bars are left out. */
const WIDE = 60;

export function homeView({ home, row }: HomeScreen, width: number): View {
  const { topics } = home;
  const isFirst = topics.length > 0 && topics.every(topic => topic.met === 0);
  const name = Math.max(8, ...topics.map(topic => topic.topic.length)) + (width < WIDE ? 0 : 2);
  const intro = isFirst ? [...literal(WELCOME, Math.min(width, WELCOME_WIDTH)), BLANK] : [];
  const head = [
    ...intro,
    ...warning(home, width),
    ...headline(home, width),
    ...exam(home, width),
    BLANK,
    tableHead(name),
  ];
  const rows = topics.map((topic, i) => tableRow(topic, i === row, name, width));
  const foot = [BLANK, ...recoloured(literal(footText(home), width), 'muted')];
  return {
    place: 'Home',
    corner: '',
    body: [...head, ...rows, ...foot],
    panel: [],
    focus: topics.length === 0 ? [] : [[head.length + row, head.length + row]],
  };
}

const WELCOME =
  'Welcome. Every question has fresh numbers each time you meet it, and its solution shows the very steps that made the answer. Twenty minutes each evening will do (t): what you are about to forget comes back by itself.';
const WELCOME_WIDTH = 74;

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
    styled(` for today, about ${minutesText(ms)}. Enter begins.`),
  ];
  const later = waiting > 0 ? literal(`${waiting} more due: they wait their turn.`, width) : [];
  return [...(widthOf(line) <= width ? [line] : literal(textOf(line), width)), ...recoloured(later, 'muted')];
}

/** What is known of the exam, and since when. */
function exam({ goal, today }: Home, width: number): readonly StyledLine[] {
  if (goal === null) return [];
  const { mean, low, high } = goal.score;
  const percent = (share: number): string => `${Math.round(100 * share)}`;
  const score = `expected ${percent(mean)} % (${percent(low)}–${percent(high)})`;
  const age = today - goal.made;
  const made = age === 1 ? 'yesterday' : `${age} days ago`;
  const since = age <= 0 ? '' : `, as of ${made} (p Enter renews it)`;
  return literal(`Exam ${daysUntil(goal.exam - today)}: ${score}${since}.`, width);
}

function daysUntil(days: number): string {
  return days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}

function warning({ behind }: Home, width: number): StyledLine[] {
  if (behind === null) return [];
  return [...recoloured(literal(CLOCK_BEHIND, width), 'warning'), BLANK];
}

function footText({ answeredToday, tomorrow, streak, aside }: Home): string {
  const days = streak > 1 ? `  ${streak} days in a row.` : '';
  const out = aside > 0 ? `  Set aside: ${aside}.` : '';
  return `Answered today: ${answeredToday}.  Due tomorrow: ${tomorrow}.${days}${out}`;
}

function tableHead(name: number): StyledLine {
  return [styled(`  ${'topic'.padEnd(name)}${'due'.padStart(4)}${'new'.padStart(5)}   met`, 'muted')];
}

function tableRow(
  { topic, due, fresh, met, total }: TopicRow,
  selected: boolean,
  name: number,
  width: number,
): StyledLine {
  const filled = Math.round((BAR * met) / total);
  const bar = [styled('█'.repeat(filled), 'good'), styled('░'.repeat(BAR - filled), 'muted')];
  return [
    styled(selected ? '▸ ' : '  ', 'accent'),
    selected ? styled(topic.padEnd(name), 'strong') : styled(topic.padEnd(name)),
    styled(`${due || '·'}`.padStart(4), due > 0 ? 'accent' : 'muted'),
    styled(`${fresh || '·'}`.padStart(5)),
    styled(`   ${`${met} of ${total}`.padEnd(10)}`),
    ...(width < WIDE ? [] : bar),
  ];
}
