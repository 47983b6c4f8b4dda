import type { Form } from '../form.ts';
import type { Paper } from '../paper.ts';

/** The formats of a paper. Each is loaded when it is first needed: a compiler of PDF is large. */

export type PaperSize = 'a4' | 'us-letter';

/** A paper with what it was made from. */
export interface Printable {
  readonly paper: Paper;
  readonly form: Form;
}

/** @param papers several only for a format that can combine them */
export type Writer = (papers: readonly Printable[], size: PaperSize) => string | Uint8Array;

interface Format {
  readonly extension: string;
  /** Whether several papers can be one file. */
  readonly combines: boolean;
  /** Whether exam and solutions are one file; it is named as the exam. */
  readonly inOne: boolean;
  readonly load: () => Promise<Writer>;
}

async function loadTypst(): Promise<(papers: readonly Printable[], size: PaperSize) => string> {
  const { paperTypst } = await import('../typst/paper.ts');
  return (papers, size) =>
    paperTypst(
      papers.map(({ paper }) => paper),
      { size },
    );
}

/** For formats that write one paper at a time. */
function each(write: (printable: Printable, size: PaperSize) => string): Writer {
  return (papers, size) => papers.map(printable => write(printable, size)).join('\n');
}

const FORMATS = {
  pdf: {
    extension: 'pdf',
    combines: true,
    inOne: false,
    load: async (): Promise<Writer> => {
      const [typst, { pdfCompiler }] = await Promise.all([loadTypst(), import('../typst/compiler.ts')]);
      const compile = await pdfCompiler();
      return (papers, size) => compile(typst(papers, size));
    },
  },
  html: {
    extension: 'html',
    combines: false,
    inOne: false,
    load: async (): Promise<Writer> => {
      const { paperHtml } = await import('../html/paper.ts');
      return each(({ paper }, size) => paperHtml(paper, { size }));
    },
  },
  md: {
    extension: 'md',
    combines: false,
    inOne: false,
    load: async (): Promise<Writer> => {
      const { paperMarkdown } = await import('../markdown/paper.ts');
      return each(({ paper }) => paperMarkdown(paper));
    },
  },
  typ: { extension: 'typ', combines: true, inOne: false, load: loadTypst },
  moodle: {
    extension: 'xml',
    combines: false,
    inOne: true,
    load: async (): Promise<Writer> => {
      const { moodleXml } = await import('../moodle/quiz.ts');
      return each(({ paper, form }) => moodleXml(form, paper.title));
    },
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

export function formatOf(name: FormatName): Format {
  return FORMATS[name];
}
