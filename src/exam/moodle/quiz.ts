import type { Form } from '../form.ts';
import { xmlText } from './field.ts';
import { moodleQuestions } from './question.ts';

/**
 * All questions of a form as a file that Moodle imports into its question bank ("Moodle XML"), in the category
 * `Title / Form A`.
 */
export function moodleXml(form: Form, title: string): string {
  const category = `$course$/top/${categoryName(title)}/${categoryName(`Form ${form.name}`)}`;
  const questions = form.problems.flatMap(({ story, questions: asked }) =>
    asked.flatMap(question => moodleQuestions(question, story)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<quiz>',
    `<question type="category">\n<category>${xmlText(category)}</category>\n</question>`,
    ...questions,
    '</quiz>\n',
  ].join('\n');
}

/** A slash parts categories, and two of them are one in a name. */
function categoryName(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll('/', '//');
}
