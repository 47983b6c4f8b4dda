import type { PartMark } from '../../answers/kind.ts';
import type { Past } from './past.ts';

/** A part as far as the log alone knows it, for where the question cannot be made as it was. */
export interface StoredPart {
  readonly mark: PartMark;
  readonly reply: string;
  /** Plain data on one line. */
  readonly key: string;
}

export function storedParts({ mark, written }: Pick<Past, 'mark' | 'written'>): readonly StoredPart[] {
  return mark.parts.map((part, i) => ({
    mark: part,
    reply: written.reply[i] ?? '',
    key: asText(written.key[part.name]),
  }));
}

/** `C = 32, x = [0.7,0.5]` */
export function storedValues({ written }: Pick<Past, 'written'>): string {
  return Object.entries(written.vars)
    .map(([name, value]) => `${name} = ${asText(value)}`)
    .join(', ');
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none');
}
