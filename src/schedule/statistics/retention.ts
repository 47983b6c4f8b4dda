import { byName, type Places } from './places.ts';
import type { RatedAnswer } from './rated.ts';
import { meanOf, type Share, shareOf } from './shares.ts';

/** How much was still known when it was asked again, beside what had been predicted. */
export interface Retention {
  /** Of the rated answers that were no first ones. */
  readonly recalled: Share;
  /** Mean predicted recall of those that have a prediction; null where none has. */
  readonly predicted: number | null;
}

export interface NamedRetention extends Retention {
  /** null: of questions that have left the bank. */
  readonly name: string | null;
}

export interface RetentionTable {
  readonly all: Retention;
  readonly topics: readonly NamedRetention[];
  readonly kinds: readonly NamedRetention[];
}

export function retentionTable(rated: readonly RatedAnswer[], { topicOf, kindOf }: Places): RetentionTable {
  const repeated = rated.filter(({ isFirst }) => !isFirst);
  const by = (nameOf: (question: string) => string | null): NamedRetention[] =>
    [...Map.groupBy(repeated, ({ answer }) => nameOf(answer.question))]
      .map(([name, members]) => ({ name, ...retention(members) }))
      .sort((a, b) => byName(a.name, b.name));
  return { all: retention(repeated), topics: by(topicOf), kinds: by(kindOf) };
}

function retention(repeated: readonly RatedAnswer[]): Retention {
  return {
    recalled: shareOf(repeated.filter(({ isRecalled }) => isRecalled).length, repeated.length),
    predicted: meanOf(repeated.flatMap(({ answer }) => answer.recall ?? [])),
  };
}
