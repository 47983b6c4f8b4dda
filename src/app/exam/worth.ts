import { creditsNumber, worthText } from '../../exam/credits.ts';

export { creditsNumber, worthText };

/** `0.5 of 1 credit` */
export function creditsOfText(earned: number, of: number): string {
  return `${creditsNumber(earned)} of ${worthText(of)}`;
}
