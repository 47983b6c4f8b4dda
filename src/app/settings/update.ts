import { EMPTY_TEXT, edit, insert, type TextEntry, textOf } from '../entries/text.ts';
import type { Action, Event } from '../events.ts';
import type { Next } from '../session.ts';
import type { State } from '../state.ts';
import type { SettingRow, SettingsScreen, Settled } from './state.ts';
import { parseText, stepped, valueText } from './value.ts';

/** Walking through the settings, and changing one: each change is saved at once. */

type Input = Extract<Event, { type: 'text' | 'edit' | 'action' }>;

export function updateSettings(state: State, screen: SettingsScreen, input: Input): Next {
  const chosen = screen.rows[screen.row];
  if (screen.typed && chosen?.kind === 'setting') return type(state, screen, chosen, screen.typed, input);
  if (input.type === 'action') return act(state, screen, chosen, input.action);
  const begins = input.type === 'text' && chosen?.kind === 'setting' && beginsValue(chosen, input.text);
  return begins ? typing(state, screen, insert(EMPTY_TEXT, input.text)) : [state, []];
}

/** Typing a value needs no key before it where it cannot be taken for one. */
function beginsValue(
  {
    setting: {
      type: { kind },
    },
  }: Settled,
  text: string,
): boolean {
  if (kind === 'number') return /^\d+$/.test(text);
  return kind !== 'choice' && /^[/~.]|^\w:[\\/]/.test(text);
}

/** While a value is typed. */
function type(state: State, screen: SettingsScreen, { setting }: Settled, typed: TextEntry, input: Input): Next {
  if (input.type === 'text') return typing(state, screen, insert(typed, input.text));
  if (input.type === 'edit') return typing(state, screen, edit(typed, input.edit));
  if (input.action === 'back') return [{ ...state, screen: { ...screen, typed: null }, notice: null }, []];
  if (input.action !== 'submit') return [state, []];
  const text = textOf(typed);
  if (text.trim() === '') return save(state, setting.name, null);
  const parsed = parseText(setting, text);
  // The screen says why as long as it is so.
  return 'problem' in parsed ? [{ ...state, notice: 'It is not saved yet.' }, []] : save(state, setting.name, text);
}

function typing(state: State, screen: SettingsScreen, typed: TextEntry): Next {
  return [{ ...state, screen: { ...screen, typed }, notice: null, scroll: null }, []];
}

function save(state: State, name: Settled['setting']['name'], value: string | null): Next {
  return [{ ...state, notice: null }, [{ type: 'settings', wish: { kind: 'save', name, value } }]];
}

function act(state: State, screen: SettingsScreen, chosen: SettingRow | undefined, action: Action): Next {
  const move = (to: number): Next => {
    const row = Math.max(0, Math.min(to, screen.rows.length - 1));
    return [{ ...state, screen: { ...screen, row }, scroll: null, notice: null }, []];
  };
  switch (action) {
    case 'up':
      return move(screen.row - 1);
    case 'down':
      return move(screen.row + 1);
    case 'back':
      return [{ ...state, notice: null }, [{ type: 'load-home', summary: false }]];
  }
  if (chosen?.kind === 'exam') {
    return action === 'submit' ? [{ ...state, notice: null }, [{ type: 'try-plan', draft: null }]] : [state, []];
  }
  return chosen ? change(state, screen, chosen, action) : [state, []];
}

function change(state: State, screen: SettingsScreen, chosen: Settled, action: Action): Next {
  const { setting, value, saved } = chosen;
  const step = (by: 1 | -1): Next => {
    // What is saved is changed, whatever overrules it now.
    const next = stepped(setting, saved ?? value, by);
    return next === null ? [state, []] : save(state, setting.name, valueText(next));
  };
  switch (action) {
    case 'change':
      return step(1);
    case 'change-back':
      return step(-1);
    case 'reset':
      return saved === null ? [state, []] : save(state, setting.name, null);
    case 'submit':
      return setting.type.kind === 'choice'
        ? step(1)
        : typing(state, screen, insert(EMPTY_TEXT, valueText(saved ?? value)));
    default:
      return [state, []];
  }
}
