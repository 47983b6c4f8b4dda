import { act, type Binding } from './binding.ts';

/** In the list of what is set aside. */
export const asideKeys: readonly Binding[] = [
  {
    keys: ['enter', 'b'],
    does: act('bring-back'),
    when: ['aside', 'asides'],
    help: 'bring the question under the cursor back into the schedule',
    footer: 'bring back',
  },
  {
    keys: ['d'],
    does: act('drill'),
    when: ['aside', 'asides'],
    help: 'drill it, which moves nothing',
    footer: 'drill',
  },
  { keys: ['up', 'k'], does: act('up'), when: ['aside', 'asides'], help: 'question above' },
  { keys: ['down', 'j'], does: act('down'), when: ['aside', 'asides'], help: 'question below' },
];
