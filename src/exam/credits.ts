/** Credits as they are told. */

/** `52`, `2.5`, `0.67`: shares of credits may have many decimals. */
export function creditsNumber(credits: number): string {
  return String(Number(credits.toFixed(2)));
}

/** `1 credit` */
export function worthText(credits: number): string {
  const shown = creditsNumber(credits);
  return `${shown} ${shown === '1' ? 'credit' : 'credits'}`;
}
