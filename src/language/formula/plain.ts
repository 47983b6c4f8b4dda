/** A text in plain letters, with the way back to the places in what was typed. */
export interface Plain {
  readonly text: string;
  /** For each offset of `text`, the end included, that of the original. */
  readonly offsets: readonly number[];
}

/** Letters that are other letters in a style: 𝑥, 𝛽, ϕ, and ŷ, which is y with a hat. Raised and lowered ones are none. */
const STYLED = /[\p{Lu}\p{Ll}]/u;

function plainForm(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return code > 0x7f && STYLED.test(character) ? character.normalize('NFKD') : character;
}

export function plain(typed: string): Plain {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of typed) {
    const form = plainForm(character);
    text += form;
    for (let i = 0; i < form.length; i++) offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return { text, offsets };
}
