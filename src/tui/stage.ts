import { createContext } from 'react';
import { type Job, shellJob } from './job.ts';

/** What a full screen stands on, beside the terminal itself. */
export interface Stage {
  readonly job: Job;
  /** Whether the terminal is somebody else's now: an editor's, or the shell's. */
  readonly lent: { current: boolean };
}

export const StageContext = createContext<Stage>({ job: shellJob, lent: { current: false } });
