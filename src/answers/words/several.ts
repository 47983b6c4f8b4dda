/** What joins several terms, or a term and its reason. One term is wanted. */

const JOINTS: readonly RegExp[] = [
  /(?<=\S\s+)(?:or|and|vs|versus|but|because|since|which)(?=[\s.]+\S)/iu,
  /(?<=\S\s*)(?:[,;/|&=→⇒]|->|\s\+\s|\s[-–—]\s|[.!?]\s)(?=\s*\S)/u,
  /(?<=\S\s*(?<!\b(?:answer|term|name)\s?)):(?=\s*\S)/iu,
  /(?<=\S\s*)\((?=\s*\S)/u,
];

export interface Joint {
  readonly sign: string;
  readonly at: number;
}

/** The first joint of several terms, except for those that the given terms have themselves. */
export function joint(text: string, terms: readonly string[]): Joint | null {
  const own = new Set(terms.flatMap(term => joints(term).map(({ sign }) => sign)));
  const found = joints(text).filter(({ sign }) => !own.has(sign));
  return found.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

function joints(text: string): Joint[] {
  return JOINTS.flatMap(pattern =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(match => ({
      sign: match[0].trim().toLowerCase(),
      at: match.index + match[0].length - match[0].trimStart().length,
    })),
  );
}
