import { act, type Binding } from './binding.ts';

/** On the home screen. */
export const homeKeys: readonly Binding[] = [
  {
    keys: ['enter', 's'],
    does: act('study'),
    when: ['home'],
    help: 'study what is due, then what is new',
    footer: 'study',
  },
  {
    keys: ['d'],
    does: act('drill'),
    when: ['home', 'topics'],
    help: 'drill the topic under the cursor',
    footer: 'drill topic',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['home', 'topics'], help: 'topic above' },
  { keys: ['down', 'j'], does: act('down'), when: ['home', 'topics'], help: 'topic below' },
];
