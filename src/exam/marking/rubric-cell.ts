import { quoted } from '../../language/suggest.ts';
import type { FormPart } from '../form.ts';

/** Cells of free text, which somebody marked on paper: points of the scheme, or credits given outright. */

/** `2/3`, `0,5 / 3`; or `2 of 3`, as spreadsheets take 2/3 for a date. */
const FRACTION = /^(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:\/|\bof\b)\s*(\d{1,3}(?:[.,]\d{1,3})?)$/i;
/** Credits in steps of a quarter, which would read as two points. */
const CREDITS = /^(\d{1,3})[.,](5|25|75)$/;
/** Thirds and the like. */
const ROUNDING = 1e-9;

/** What the cell gives, 0 … 1; null where it says it in another way. A plain 2 is the second point of the scheme. */
export function shareOf(reply: string, { credits }: FormPart): number | null {
  const [, given, of] = FRACTION.exec(reply.trim())?.map(text => Number(text.replace(',', '.'))) ?? [];
  if (given === undefined || of === undefined || Math.abs(of - credits) > ROUNDING || given > of) return null;
  return given / of;
}

/** Why it is not known what a cell means; null where it is. */
export function doubtOf(reply: string, { credits }: FormPart): string | null {
  const [, whole, part] = CREDITS.exec(reply.trim()) ?? [];
  if (whole === undefined || part === undefined) return null;
  const given = `${whole}.${part}`;
  return `${quoted(reply.trim())} can mean points ${whole} and ${part} or ${given} credits: write ${whole} ${part}, or ${given}/${worth(credits)}`;
}

/** How to give credits where no points could be read. */
export function adviceOn({ credits }: FormPart): string {
  return `credits as 1/${worth(credits)}`;
}

function worth(credits: number): string {
  return String(Number(credits.toFixed(3)));
}
