/** What a drawing in a fence says of itself in words, after the word `figure`; null where it is none or says nothing. */
export function figureInWords(info: string): string | null {
  const description = /^figure\s+(.*\S)/.exec(info)?.[1];
  return description === undefined ? null : `Figure: ${description}${/[.!?]$/.test(description) ? '' : '.'}`;
}
