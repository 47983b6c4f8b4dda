import type { Standing } from '../../app/exam/standing.ts';
import { type StyledSpan, styled } from '../styled.ts';
import type { Token } from '../theme.ts';

/** How far a question has come, in a word of a column's width. */

const STANDINGS: Readonly<Record<Standing, { readonly name: string; readonly token: Token }>> = {
  empty: { name: 'empty', token: 'muted' },
  begun: { name: 'begun', token: 'warning' },
  answered: { name: 'answered', token: 'good' },
  unreadable: { name: 'unreadable', token: 'bad' },
};
const WIDEST_STANDING = 'unreadable'.length;

export function standingSpan(standing: Standing): StyledSpan {
  const { name, token } = STANDINGS[standing];
  return styled(name.padEnd(WIDEST_STANDING + 2), token);
}
