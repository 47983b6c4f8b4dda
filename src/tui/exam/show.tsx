import type { ExamEffect, ExamEvent, ExamNext, ExamState } from '../../app/exam/state.ts';
import { updateExam } from '../../app/exam/update.ts';
import { bringToLife } from '../../app/machine.ts';
import { createDesk, type Edited, editPage, inTerminal } from '../editor.ts';
import { fullScreen } from '../full-screen.tsx';
import type { ScreenEnvironment } from '../show.tsx';

const SECOND = 1000;

/**
 * Opens the exam and stays until it is left.
 *
 * @returns the state in which it was left
 * @throws what broke the program, after the screen is restored
 */
export async function showExam(
  start: ExamNext,
  run: (effect: ExamEffect) => readonly ExamEvent[],
  environment: ScreenEnvironment,
): Promise<ExamState> {
  const { variables, now, monotonic, zone, explain } = environment;
  const desk = createDesk();
  const carryOut = (effect: ExamEffect): readonly ExamEvent[] => {
    if (effect.type !== 'edit-page') return run(effect);
    desk.bring(effect);
    return [];
  };
  const moment = (): { at: Date; zone: string; monotonic: number } => ({ at: now(), zone, monotonic: monotonic() });
  const exam = bringToLife(start, updateExam, { run: carryOut, moment, explain });
  const edit = (text: string): Promise<Edited> => editPage(text, variables, inTerminal);
  const ticking = setInterval(() => exam.dispatch({ type: 'tick' }), SECOND);
  try {
    const element = async (): Promise<React.JSX.Element> => {
      const { ExamApp } = await import('./app.tsx');
      return <ExamApp exam={exam} desk={desk} edit={edit} />;
    };
    await fullScreen(async () => ({ element }), environment);
  } finally {
    clearInterval(ticking);
  }
  return exam.state();
}
