import { createHash } from 'node:crypto';
import type { Blueprint, ProblemBlueprint, Slot } from '../blueprint.ts';

/** Of all that a blueprint says, however it is written: neither names nor places count. */
export function blueprintHash({ problems, ...rest }: Omit<Blueprint, 'hash' | 'name' | 'file'>): string {
  const { title, subtitle, minutes, credits, pass, details, aids, rules, cover, ideas } = rest;
  const said = [
    [title, subtitle, minutes, credits, pass, details.map(({ label, text }) => [label, text]), aids, rules],
    [cover, ideas],
    problems.map(problemSays),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

function problemSays({ title, credits, story, free, slots }: ProblemBlueprint): unknown {
  return [title, credits, story, free, slots.map(slotSays)];
}

function slotSays({ ids, topics, kinds, rule, each, count, worth }: Slot): unknown {
  return [ids, topics, kinds, rule, each, count, worth];
}
