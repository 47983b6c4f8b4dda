/** Credits as they are told. */

/** `52`, `2.5`, `0.67` */
export function creditsNumber(credits: number): string {
  return String(Math.round(credits * 100) / 100);
}

/** `1 credit` */
export function worthText(credits: number): string {
  return `${creditsNumber(credits)} ${credits === 1 ? 'credit' : 'credits'}`;
}

/** `0.5 of 1 credit` */
export function creditsOfText(earned: number, of: number): string {
  return `${creditsNumber(earned)} of ${worthText(of)}`;
}
