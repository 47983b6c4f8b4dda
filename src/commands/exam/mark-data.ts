import type { ItemStatistics } from '../../exam/marking/items.ts';
import type { MarkedClass } from '../../exam/marking/mark-class.ts';
import type { MarkedPaper, MarkedPart } from '../../exam/marking/mark-paper.ts';
import { shareOf } from '../../schedule/statistics/shares.ts';
import type { Meant } from './spec.ts';

/** The document of `tutor exam mark --json`. Scores are credits, shares lie between 0 and 1. */

type Data = Readonly<Record<string, unknown>>;

export function classData({ spec, code, news }: Meant, { papers, statistics, items, unread }: MarkedClass): Data {
  const { name, title, pass } = spec.blueprint;
  const { forms, ...whole } = statistics;
  return {
    code,
    blueprint: name,
    title,
    pass,
    changed: news,
    class: { ...whole, passRate: rateData(whole) },
    forms: forms.map(form => ({ ...form, passRate: rateData(form) })),
    questions: items.map(itemData),
    unread,
    papers: papers.map(paperData),
  };
}

function rateData({ passed, papers }: { readonly passed: number; readonly papers: number }): Data {
  const { share, interval } = shareOf(passed, papers);
  return { share, low: interval?.low ?? null, high: interval?.high ?? null };
}

function itemData({ question, part, difficulty, ...rest }: ItemStatistics): Data {
  return { question, part, share: difficulty, ...rest };
}

function paperData({ person, form, problems, earned, credits, passed }: MarkedPaper): Data {
  return {
    name: person.name,
    id: person.id,
    form,
    earned,
    credits,
    passed,
    problems: problems.map(problem => ({ number: problem.number, earned: problem.earned, credits: problem.credits })),
    parts: problems.flatMap(({ questions }) =>
      questions.flatMap(({ id, parts }) => parts.map(part => partData(id, part))),
    ),
  };
}

function partData(
  question: string,
  { label, name, credits, earned, reply, error, mistake, carried }: MarkedPart,
): Data {
  return { label, question, part: name, earned, credits, reply, error, mistake, carried };
}
