import type { EffectiveReview, Rating } from '../../src/schedule/review.ts';

/** A rated row of the log; what a test does not say does not matter to it. */
export function review(at: string, rating: Rating | null, rest: Partial<EffectiveReview> = {}): EffectiveReview {
  return {
    id: at,
    question: 'cnn/one',
    hash: 'h',
    seed: 1,
    vars: {},
    key: {},
    reply: [],
    credit: 1,
    mark: null,
    rating,
    ms: null,
    mode: rating === null ? 'practice' : 'study',
    hint: false,
    guess: false,
    at: new Date(at),
    zone: 'Europe/Berlin',
    device: 'd',
    recall: null,
    undone: false,
    ...rest,
  };
}
