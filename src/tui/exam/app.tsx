import { useApp, useCursor, useIsScreenReaderEnabled, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { ExamEvent, ExamState } from '../../app/exam/state.ts';
import type { Living } from '../../app/machine.ts';
import { type Elsewhere, useHandover, useLending } from '../handover.ts';
import { useKeys } from '../keyboard.ts';
import { listenWith } from '../reader/transcript.ts';
import { Rows } from '../rows.tsx';
import { Spoken } from '../spoken.tsx';
import { cursorIn } from '../styled.ts';
import { examEventFor } from './dispatch.ts';
import { examFrame } from './frame.ts';
import { activeExamBindings } from './keys.ts';
import { heardExam } from './reader.ts';

type Exam = Living<ExamState, ExamEvent>;

export interface ExamProps extends Elsewhere {
  readonly exam: Exam;
}

/** Hands key presses on and draws the state, or says it; it decides nothing itself. */
export function ExamApp(props: ExamProps): React.JSX.Element {
  const { exam } = props;
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const { lend, ...lending } = useLending();
  useHandover(props, lend, exam.dispatch);
  useKeys({
    ...lending,
    active: () => activeExamBindings(exam.state()),
    take: press => {
      const now = exam.state();
      const event = examEventFor(press, now, () => examFrame(now, { columns, rows }));
      if (event) exam.dispatch(event);
    },
    paste: text => exam.dispatch({ type: 'text', text, pasted: true }),
  });
  const { over } = useSyncExternalStore(exam.subscribe, exam.state);
  useEffect(() => {
    if (over) exit();
  }, [over, exit]);
  return useIsScreenReaderEnabled() ? <Spoken listen={() => listenWith(exam, heardExam)} /> : <Drawn exam={exam} />;
}

function Drawn({ exam }: Pick<ExamProps, 'exam'>): React.JSX.Element {
  const { columns, rows } = useWindowSize();
  const state = useSyncExternalStore(exam.subscribe, exam.state);
  const { lines } = examFrame(state, { columns, rows });
  // The terminal's own cursor: it is seen without colours, and input methods follow it.
  useCursor().setCursorPosition(cursorIn(lines));
  return <Rows lines={lines} rows={rows} />;
}
