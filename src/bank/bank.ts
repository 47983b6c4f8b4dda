import type { TemplateFacts } from './facts.ts';
import type { Template } from './template.ts';

/** Where questions lie: what is known of all of them, and how one is read. A bank is one itself. */
export interface Shelf {
  readonly templates: readonly TemplateFacts[];
  /** null where there is no such question. @throws QuestionError where its file was changed or lost meanwhile */
  readonly get: (id: string) => Template | null;
}

/** Questions by id, in the order of their ids. Their facts are at hand; a whole template is read when it is asked for. */
export class Bank implements Shelf {
  readonly templates: readonly TemplateFacts[];
  private readonly byId: ReadonlyMap<string, TemplateFacts>;
  private readonly shelves: readonly Shelf[];
  private readonly whole: Map<string, Template>;
  private allPlaces: readonly string[] | null = null;

  /**
   * @param templates later ones take the place of earlier ones with the same id
   * @param shelves further questions, all of which the templates above come before, and each shelf before those on its left
   */
  constructor(templates: readonly Template[], shelves: readonly Shelf[] = []) {
    this.whole = new Map(templates.map(template => [template.id, template]));
    this.shelves = shelves.toReversed();
    const facts = [...shelves.flatMap(shelf => shelf.templates), ...templates];
    const byId = new Map<string, TemplateFacts>();
    for (const one of facts) byId.set(one.id, one);
    this.byId = byId;
    this.templates = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The whole question, the same object at each call. @throws QuestionError where its file was changed or lost meanwhile */
  get(id: string): Template | null {
    if (!this.byId.has(id)) return null;
    const known = this.whole.get(id);
    if (known) return known;
    for (const shelf of this.shelves) {
      const template = shelf.get(id);
      if (!template) continue;
      this.whole.set(id, template);
      return template;
    }
    return null;
  }

  facts(id: string): TemplateFacts | null {
    return this.byId.get(id) ?? null;
  }

  /** Every question as a whole: for those who compare all with all. @throws QuestionError */
  all(): readonly Template[] {
    return this.templates.flatMap(({ id }) => this.get(id) ?? []);
  }

  /** The questions whose id, or one of whose topics, is `topic` or lies below it. */
  below(topic: string): readonly TemplateFacts[] {
    const wanted = topic.replace(/\/+$/, '');
    const lies = (path: string): boolean => path === wanted || path.startsWith(`${wanted}/`);
    return this.templates.filter(({ id, topics }) => lies(id) || topics.some(lies));
  }

  /** Everything that `below` understands: topics with all that they lie in, and ids. */
  get places(): readonly string[] {
    this.allPlaces ??= [
      ...new Set([...this.templates.flatMap(({ topics }) => topics.flatMap(prefixes)), ...this.byId.keys()]),
    ].sort();
    return this.allPlaces;
  }
}

/** `a/b/c` lies in `a` and in `a/b`. */
function prefixes(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}
