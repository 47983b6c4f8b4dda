import type { RubricPoint } from '../../answers/rubric/key.ts';
import { hanging, markdown, type StyledLine, styled } from '../styled.ts';

/** The points of a rubric, with their boxes. */

interface PointRow {
  readonly point: RubricPoint;
  readonly number: number;
  readonly granted: boolean;
  /** The cursor is there. */
  readonly at: boolean;
}

export function pointRow({ point, number, granted, at }: PointRow, width: number): StyledLine[] {
  const head = [
    styled(at ? '▸ ' : '  ', 'accent'),
    styled(granted ? '[x] ' : '[ ] ', granted ? 'accent' : undefined),
    styled(`${number}  `.padStart(4), 'strong'),
  ];
  return hanging(head, markdown(`${point.text.trim()} *(${creditsText(point.credits)})*`, width - 10));
}

/** `1 credit`, `0.5 credits`, `2 of 3 credits` */
export function creditsText(credits: number, of?: number): string {
  const written = (value: number): string => String(Number(value.toPrecision(3)));
  const whole = of ?? credits;
  return `${written(credits)}${of === undefined ? '' : ` of ${written(of)}`} ${whole === 1 ? 'credit' : 'credits'}`;
}
