import { LOWERED, RAISED } from '../math/script-letters.ts';
import { table } from '../table.ts';
import { spokenLetter } from './letters.ts';
import { BRACKETS, SIGNS } from './signs.ts';

/** A formula that is written on one line already, sign by sign: less than its LaTeX tells, but nothing left unsaid. */

const ACCENTS = table<string>({
  '\u0302': 'hat',
  '\u0303': 'tilde',
  '\u0304': 'bar',
  '\u0305': 'bar',
  '\u0307': 'dot',
  '\u0308': 'double dot',
  '\u20d7': 'arrow',
});

const WHOLE = table<string>({ '²': 'squared', '³': 'cubed', ᵀ: 'transpose', '⁻¹': 'inverse', '°': 'degrees' });

/** In a line sums and products are written as these letters. */
const LARGE = table<string>({ Σ: 'the sum', Π: 'the product' });

const NONE: ReadonlySet<string> = new Set();
const PLAIN = /^[A-Za-z0-9 .,;:'-]*$/;
const PLAIN_OR_MARK = /^[A-Za-z0-9 .,;:'\p{M}-]$/u;
const SCRIPTS = new RegExp(`ᵀ|[${[...RAISED.keys()].join('')}]+|[${[...LOWERED.keys()].join('')}]+`, 'gu');

function level(script: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(script, character => letters.get(character) ?? character).join('');
}

function scripts(text: string): string {
  return text.replaceAll(SCRIPTS, script => {
    const whole = WHOLE[script];
    if (whole !== undefined) return ` ${whole} `;
    if (LOWERED.has(script.charAt(0))) return ` sub ${level(script, LOWERED)} `;
    return ` to the power of ${level(script, RAISED)} `;
  });
}

/** Accents are letters and marks of their own. */
function accents(text: string): string {
  return text.normalize('NFD').replaceAll(/([\u0302-\u0305\u0307\u0308\u20d7])/g, mark => ` ${ACCENTS[mark] ?? ''} `);
}

function sign(character: string): string {
  if (PLAIN_OR_MARK.test(character)) return character;
  const known = LARGE[character] ?? SIGNS[character] ?? BRACKETS[character];
  if (known !== undefined) return ` ${known} `;
  return /\p{L}|\p{N}/u.test(character) ? ` ${spokenLetter(character, NONE)} ` : ' ';
}

/** A formula of one line in words. */
export function signsInLine(formula: string): string {
  if (PLAIN.test(formula)) return formula;
  return Array.from(accents(scripts(formula)), sign)
    .join('')
    .normalize()
    .replaceAll(/ +/g, ' ')
    .replaceAll(/ (?=[,;])/g, '')
    .trim();
}
