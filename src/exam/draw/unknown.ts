import type { Bank } from '../../bank/bank.ts';
import type { Problem } from '../../bank/problem.ts';
import { startOf } from '../../language/located.ts';
import { didYouMean } from '../../language/suggest.ts';
import type { Blueprint, Slot } from '../blueprint.ts';
import { asksAbout, toHalves } from './candidates.ts';

/** Names in a blueprint that the bank does not know, and questions that no exam can count. */
export function unknownNames(blueprint: Blueprint, bank: Bank): readonly Problem[] {
  const { problems, cover, coverAt = { line: 1 }, file } = blueprint;
  const inSlots = problems.flatMap(({ slots }, i) =>
    slots.flatMap(slot =>
      [
        ...(slot.ids ?? []).flatMap(id => idProblem(id, bank)),
        ...slot.topics.flatMap(topic => topicProblem(topic, bank)),
      ].map((message): Problem => ({ file: file ?? '', ...startOf(slot), message: `problem ${i + 1}: ${message}` })),
    ),
  );
  const inCover = cover
    .flatMap(topic => topicProblem(topic, bank))
    .map((message): Problem => ({ file: file ?? '', ...startOf(coverAt), message: `cover: ${message}` }));
  return [...inSlots, ...inCover];
}

function idProblem(id: Slot['topics'][number], bank: Bank): readonly string[] {
  const template = bank.facts(id);
  if (!template) {
    return [
      `there is no question ${id}${didYouMean(
        id,
        bank.templates.map(({ id: known }) => known),
      )}`,
    ];
  }
  if (Number.isInteger(toHalves(template.credits))) return [];
  return [`${id} is worth ${template.credits} credits, and an exam counts in steps of 0.5`];
}

function topicProblem(topic: string, bank: Bank): readonly string[] {
  if (bank.templates.some(template => asksAbout(template, topic))) return [];
  return [`no question is on ${topic}${didYouMean(topic, bank.places)}`];
}
