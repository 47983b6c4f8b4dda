import { type LocatedYaml, readLocatedYaml } from './located-yaml.ts';
import { QuestionError } from './problem.ts';
import { type FrontMatter, frontMatterSchema } from './schema.ts';

/** In the file; above it stands a line of dashes. */
const FIRST_LINE = 2;

/** Front matter with the place of every value. */
export type ReadFrontMatter = LocatedYaml<FrontMatter>;

/**
 * Reads and checks YAML that begins on the second line of a file.
 *
 * @throws QuestionError with every problem at once
 */
export function readFrontMatter(yaml: string, file: string): ReadFrontMatter {
  const reading = readLocatedYaml(yaml, frontMatterSchema, {
    file,
    what: 'front matter',
    firstLine: FIRST_LINE,
    advice: 'Formulas with { } [ ] , : # need quotes',
    loneKey: ' (a formula with a comma inside { } needs quotes)',
  });
  if (reading.status === 'wrong') throw new QuestionError(reading.problems);
  return reading.read;
}
