import { type Place, startOf } from '../language/located.ts';

/**
 * These numbers will not do; others may. Thrown, but no Error: draws are rejected by the thousand, and to note where in the
 * program that happened takes longer than to draw again.
 */
export class Rejected {
  readonly message: string;
  /** What stands in the way. */
  readonly place: Place;

  constructor(message: string, place: Place) {
    this.message = message;
    this.place = startOf(place);
  }
}
