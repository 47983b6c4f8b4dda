import type { ExamResult, NewAttempt } from '../../src/store/attempts.ts';

/** Exams as commands hand them to the store. */

const AT = new Date('2026-11-20T12:00:00Z');

export function attemptOf(rest: Partial<NewAttempt> = {}): NewAttempt {
  return {
    code: 'endterm.7.b.1-k3f9q-8d2',
    form: 'A',
    title: 'Mock "endterm", $x$ & <b>',
    minutes: 90,
    credits: 90,
    pass: 45,
    clock: 'runs',
    forecast: { mean: 0.5, low: 0.4, high: 0.625 },
    data: { problems: [[{ id: 'cnn/one', order: null, mask: Number.NEGATIVE_INFINITY }]] },
    at: AT,
    zone: 'Europe/Berlin',
    ...rest,
  };
}

export function resultOf(rest: Partial<ExamResult> = {}): Omit<ExamResult, 'id' | 'device'> {
  return {
    code: 'endterm.7.b.1-k3f9q-8d2',
    form: 'A',
    title: 'Mock "endterm", $x$ & <b>',
    minutes: 90,
    credits: 90,
    pass: 45,
    clock: 'runs',
    forecast: { mean: 0.5, low: 0.4, high: 0.625 },
    earned: 47.5,
    self: 12,
    questions: 30,
    answered: 28,
    ms: 5_400_000,
    at: new Date(AT.getTime() + 5_400_000),
    zone: 'Europe/Berlin',
    ...rest,
  };
}
