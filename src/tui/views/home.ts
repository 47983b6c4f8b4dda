import type { TopicRow } from '../../app/home.ts';
import type { HomeScreen } from '../../app/state.ts';
import { BLANK, literal, type StyledLine, styled } from '../styled.ts';
import type { View } from '../view.ts';

const BAR = 16;

export function homeView({ home, row }: HomeScreen, width: number): View {
  const { due, fresh, topics, answeredToday, tomorrow } = home;
  const isFirst = topics.length > 0 && topics.every(topic => topic.met === 0);
  const name = Math.max(8, ...topics.map(topic => topic.topic.length)) + 2;
  const intro = isFirst ? [...literal(WELCOME, Math.min(width, WELCOME_WIDTH)), BLANK] : [];
  const head = [...intro, headline(due, fresh), BLANK, tableHead(name)];
  const rows = topics.map((topic, i) => tableRow(topic, i === row, name));
  const foot = [BLANK, [styled(`Answered today: ${answeredToday}.  Due tomorrow: ${tomorrow}.`, 'muted')]];
  return {
    place: 'Home',
    corner: '',
    body: [...head, ...rows, ...foot],
    panel: [],
    focus: topics.length === 0 ? [] : [[head.length + row, head.length + row]],
  };
}

const WELCOME =
  'Welcome. Every question has fresh numbers each time you meet it, and its solution shows the very steps that made the answer. Twenty minutes each evening: what you are about to forget comes back by itself.';
const WELCOME_WIDTH = 74;

function headline(due: number, fresh: number): StyledLine {
  if (due + fresh === 0) {
    return [styled('Nothing is due today. ', 'accent'), styled('Drill a topic with d: it leaves the schedule alone.')];
  }
  return [
    styled(`${due} due`, 'accent'),
    styled(', '),
    styled(`${fresh} new`, 'accent'),
    styled(' for today. Enter begins.'),
  ];
}

function tableHead(name: number): StyledLine {
  return [styled(`  ${'topic'.padEnd(name)}${'due'.padStart(4)}${'new'.padStart(5)}   met`, 'muted')];
}

function tableRow({ topic, due, fresh, met, total }: TopicRow, selected: boolean, name: number): StyledLine {
  const filled = Math.round((BAR * met) / total);
  return [
    styled(selected ? '▸ ' : '  ', 'accent'),
    selected ? styled(topic.padEnd(name), 'strong') : styled(topic.padEnd(name)),
    styled(`${due || '·'}`.padStart(4), due > 0 ? 'accent' : 'muted'),
    styled(`${fresh || '·'}`.padStart(5)),
    styled(`   ${`${met} of ${total}`.padEnd(10)}`),
    styled('█'.repeat(filled), 'good'),
    styled('░'.repeat(BAR - filled), 'muted'),
  ];
}
