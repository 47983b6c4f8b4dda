import type { Expression, Place } from './syntax.ts';

/** The names that an expression speaks of, those of functions and arguments aside. */
export function namesIn(expression: Expression): readonly string[] {
  return expression.kind === 'name' ? [expression.name] : partsOf(expression).flatMap(namesIn);
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return [];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return [...expression.positional, ...expression.named.map(({ value }) => value)];
    case 'list':
      return expression.rows.flat();
    case 'index':
      return [expression.target, ...expression.places.flatMap(endsOf)];
    case 'field':
      return [expression.target];
  }
}

function endsOf(place: Place): readonly Expression[] {
  const ends = place.kind === 'single' ? [place.value] : [place.from, place.to, place.step];
  return ends.flatMap(end => end ?? []);
}
