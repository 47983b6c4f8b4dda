function table(plain: string, raised: string): Map<string, string> {
  const targets = [...raised];
  return new Map([...plain].map((character, index) => [character, targets[index] ?? character]));
}

/** Characters that exist as superscripts; signs such as ′ and * are raised already. */
const SUPERSCRIPTS = table(
  '0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ⊤⊺∘*′†‡',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡᵀᵀ°*′†‡',
);

/** Characters that exist as subscripts. */
const SUBSCRIPTS = table('0123456789+−=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');

function mapAll(text: string, letters: Map<string, string>): string | undefined {
  let mapped = '';
  for (const character of text) {
    const letter = letters.get(character);
    if (letter === undefined) return undefined;
    mapped += letter;
  }
  return mapped;
}

/** The text as superscript characters, if every one of its characters has one. */
export function superscript(text: string): string | undefined {
  return mapAll(text, SUPERSCRIPTS)?.replaceAll('′′′', '‴').replaceAll('′′', '″');
}

/** The text as subscript characters, if every one of its characters has one. */
export function subscript(text: string): string | undefined {
  return mapAll(text, SUBSCRIPTS);
}

/** Raised characters → those that they stand for; one that is raised by itself is none. */
export const RAISED = levelled(SUPERSCRIPTS);

/** Lowered characters → those that they stand for. */
export const LOWERED = levelled(SUBSCRIPTS);

function levelled(letters: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...letters].flatMap(([level, small]) => (level === small ? [] : [[small, level]])));
}
