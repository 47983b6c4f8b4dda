/** `a`, `a and b`, `a, b and c` */
export function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(some => some !== '').join(' and ');
}
