/** Stopping the program and going on, as a shell understands it. */

export interface Job {
  /** Stops until the shell lets it go on. @param whose the shell's whole job, such as npm with what it runs, or this process */
  readonly stop: (whose: 'job' | 'process') => Promise<void>;
  /** Tells when somebody else asks it to stop. @returns a function that ends it */
  readonly attend: (asked: () => void) => () => void;
}

/** Where no shell looks after the process, the system does not stop it. So long its stopping may take, in milliseconds. */
const STOPPED_AFTER = 100;

/** This process, among those of its job. */
export const shellJob: Job = {
  stop: whose =>
    new Promise(resolve => {
      const asked = process.listeners('SIGTSTP');
      // Without listeners the signal does what it does to any program.
      process.removeAllListeners('SIGTSTP');
      const goOn = (): void => {
        clearTimeout(timer);
        process.off('SIGCONT', goOn);
        for (const listener of asked) process.on('SIGTSTP', listener);
        // Of a window that changed meanwhile nobody told the process.
        process.kill(process.pid, 'SIGWINCH');
        resolve();
      };
      process.once('SIGCONT', goOn);
      const timer = setTimeout(goOn, STOPPED_AFTER);
      process.kill(whose === 'job' ? 0 : process.pid, 'SIGTSTP');
    }),
  attend: asked => {
    process.on('SIGTSTP', asked);
    return () => process.off('SIGTSTP', asked);
  },
};
