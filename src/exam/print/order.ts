import type { TemplateFacts } from '../../bank/facts.ts';
import type { Template } from '../../bank/template.ts';
import type { Blueprint } from '../blueprint.ts';
import type { Varying } from '../form.ts';
import type { FormatName, PaperSize } from './formats.ts';
import type { Job } from './jobs.ts';

/** All that is to be printed, as plain data, so that threads can share the work. */
export interface PrintOrder {
  readonly blueprint: Blueprint;
  readonly seed: number;
  readonly vary: Varying;
  readonly code: string;
  readonly formats: readonly FormatName[];
  readonly size: PaperSize;
  readonly jobs: readonly Job[];
  /** Where the files go. */
  readonly folder: string;
  /** Files of the same name are replaced. */
  readonly replace: boolean;
  /** Files that are there already are left as they are. */
  readonly resume: boolean;
}

/** The bank as threads and processes are given it. */
export interface BankSource {
  /** Of all questions, for they draw the forms themselves. */
  readonly facts: readonly TemplateFacts[];
  /** Those that any form holds, as a whole. */
  readonly templates: readonly Template[];
}

/** A print run, or a part of one, for whoever carries it out. */
export interface PrintTask {
  readonly order: PrintOrder;
  /** For threads and processes, which read it themselves. */
  readonly source: BankSource;
  /** The files of their programs. */
  readonly worker: string;
  readonly process: string;
}
