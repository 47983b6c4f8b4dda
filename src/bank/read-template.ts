import { createHash } from 'node:crypto';
import type { KindName } from '../answers/answers.ts';
import { type Answer, authorOf, kindsIn } from '../answers/authors.ts';
import type { Located, Place } from '../language/located.ts';
import { startOf } from '../language/located.ts';
import { type Body, readBody } from './body.ts';
import { withColumns } from './body-columns.ts';
import { contradictions, syntaxProblems } from './check-template.ts';
import { HASH_LENGTH } from './facts.ts';
import { type ReadFrontMatter, readFrontMatter } from './front-matter.ts';
import { QuestionError } from './problem.ts';
import type { AnswerFields, FrontMatter } from './schema.ts';
import type { Definition, Draw, DrawnValue, Mistake, PartTemplate, Template } from './template.ts';

/**
 * A question file as a template.
 *
 * @param id the file's path below the bank's folder, without `.md`
 * @param file as errors are to name it
 * @throws QuestionError with every problem that can be found without drawing a variant
 */
export function readTemplate(content: string, id: string, file: string): Template {
  const text = content.replaceAll('\r\n', '\n').replace(/^\ufeff/, '');
  const { yaml, markdown, bodyLine } = split(text, file);
  const front = readFrontMatter(yaml, file);
  const body = withColumns(readBody(markdown, bodyLine, file), text.split('\n'));
  const { data, placeOf, textAt } = front;
  const parts = readParts(front, body, file);
  const template: Template = {
    id,
    file,
    hash: createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH),
    keys: Object.fromEntries(Object.keys(data).map(key => [key, placeOf(key)])),
    title: data.title,
    topics: data.topics,
    source: data.source ?? [],
    credits: data.credits ?? parts.reduce((sum, part) => sum + part.credits, 0),
    minutes: data.minutes ?? null,
    requires: data.requires ?? [],
    fewer: data.fewer ?? null,
    allow: Object.entries(data.allow ?? {}).map(([rule, reason]) => ({ ...placeOf('allow', rule), rule, reason })),
    vars: Object.fromEntries(
      Object.entries(data.vars ?? {}).map(([name, draw]) => [name, readDraw(draw, placeOf('vars', name))]),
    ),
    where: (data.where ?? []).map((condition, i) => textAt(condition, 'where', i)),
    let: Object.entries(data.let ?? {}).map(([name, { tex, is, why }]): Definition => {
      return {
        name,
        tex: tex ?? null,
        is: textAt(is, 'let', name, 'is'),
        why: why === undefined ? null : textAt(why, 'let', name, 'why'),
      };
    }),
    parts,
    mistakes: (data.mistakes ?? []).map((mistake, i) => readMistake(mistake, i, front)),
    stem: body.stem,
    hint: body.hint,
    solution: body.solution,
  };
  const problems = [...contradictions(template), ...syntaxProblems(template)];
  if (problems.length > 0) throw new QuestionError(problems);
  return template;
}

function split(text: string, file: string): { yaml: string; markdown: string; bodyLine: number } {
  const match = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  if (!match) {
    throw new QuestionError([
      { file, line: 1, message: 'a question begins with front matter between two lines of ---' },
    ]);
  }
  return {
    yaml: match[1] ?? '',
    markdown: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}

function readDraw(draw: NonNullable<FrontMatter['vars']>[string], place: Place): Draw {
  return {
    ...place,
    tex: draw.tex ?? null,
    given: draw.given as DrawnValue,
    pick: (draw.pick as DrawnValue[] | undefined) ?? null,
    int: draw.int ?? null,
    step: draw.step ?? 1,
    real: draw.real ?? null,
    digits: draw.digits ?? 0,
    shape: draw.shape ?? [],
    not: draw.not ?? [],
  };
}

function readParts({ data, placeOf, textAt }: ReadFrontMatter, body: Body, file: string): PartTemplate[] {
  const pools = [...body.pools];
  const readAnswer = (fields: AnswerFields, ...at: (string | number)[]): Answer => {
    const [kind] = kindsIn(fields).kinds as [KindName];
    return authorOf({ kind }).read(fields, {
      textAt: (text, ...keys) => textAt(text, ...at, ...keys),
      takeOptions: () => pools.shift() ?? null,
      refuse: (message, ...keys) => {
        throw new QuestionError([
          { file, ...placeOf(...at, ...keys), message: `${[...at, ...keys].join('.')}: ${message}` },
        ]);
      },
    });
  };
  const part = (answer: Answer, name: string, ask: Located, credits: number | undefined): PartTemplate => {
    return { name, ask, credits: credits ?? authorOf(answer).worth?.(answer) ?? 1, answer };
  };
  const { answer, parts: several = [], credits } = data;
  const parts: PartTemplate[] = answer
    ? [part(readAnswer(answer, 'answer'), 'a', { text: '', ...placeOf('answer') }, credits)]
    : several.map((fields, i) => {
        const ask = textAt(fields.ask, 'parts', i, 'ask');
        const share = credits === undefined ? undefined : credits / several.length;
        const name = fields.name ?? String.fromCharCode(97 + i);
        return part(readAnswer(fields, 'parts', i), name, ask, fields.credits ?? share);
      });
  if (pools.length > 0) {
    const place = startOf(pools[0]?.[0]?.text ?? body.stem);
    throw new QuestionError([
      { file, ...place, message: 'these options belong to no part: answer: { choice: one|many } is missing' },
    ]);
  }
  return parts;
}

function readMistake(
  mistake: NonNullable<FrontMatter['mistakes']>[number],
  i: number,
  { placeOf, textAt }: ReadFrontMatter,
): Mistake {
  const at = (text: string, ...keys: string[]): Located => textAt(text, 'mistakes', i, ...keys);
  return {
    ...placeOf('mistakes', i),
    part: mistake.part ?? null,
    value: mistake.value === undefined ? null : at(mistake.value, 'value'),
    instead: Object.entries(mistake.instead ?? {}).map(([name, text]) => [name, at(text, 'instead', name)]),
    because: at(mistake.because, 'because'),
    tag: mistake.tag ?? null,
  };
}
