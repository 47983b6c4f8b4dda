import type { Session } from '../../app/support.ts';
import { after, answered, type Gallery, on, wrong } from '../gallery-steps.ts';

/** Solutions that are gone through step by step, at a mark and in an old answer. */

const steps = (begin: Session): void => begin.act('steps');
const step = (begin: Session): void => begin.act('step');

export const stepsGallery: Gallery = {
  'mark step by step': () => after(on('cnn/filter-weights'), wrong, steps),
  'mark at a later step': () => after(on('cnn/filter-weights'), wrong, steps, step),
  'mark with all steps': () => after(on('cnn/filter-weights'), wrong, steps, step, steps),
  'an old answer with steps': () => after(answered(), begin => begin.act('down', 'open')),
  'an old answer step by step': () => after(answered(), begin => begin.act('down', 'open'), steps, step),
};
