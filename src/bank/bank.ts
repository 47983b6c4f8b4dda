import type { Template } from './template.ts';

/** Questions by id, in the order of their ids. */
export class Bank {
  private readonly byId: ReadonlyMap<string, Template>;
  readonly templates: readonly Template[];

  /** @param templates later ones take the place of earlier ones with the same id */
  constructor(templates: readonly Template[]) {
    const sorted = [...new Map(templates.map(template => [template.id, template])).values()];
    sorted.sort((a, b) => (a.id < b.id ? -1 : 1));
    this.byId = new Map(sorted.map(template => [template.id, template]));
    this.templates = sorted;
  }

  get(id: string): Template | null {
    return this.byId.get(id) ?? null;
  }

  /** The questions whose id, or one of whose topics, is `topic` or lies below it. */
  below(topic: string): readonly Template[] {
    const wanted = topic.replace(/\/+$/, '');
    const lies = (path: string): boolean => path === wanted || path.startsWith(`${wanted}/`);
    return this.templates.filter(({ id, topics }) => lies(id) || topics.some(lies));
  }

  /** Everything that `below` understands: topics with all that they lie in, and ids. */
  get places(): readonly string[] {
    const topics = this.templates.flatMap(({ topics }) => topics.flatMap(prefixes));
    return [...new Set([...topics, ...this.byId.keys()])].sort();
  }
}

/** `a/b/c` lies in `a` and in `a/b`. */
function prefixes(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
