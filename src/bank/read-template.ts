import { createHash } from 'node:crypto';
import { type Body, readBody } from './body.ts';
import { withColumns } from './body-columns.ts';
import { contradictions, syntaxProblems } from './check-template.ts';
import { type ReadFrontMatter, readFrontMatter } from './front-matter.ts';
import { startOf } from './located.ts';
import { QuestionError } from './problem.ts';
import type { AnswerFields, FrontMatter } from './schema.ts';
import type {
  Answer,
  Definition,
  Draw,
  DrawnValue,
  Located,
  Mistake,
  PartTemplate,
  Place,
  Template,
} from './template.ts';

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
    hash: createHash('sha256').update(text).digest('hex').slice(0, 16),
    title: data.title,
    topics: data.topics,
    source: data.source ?? [],
    credits: data.credits ?? parts.reduce((sum, part) => sum + part.credits, 0),
    minutes: data.minutes ?? null,
    requires: data.requires ?? [],
    vars: Object.fromEntries(
      Object.entries(data.vars ?? {}).map(([name, draw]) => [name, readDraw(draw, placeOf('vars', name))]),
    ),
    where: (data.where ?? []).map((condition, i) => textAt(condition, 'where', i)),
    let: Object.entries(data.let ?? {}).map(([name, { tex, is, why }]): Definition => {
      return { name, tex: tex ?? null, is: textAt(is, 'let', name, 'is'), why: why ?? null };
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
    if (fields.choice === undefined) {
      const value = textAt(fields.number as string, ...at, 'number');
      return { kind: 'number', value, tex: fields.tex ?? null, tolerance: fields.tolerance ?? null };
    }
    const options = pools.shift();
    const show = fields.show ?? null;
    const few = options && options.length < Math.max(2, show ?? 2);
    if (!options || few) {
      const message = `${at.join('.')}.choice: needs its options in the body: a list of "- [x] right" and "- [ ] wrong", at least two and at least as many as show`;
      throw new QuestionError([{ file, ...placeOf(...at, 'choice'), message }]);
    }
    return { kind: 'choice', many: fields.choice === 'many', show, options };
  };
  const { answer } = data;
  const parts: PartTemplate[] = answer
    ? [
        {
          name: 'a',
          ask: { text: '', ...placeOf('answer') },
          credits: data.credits ?? 1,
          answer: readAnswer(answer, 'answer'),
        },
      ]
    : (data.parts ?? []).map((part, i) => ({
        name: part.name ?? String.fromCharCode(97 + i),
        ask: textAt(part.ask, 'parts', i, 'ask'),
        credits: part.credits ?? (data.credits ?? data.parts?.length ?? 1) / (data.parts?.length ?? 1),
        answer: readAnswer(part, 'parts', i),
      }));
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
