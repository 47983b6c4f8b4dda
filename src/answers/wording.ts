/** `a`, `a and b`, `a, b and c` */
export function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(some => some !== '').join(' and ');
}

/** A reason behind a statement; nothing where none is given. */
export function because(why: string | null): string {
  return why === null ? '' : `: ${why}`;
}
