import { startOf } from '../../language/located.ts';
import type { Template } from '../template.ts';
import type { Variant } from '../variant.ts';
import type { Finding } from './finding.ts';
import type { Remark, Rule, Sample } from './rule.ts';

/** Of one rule and question, so many things are told. */
const MOST_TOLD = 3;

type CollectedRule = Pick<Rule, 'name' | 'most'>;

/** Where a remark comes from: no variant, the source's own numbers, or a seed. */
type Origin = 'file' | (Pick<Sample, 'kind'> & Pick<Variant, 'seed'>);

interface Group {
  readonly remark: Remark;
  readonly origin: Origin;
  readonly rule: CollectedRule;
  count: number;
}

/** Gathers remarks: one that many seeds make is one finding. */
export class Collector {
  private readonly groups = new Map<string, Group>();
  private readonly template: Template;

  constructor(template: Template) {
    this.template = template;
  }

  add(rule: CollectedRule, remarks: readonly Remark[], origin: Origin): void {
    for (const remark of remarks) {
      const key = [rule.name, remark.line, remark.column, withoutNumbers(remark.message)].join(' ');
      const group = this.groups.get(key);
      const isDrawn = origin !== 'file' && origin.seed !== null;
      if (!group || (isDrawn && isGiven(group.origin))) {
        this.groups.set(key, { remark, origin, rule, count: 1 });
      } else if (isDrawn) group.count++;
    }
  }

  /** @param drawn how many seeds were looked at */
  findings(drawn: number): Finding[] {
    const told = new Map<string, number>();
    return [...this.groups.values()].flatMap((group): Finding[] => {
      const count = (told.get(group.rule.name) ?? 0) + 1;
      told.set(group.rule.name, count);
      return count <= MOST_TOLD ? [this.finding(group, drawn)] : [];
    });
  }

  private finding({ remark, origin, rule, count }: Group, drawn: number): Finding {
    const seed = origin === 'file' ? null : origin.seed;
    const often = seed === null ? '' : frequency(count, Math.min(drawn, rule.most ?? drawn));
    const isTold = /^the given (?:variant|values)\b/.test(remark.message);
    const message = `${isGiven(origin) && !isTold ? 'the given variant: ' : ''}${remark.message}${often}`;
    return { file: this.template.file, ...startOf(remark), rule: rule.name, message, seed };
  }
}

function frequency(count: number, drawn: number): string {
  return drawn < 2 ? '' : count >= drawn ? ', at every seed' : `, in ${grouped(count)} of ${grouped(drawn)} seeds`;
}

function isGiven(origin: Origin): boolean {
  return origin !== 'file' && origin.seed === null;
}

/** The same thing is said of other numbers at other seeds. */
function withoutNumbers(message: string): string {
  return message.replaceAll(/[−-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g, '#');
}

/** `1,000` */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
