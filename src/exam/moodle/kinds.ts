import type { AnswerKey } from '../../answers/answers.ts';
import type { ChoiceKey } from '../../answers/choice/choice.ts';
import type { MatchKey } from '../../answers/match/key.ts';
import type { NumberKey } from '../../answers/number/number.ts';
import type { WordsKey } from '../../answers/words/words.ts';
import { Field, markdownElement, xmlText } from './field.ts';
import { given, markingGuide } from './marking.ts';
import { moodleNumber } from './numbers.ts';
import { NONE, ticks } from './ticks.ts';

/** Questions of one answer in the types that Moodle has for them. */
export interface Native {
  /** As Moodle names it. */
  readonly type: string;
  /** The elements that are its own. */
  readonly elements: readonly string[];
  /** What stands below the question: Markdown, empty for nothing. */
  readonly below: string;
}

/** null where no type of Moodle is made for the kind. */
export function nativeOf(key: AnswerKey): Native | null {
  switch (key.kind) {
    case 'choice':
      return key.many && key.rule === 'per-option' ? null : choice(key);
    case 'number':
      return number(key);
    case 'words':
      return words(key);
    case 'match':
      return match(key);
    case 'rubric':
      return essay(
        key,
        key.points.reduce((sum, { credits }) => sum + credits, 0),
      );
    default:
      return null;
  }
}

function choice(key: ChoiceKey): Native {
  const worths = key.many ? ticks(key) : key.options.map(({ label, right }) => ({ label, worth: right ? 100 : 0 }));
  const answers = worths.map(({ label, worth }) => {
    const option = key.options.find(one => one.label === label);
    return answer(worth, new Field(), option?.text ?? NONE, option?.why ?? '');
  });
  return {
    type: 'multichoice',
    elements: [
      `<single>${!key.many}</single>`,
      '<shuffleanswers>false</shuffleanswers>',
      '<answernumbering>abc</answernumbering>',
      '<showstandardinstruction>1</showstandardinstruction>',
      ...answers,
    ],
    below: '',
  };
}

/** An option, which is formatted. */
function answer(worth: number, field: Field, text: string, why: string): string {
  const element = field.element('answer', field.blocks(text)).replace('<answer ', `<answer fraction="${worth}" `);
  return element.replace(/<\/answer>$/, `${feedback(why)}\n</answer>`);
}

function feedback(markdown: string): string {
  return markdownElement('feedback', markdown);
}

/** The first answer that fits is the one that counts: the right one, then the values of common mistakes. */
function number({ value, accepts, mistakes }: NumberKey): Native {
  const all = [
    { worth: 100, number: moodleNumber(value, accepts), why: '' },
    ...mistakes.map(mistake => ({
      worth: 0,
      number: moodleNumber(mistake.value, mistake.accepts),
      why: mistake.because,
    })),
  ];
  const answers = all.map(
    ({ worth, number: { value: shown, tolerance }, why }) =>
      `<answer fraction="${worth}" format="moodle_auto_format">\n${xmlText(shown)}\n${feedback(why)}\n<tolerance>${tolerance}</tolerance>\n</answer>`,
  );
  return { type: 'numerical', elements: answers, below: '' };
}

function words({ accepted, mistakes }: WordsKey): Native {
  const all = [
    ...accepted.map(text => ({ worth: 100, text, why: '' })),
    ...mistakes.map(({ text, because }) => ({ worth: 0, text, why: because })),
  ];
  const answers = all.map(
    ({ worth, text, why }) =>
      // A star stands for any text, unless a backslash is before it.
      `<answer fraction="${worth}" format="moodle_auto_format">\n${xmlText(text.replaceAll('*', '\\*'))}\n${feedback(why)}\n</answer>`,
  );
  return { type: 'shortanswer', elements: ['<usecase>0</usecase>', ...answers], below: '' };
}

/** What is chosen from is plain text in Moodle: options with formulas or code are chosen by their letters. */
const FORMATTED = /[$`*_\\[\]<>&\n]/;

function match({ blanks, options }: MatchKey): Native {
  const isPlain = options.every(({ text }) => text.trim() !== '' && !FORMATTED.test(text));
  const shown = (label: string): string => {
    const text = options.find(option => option.label === label)?.text ?? '';
    return isPlain ? text : label;
  };
  const used = new Set(blanks.map(blank => blank.answer));
  const pair = (markdown: string, label: string): string =>
    markdownElement('subquestion', markdown).replace(
      /<\/subquestion>$/,
      `<answer>\n${xmlText(shown(label))}\n</answer>\n</subquestion>`,
    );
  return {
    type: 'matching',
    elements: [
      // The numbers of the blanks are those of the figure.
      '<shuffleanswers>false</shuffleanswers>',
      ...blanks.map(({ label, text, answer: right }) => pair(`**${label}** ${text}`.trim(), right)),
      // Options that belong nowhere are answers without a question.
      ...options.filter(({ label }) => !used.has(label)).map(({ label }) => pair('', label)),
    ],
    below: isPlain
      ? ''
      : options.map(({ label, text }) => `- **${label}** ${text.trim().replaceAll('\n', '\n  ')}`).join('\n'),
  };
}

/** The heights that Moodle offers for the field of an essay. */
const HEIGHTS = [5, 10, 15, 20, 25, 30, 35, 40];
const LINES_A_CREDIT = 3;

/** Free text, marked by hand. */
export function essay(key: AnswerKey, credits: number): Native {
  const wanted = credits * LINES_A_CREDIT;
  const lines = HEIGHTS.find(height => height >= wanted) ?? HEIGHTS.at(-1);
  return {
    type: 'essay',
    elements: [
      '<responseformat>editor</responseformat>',
      '<responserequired>1</responserequired>',
      `<responsefieldlines>${lines}</responsefieldlines>`,
      '<attachments>0</attachments>',
      '<attachmentsrequired>0</attachmentsrequired>',
      markdownElement('graderinfo', markingGuide(key)),
      '<responsetemplate format="html"><text></text></responsetemplate>',
    ],
    below: given(key),
  };
}
