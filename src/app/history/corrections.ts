import type { Correction, Rating } from '../../schedule/review.ts';
import { localTime } from '../local-time.ts';
import { HASH_SHOWN, percent } from './facts.ts';
import type { Past } from './past.ts';

/** What counted before a correction. */
interface Standing {
  readonly credit: number;
  readonly rating: Rating | null;
  /** The rating is the student's own, which stands above those of new marks. */
  readonly own: boolean;
}

/** What became of an answer later: a line for each correction, oldest first. */
export function correctionTexts(
  { written, corrections }: Pick<Past, 'written' | 'corrections'>,
  zone: string,
): string[] {
  let standing: Standing = { credit: written.credit, rating: written.rating, own: false };
  return corrections.map(correction => {
    const text = `${localTime(correction.at, zone)}: ${deed(correction, standing)}`;
    standing = after(correction, standing);
    return text;
  });
}

function after({ kind, rating, remark }: Correction, standing: Standing): Standing {
  if (kind === 'rating') return { ...standing, rating, own: true };
  if (!remark) return standing;
  return { ...standing, credit: remark.credit, rating: standing.own ? standing.rating : remark.rating };
}

function deed({ kind, rating, remark }: Correction, standing: Standing): string {
  switch (kind) {
    case 'undo':
      return 'taken back';
    case 'restore':
      return 'put in force again';
    case 'rating':
      return `rated ${rating} by yourself`;
    case 'remark': {
      const { credit = standing.credit, hash = '' } = remark ?? {};
      const marked = `${percent(standing.credit)} → ${percent(credit)}`;
      return `marked again by version ${hash.slice(0, HASH_SHOWN)}: ${marked}${rerated(rating, standing)}`;
    }
  }
}

function rerated(rating: Rating | null, standing: Standing): string {
  if (rating === null) return '';
  if (standing.own) return '; your own rating stands';
  return rating === standing.rating ? `, still ${rating}` : `, ${standing.rating} → ${rating}`;
}
