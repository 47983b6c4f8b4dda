import type { PreviewEvent, PreviewState } from '../../src/app/preview/state.ts';
import { startPreview, updatePreview } from '../../src/app/preview/update.ts';
import { starterFile } from '../../src/bank/starter.ts';

/** An author's preview in every state. */

export const GOOD = starterFile('number', 'cnn');
const BROKEN = GOOD.replace('value: n * m', 'value: n *').replace('is: w + m', 'is: w +');

export const saved = (text: string): PreviewEvent => ({ type: 'found', found: { text } });
export const start = (text = GOOD): PreviewState =>
  startPreview({ id: 'cnn/q', file: 'questions/cnn/q.md', seed: 7, found: { text } });
export const follow = (state: PreviewState, ...events: readonly PreviewEvent[]): PreviewState =>
  events.reduce(updatePreview, state);
const warned = (state: PreviewState): PreviewState =>
  follow(state, {
    type: 'checked',
    hash: state.template?.hash ?? '',
    warnings: [{ line: 4, column: 9, rule: 'source', message: 'is missing', seed: null }],
  });

const PREVIOUS: PreviewEvent = { type: 'action', action: 'previous' };

const gallery: Readonly<Record<string, () => PreviewState>> = {
  question: () => start(),
  scrolled: () => follow(start(), { type: 'scroll', to: 3, furthest: 40 }),
  given: () => follow(start(), { type: 'action', action: 'given' }),
  saved: () => follow(start(), saved(GOOD.replace('784', '785'))),
  broken: () => follow(start(), saved(BROKEN)),
  'broken from the beginning': () => start(BROKEN),
  'no question at all': () => start('x'.repeat(300)),
  missing: () => follow(start(), { type: 'found', found: { missing: true } }),
  'cannot be drawn': () => start(GOOD.replace('# Named steps', 'where: n == m\n# Named steps')),
  'with warnings': () => warned(start()),
  'at the first seed': () => follow(start(), ...Array.from({ length: 7 }, () => PREVIOUS)),
  help: () => follow(start(), { type: 'action', action: 'help' }),
};
export const previewNames = Object.keys(gallery);
export const previewStateOf = (name: string): PreviewState => (gallery[name] as () => PreviewState)();
