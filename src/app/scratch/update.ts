import { written as replied, type Typed } from '../answering.ts';
import type { Action } from '../events.ts';
import type { QuestionScreen } from '../screens.ts';
import type { Next } from '../session.ts';
import type { State } from '../state.ts';
import { entered, isBlank, lastValue, type Pad, turned, walked, written } from './pad.ts';

/** While the keys go to the scratch pad. */

type Input = Typed | { readonly type: 'action'; readonly action: Action };

export function updateScratch(state: State, screen: QuestionScreen, pad: Pad, input: Input): Next {
  const show = (changed: Pad): Next => [{ ...state, screen: { ...screen, pad: changed }, notice: null }, []];
  if (input.type !== 'action') return show(written(pad, input));
  switch (input.action) {
    case 'submit':
      return isBlank(pad) ? [{ ...state, notice: EMPTY_LINE }, []] : show(entered(pad));
    case 'earlier-reply':
      return show(walked(pad, -1));
    case 'later-reply':
      return show(walked(pad, 1));
    case 'undo-edit':
    case 'redo-edit': {
      const done = turned(pad, input.action);
      return done ? show(done) : [{ ...state, notice: NOTHING[input.action] }, []];
    }
    case 'take-value':
      return taken(state, screen, entered(pad));
    case 'back':
    case 'scratch':
      return [{ ...state, screen: { ...screen, pad: { ...pad, active: false } }, scroll: null, notice: null }, []];
    default:
      return [state, []];
  }
}

const EMPTY_LINE = 'Type a calculation, such as 16*7*7, or a note.';
const NOTHING = {
  'undo-edit': 'There is nothing to undo in this line.',
  'redo-edit': 'There is nothing to redo in this line.',
} as const;
const NO_VALUE = 'There is no value on the pad yet.';

/** Digits that meet would make another number of the two. */
function spaced(value: string, { entries, focus }: QuestionScreen): string {
  const entry = entries[focus];
  if (entry?.kind !== 'text') return value;
  const { characters, cursor } = entry;
  const meets = (character: string | undefined): boolean => /[\p{L}\p{N}.,]/u.test(character ?? '');
  return `${meets(characters[cursor - 1]) ? ' ' : ''}${value}${meets(characters[cursor]) ? ' ' : ''}`;
}

/** The last value goes into the reply as if it were pasted, and so do the keys. */
function taken(state: State, screen: QuestionScreen, pad: Pad): Next {
  const value = pad.problem ? null : lastValue(pad);
  if (value === null) {
    return [{ ...state, screen: { ...screen, pad }, notice: pad.problem ? null : NO_VALUE }, []];
  }
  const { sheet, complaint } = replied(screen, screen.presented.variant.parts, {
    type: 'text',
    text: spaced(value, screen),
    pasted: true,
  });
  const next: QuestionScreen = { ...screen, ...sheet, pad: { ...pad, active: false }, complaint, asked: null };
  return [{ ...state, screen: next, scroll: null, notice: null }, []];
}
