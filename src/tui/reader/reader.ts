import type { State } from '../../app/state.ts';
import { judgedPoints } from '../../app/update-judge.ts';
import { viewOf } from '../frame.ts';
import { activeBindings } from '../keymap.ts';
import { type StyledLine, styled, textOf } from '../styled.ts';
import type { View } from '../view.ts';
import {
  type CellInUse,
  cellOfPad,
  cellOfSheet,
  counted,
  currentWords,
  placeInSheet,
  readingsInWords,
} from './entry.ts';
import { type Heard, type HeardLine, heardNotice, heardPlace, UNLIMITED } from './heard.ts';
import { heardKeys } from './keys.ts';
import { capitalsOf, linearIn } from './linear.ts';
import { type Formulas, spokenLine } from './words.ts';

/** A screen for listening: the same views without a window, so that each paragraph is one line. */

export function heard(state: State, zone: string): Heard {
  const view = viewOf(linearIn(state), UNLIMITED, zone);
  const isField =
    state.screen?.name === 'question' &&
    !state.screen.pad?.active &&
    state.screen.entries[state.screen.focus]?.kind === 'text';
  const [first, last] = view.focus.at(-1) ?? [0, -1];
  const formulas = typedFormulas(state);
  const line = (styledLine: StyledLine, inFocus = false): HeardLine => ({
    ...spokenLine(styledLine, formulas),
    inFocus,
    isField: inFocus && isField,
  });
  const body = bodyOf(state, view).map((styledLine, i) => line(styledLine, i >= first && i <= last));
  const said = ({ text, inFocus }: HeardLine): boolean => text !== '' || inFocus;
  return {
    scene: sceneOf(state),
    place: heardPlace(view),
    body: body.filter(said),
    panel: panelOf(view)
      .map(styledLine => line(styledLine))
      .filter(said),
    notice: heardNotice(state),
    toggles:
      state.screen?.name === 'question'
        ? [{ is: state.screen.guess, on: '', off: 'It is no declared guess any more.' }]
        : [],
    objection: state.screen?.name === 'question' && state.screen.complaint !== null ? state.screen : null,
    current: current(
      state,
      body.filter(({ inFocus }) => inFocus),
    ),
    keys: heardKeys(activeBindings(state)),
  };
}

/** What was understood of formulas that are being typed. */
function typedFormulas({ screen }: State): Formulas | undefined {
  if (screen?.name !== 'question') return undefined;
  const { variant } = screen.presented;
  return readingsInWords(screen, variant.parts, capitalsOf(variant));
}

function sceneOf({ help, why, screen }: State): readonly unknown[] {
  if (why) return [help, why];
  switch (screen?.name) {
    case 'question':
      return [help, screen.name, screen.presented.variant];
    case 'judge':
      return [help, screen.name, screen.question.presented.variant];
    case 'mark':
      return [help, screen.name, screen.review];
    case 'history':
      return [help, screen.name, screen.query];
    case 'past':
      return [help, screen.name, screen.past.written.id];
    case 'browser':
      return [help, screen.name, screen.reading ? screen.look?.variant : null];
    default:
      return [help, screen?.name];
  }
}

/** At home, a table of numbers becomes a sentence a row. */
function bodyOf(state: State, { body, focus }: View): readonly StyledLine[] {
  const { screen, help } = state;
  if (help || screen?.name !== 'home' || !focus[0]) return body;
  const first = focus[0][0] - screen.row;
  const rows = screen.home.topics.map(({ topic, due, fresh, met, total }, i): StyledLine => {
    const mark = i === screen.row ? '▸ ' : '  ';
    return [styled(`${mark}${topic}: ${due} due, ${fresh} new, ${met} of ${total} met`)];
  });
  return body.toSpliced(first, rows.length, ...rows).with(first - 1, [styled('Topics:', 'muted')]);
}

/** Where the panel is a table, what stands below one another belongs together. */
function panelOf({ panel }: View): readonly StyledLine[] {
  const [head] = panel;
  if (!head || head.length < 2 || panel.some(line => line.length !== head.length)) return panel;
  return head.map((_, i) => [styled(panel.map(line => (line[i] ? textOf([line[i]]).trim() : '')).join('  '))]);
}

function current(state: State, lines: readonly HeardLine[]): string {
  return currentWords(placeOf(state), cellInUse(state), lines);
}

function cellInUse({ screen, help, why }: State): CellInUse | null {
  if (screen?.name !== 'question' || help || why) return null;
  return screen.pad?.active ? cellOfPad(screen.pad) : cellOfSheet(screen);
}

/** Which of how many is under the cursor. */
function placeOf({ screen, help, why }: State): string | null {
  if (help || why) return null;
  switch (screen?.name) {
    case 'home':
      return counted('topic', screen.row, screen.home.topics.length);
    case 'aside':
      return counted('question', screen.row, screen.rows.length);
    case 'history':
      return screen.search ? null : counted('answer', screen.row, screen.rows.length);
    case 'picker':
      return counted('found', screen.row, screen.found.length);
    case 'browser':
      return screen.reading ? null : counted('question', screen.row, screen.rows.length);
    case 'exams':
      return screen.report ? null : counted('exam', screen.row, screen.rows.length);
    case 'settings':
      return counted('setting', screen.row, screen.rows.length);
    case 'judge':
      return counted('point', screen.row, judgedPoints(screen.question).length);
    case 'question':
      return screen.pad?.active ? 'scratch pad' : placeInSheet(screen, screen.presented.variant.parts);
    default:
      return null;
  }
}
