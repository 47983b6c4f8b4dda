import type { Session } from '../../app/support.ts';
import { after, type Gallery, next, on, onKind, typed, written, wrong } from '../gallery-steps.ts';

/** The scratch pad, and replies in which something can be undone or had again. */

const pad = (begin: Session): void => begin.act('scratch');
const line =
  (text: string) =>
  (begin: Session): void => {
    begin.type(text);
    begin.act('submit');
  };

export const scratchGallery: Gallery = {
  'scratch pad': () => after(on('cnn/filter-weights'), typed('7'), pad),
  'scratch pad with results': () =>
    after(
      on('cnn/filter-weights'),
      pad,
      line('a = 16*7*7'),
      line('# one bias each'),
      line('[1 2; 3 4] * [1; 1]'),
      line('a + 1'),
      typed('a/3'),
      begin => begin.act('earlier-reply', 'earlier-reply'),
    ),
  'scratch pad with a line that cannot be read': () => after(onKind('tensor/outer'), pad, line('2*3'), line('3 + (4*')),
  'scratch pad, undone': () =>
    after(on('cnn/filter-weights'), pad, line('a = 13'), typed('a/4'), begin => begin.act('undo-edit')),
  'scratch pad while typing': () => after(on('cnn/filter-weights'), pad, line('a = 13'), typed('a/4')),
  'scratch pad that was used': () => after(onKind('match/gates'), pad, line('2^10'), begin => begin.act('back')),
  'number undone': () => after(on('cnn/filter-weights'), typed('78'), begin => begin.act('undo-edit')),
  'number had again': () =>
    after(on('losses/two-steps'), wrong, next, begin => begin.act('earlier-reply', 'earlier-reply')),
  'page undone': () => after(onKind('rubric/vanishing'), written, begin => begin.act('undo-edit')),
};
