import { creditsNumber, worthText } from '../../exam/credits.ts';
import type { ExamFacts } from '../../exam/facts.ts';
import { columns, counted } from '../output.ts';
import type { Meant } from './spec.ts';

/** What `tutor exam` says of the exam that it prints. */

/** Forms that are told one by one. */
const MOST_FORMS = 26;

export function examLines({ spec, code }: Meant, { forms }: ExamFacts): string[] {
  const { title, minutes, pass, problems } = spec.blueprint;
  const [first] = forms;
  const facts = [
    counted(problems.length, 'problem'),
    counted(first?.questions ?? 0, 'question'),
    `${worthText(spec.blueprint.credits)}, ${pass} to pass`,
    `${minutes} minutes`,
  ];
  return [title, facts.join(' · '), ...paceLines(minutes, first?.minutes ?? 0), `Code: ${code}`, ...formLines(forms)];
}

/** Estimates are for studying; an exam that asks for much more time than this is worth a word. */
const HURRIED = 1.2;

function paceLines(minutes: number, expected: number): string[] {
  if (expected <= HURRIED * minutes) return [];
  return [`Studied one by one, its questions are estimated to take ${Math.round(expected)} minutes.`];
}

/** How the forms compare, where there are several. */
function formLines(forms: ExamFacts['forms']): string[] {
  if (forms.length === 1) return [];
  const rows = forms.slice(0, MOST_FORMS).map(({ name, questions, credits: worth, minutes, kinds }) => {
    const parts = kinds.reduce((sum, { count }) => sum + count, 0);
    return [name, `${questions}`, `${parts}`, creditsNumber(worth), `${Math.round(minutes)}`];
  });
  const more = forms.length > MOST_FORMS ? [`… and ${forms.length - MOST_FORMS} more`] : [];
  return ['', ...columns([['form', 'questions', 'parts', 'credits', 'minutes estimated'], ...rows]), ...more];
}
