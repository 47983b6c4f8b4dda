import { table } from '../table.ts';

/** How an accent is written over one letter, over several on one line, and over several in a display. */
export interface AccentLook {
  readonly mark: string;
  /** The name for the one-line form, `hat(xy)`: of a line only over more than letters, of another sign over several. */
  readonly name?: string;
  /** The sign on the row above (or below) several letters; a line is repeated over all of them. */
  readonly sign: string;
  readonly repeat?: boolean;
  readonly below?: boolean;
}

/** Temml's accent characters, and the two lines it writes as `menclose`. */
export const ACCENTS = table<AccentLook>({
  ˆ: { mark: '\u0302', name: 'hat', sign: '^' },
  '^': { mark: '\u0302', name: 'hat', sign: '^' },
  '~': { mark: '\u0303', name: 'tilde', sign: '~' },
  '˜': { mark: '\u0303', name: 'tilde', sign: '~' },
  '‾': { mark: '\u0304', name: 'bar', sign: '_', repeat: true },
  '¯': { mark: '\u0304', name: 'bar', sign: '_', repeat: true },
  '→': { mark: '\u20d7', name: 'vec', sign: '→' },
  '←': { mark: '\u20d6', name: 'cev', sign: '←' },
  '˙': { mark: '\u0307', name: 'dot', sign: '˙' },
  '¨': { mark: '\u0308', name: 'ddot', sign: '¨' },
  ˇ: { mark: '\u030c', name: 'check', sign: 'ˇ' },
  '˘': { mark: '\u0306', name: 'breve', sign: '˘' },
  '˚': { mark: '\u030a', name: 'ring', sign: '˚' },
  '´': { mark: '\u0301', name: 'acute', sign: '´' },
  '`': { mark: '\u0300', name: 'grave', sign: '`' },
  top: { mark: '\u0305', name: 'bar', sign: '_', repeat: true },
  bottom: { mark: '\u0332', sign: '‾', repeat: true, below: true },
});
