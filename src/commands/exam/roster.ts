import { decodeCsv } from '../../exam/csv.ts';
import { letters } from '../../exam/letters.ts';
import { type Enrolled, readRoster } from '../../exam/roster.ts';
import { Failure } from '../errors.ts';
import { bytesOf } from '../file-trouble.ts';

/**
 * The people of a roster file.
 *
 * @param forms how many forms are printed
 * @throws Failure where the file cannot be read, or somebody wants a form that is not among them; TableError
 */
export function peopleIn(file: string, forms: number): readonly Enrolled[] {
  const people = readRoster(decodeCsv(bytesOf(file, `The roster ${file}`), file), file);
  const beyond = people.find(({ form }) => form !== null && form >= forms);
  if (beyond?.form == null) return people;
  const last = letters(forms - 1).toUpperCase();
  const wanted = letters(beyond.form).toUpperCase();
  throw new Failure(
    `${file}: ${beyond.name} is to get form ${wanted}, but ${forms === 1 ? 'only A is' : `the forms are A to ${last}`}: see --forms.`,
  );
}
