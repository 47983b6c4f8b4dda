/** @param rows the first cell of each is its heading, where the header begins with a cell for them */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(header), `|${header.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** A bar within a cell would end it, and a backslash before it is lost, so that a double bar of LaTeX needs its other name. */
function escaped(cell: string): string {
  return cell.replaceAll(/\$[^$]+\$/g, math => math.replaceAll('\\|', '{\\Vert}')).replaceAll(/\\?\|/g, '\\|');
}
