import { type AnswerKey, readReply } from '../answers/answers.ts';
import type { ChoiceKey, Option } from '../answers/choice/choice.ts';
import { shuffled } from '../answers/shuffle.ts';
import { stream } from '../bank/streams.ts';

/** Options in an order of the form's own: on paper a means something else in every form. */

/** The key with its options in another order, lettered anew. Keys without options stay as they are. */
export function reordered(key: AnswerKey, order: number | null): AnswerKey {
  if (order === null || key.kind !== 'choice') return key;
  const options = places(key, order).map((place, i): Option => {
    return { ...(key.options[place] as Option), label: String.fromCharCode(97 + i) };
  });
  return { ...key, options };
}

/**
 * What was replied to the key in the form's order, as a reply to the variant's own key; a reply that cannot be read is
 * left as it is.
 *
 * @param key the variant's own
 */
export function ownReply(reply: string, key: AnswerKey, order: number | null): string {
  if (order === null || key.kind !== 'choice') return reply;
  const reading = readReply(reply, reordered(key, order));
  if (reading.status !== 'read' || reading.readAs === 'none') return reply;
  const own = places(key, order);
  const labels = reading.readAs.split(',').map(label => {
    const place = own[label.charCodeAt(0) - 97] as number;
    return (key.options[place] as Option).label;
  });
  return labels.sort().join(',');
}

/** Of each place in the form's order: where its option stands in the variant. */
function places({ options }: ChoiceKey, order: number): number[] {
  return shuffled([...options.keys()], stream(order, '', 'options', 0));
}
