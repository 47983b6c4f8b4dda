/** So many results are kept: those of many forms of one exam are much the same. */
const MOST_KEPT = 10_000;

/** A function of a text that keeps its results for the next time. */
export function remembered(make: (text: string) => string): (text: string) => string {
  const kept = new Map<string, string>();
  return text => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, made);
    return made;
  };
}

/** The same for a function that depends on a width, too; of widths there are few. */
export function rememberedByWidth(make: (text: string, width: number) => string): typeof make {
  const byWidth = new Map<number, (text: string) => string>();
  return (text, width) => {
    const known = byWidth.get(width);
    if (known) return known(text);
    const added = remembered(other => make(other, width));
    if (byWidth.size >= MOST_WIDTHS) byWidth.clear();
    byWidth.set(width, added);
    return added(text);
  };
}

const MOST_WIDTHS = 20;
