import { type Place, startOf } from '../language/located.ts';

/** These numbers will not do; others may. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  /** What stands in the way. */
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.place = startOf(place);
  }
}
