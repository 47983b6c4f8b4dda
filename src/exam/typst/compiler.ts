import { devNull } from 'node:os';
import { ExamError } from '../error.ts';
import { QUESTION_MARK } from './question.ts';

/**
 * Typst, which turns the source of a paper into a PDF. It is an optional dependency: it is loaded only when a PDF is wanted,
 * and where it is missing all other formats can be had. The same source gives the same bytes, but for two things taken from
 * the fonts of the system where it has them: code and drawings in its own copy of DejaVu Sans Mono, which Typst prefers to
 * the one it brings along, and letters that are in none of the fonts brought along.
 */

type Library = typeof import('@myriaddreamin/typst-ts-node-compiler');
type Compiler = InstanceType<Library['NodeCompiler']>;

/** Its message is for the user as it stands. */
export class TypesettingError extends ExamError {
  override readonly name = 'TypesettingError';
}

/**
 * What Typst holds of a paper is freed when the event loop turns: give it the chance between papers.
 *
 * @throws TypesettingError where Typst reports anything at all, warnings included
 */
type CompilePdf = (source: string) => Uint8Array;

const LIBRARY = '@myriaddreamin/typst-ts-node-compiler';

/** A compiler keeps some megabytes of every paper. A new one looks for fonts first, so it is not made for each of them. */
const RENEWED_AFTER = 20;

/**
 * @param load only for tests
 * @throws TypesettingError where the library is not there, or cannot run here
 */
export async function pdfCompiler(
  load: () => Promise<Pick<Library, 'NodeCompiler'>> = () => import('@myriaddreamin/typst-ts-node-compiler'),
): Promise<CompilePdf> {
  const library = await load().catch((cause: unknown) => {
    throw new TypesettingError(
      `The library that makes PDFs, ${LIBRARY}, is not installed or cannot run on this system. It is optional: "--format html" prints the same without it. To install it, run "npm install ${LIBRARY}" in the folder of the program.`,
      { cause },
    );
  });
  // Typst can read what lies in its folder, and in this one nothing ever can.
  const fresh = (): Compiler => library.NodeCompiler.create({ workspace: devNull });
  let compiler = fresh();
  let papers = 0;
  return source => {
    if (papers > 0 && papers % RENEWED_AFTER === 0) compiler = fresh();
    papers++;
    const pdf = compiled(compiler, source);
    compiler.evictCache(0);
    return pdf;
  };
}

function compiled(compiler: Compiler, source: string): Uint8Array {
  const { document, problems } = run(compiler, source);
  if (problems.length > 0 || document === null) {
    throw new TypesettingError(`${placeOf(compiler, source)} cannot be set: ${problems.join('; ')}`);
  }
  return compiler.pdf(document);
}

function run(compiler: Compiler, source: string) {
  const made = compiler.compile({ mainFileContent: source });
  const reports = [made.takeWarnings(), made.takeError()].flatMap(report => report?.shortDiagnostics ?? []);
  return { document: made.result, problems: reports.map(messageOf) };
}

function messageOf(report: unknown): string {
  const isObject = typeof report === 'object' && report !== null;
  return isObject && 'message' in report ? String(report.message) : String(report);
}

/** What follows the questions of a problem. */
const NEXT = /\n#(?:problem|cover)\(/;

/** Typst does not say where in the source it failed, so each question is tried alone. */
function placeOf(compiler: Compiler, source: string): string {
  const [head = '', ...questions] = source.split(`\n${QUESTION_MARK}`);
  const shared = head.slice(0, head.indexOf('\n// The paper'));
  const failed = questions.find(question => {
    const [alone = ''] = question.split(NEXT);
    return run(compiler, `${shared}\n${QUESTION_MARK}${alone}`).problems.length > 0;
  });
  return failed === undefined ? 'The paper' : `Question ${failed.slice(0, failed.indexOf('\n'))}`;
}
