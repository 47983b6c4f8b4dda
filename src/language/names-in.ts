import type { Expression, Place } from './syntax.ts';

/** The names that an expression speaks of, those of functions and arguments aside. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (part: Expression | null): void => {
    if (part === null) return;
    switch (part.kind) {
      case 'number':
        return;
      case 'name':
        found.add(part.name);
        return;
      case 'unary':
        return walk(part.operand);
      case 'binary':
        walk(part.left);
        return walk(part.right);
      case 'call':
        part.positional.forEach(walk);
        for (const { value } of part.named) walk(value);
        return;
      case 'list':
        part.rows.flat().forEach(walk);
        return;
      case 'index':
        walk(part.target);
        part.places.flatMap(endsOf).forEach(walk);
        return;
      case 'field':
        return walk(part.target);
    }
  };
  walk(expression);
  return found;
}

function endsOf(place: Place): (Expression | null)[] {
  return place.kind === 'single' ? [place.value] : [place.from, place.to, place.step];
}
