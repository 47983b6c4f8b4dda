import { render } from 'ink';
import type { ExamEffect, ExamEvent, ExamNext, ExamState } from '../../app/exam/state.ts';
import { updateExam } from '../../app/exam/update.ts';
import { bringToLife } from '../../app/machine.ts';
import { createDesk, editPage, inTerminal } from '../editor.ts';
import { FOR_LISTENERS, FULL_SCREEN, type ScreenEnvironment } from '../show.tsx';
import { ExamApp } from './app.tsx';

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
  const { variables, stdout, stdin, now, monotonic, zone, explain } = environment;
  const desk = createDesk();
  const carryOut = (effect: ExamEffect): readonly ExamEvent[] => {
    if (effect.type !== 'edit-page') return run(effect);
    desk.bring(effect);
    return [];
  };
  const moment = (): { at: Date; zone: string; monotonic: number } => ({ at: now(), zone, monotonic: monotonic() });
  const exam = bringToLife(start, updateExam, { run: carryOut, moment, explain });
  const options = variables.INK_SCREEN_READER === 'true' ? FOR_LISTENERS : FULL_SCREEN;
  const app = <ExamApp exam={exam} desk={desk} edit={text => editPage(text, variables, inTerminal)} />;
  const instance = render(app, { stdout, stdin, ...options });
  const ticking = setInterval(() => exam.dispatch({ type: 'tick' }), SECOND);
  try {
    await instance.waitUntilExit();
  } finally {
    clearInterval(ticking);
  }
  return exam.state();
}
