import type { Problem } from '../bank/problem.ts';
import { quoted } from '../language/suggest.ts';
import { type CsvRow, readCsv, TableError } from './csv.ts';
import type { Person } from './paper.ts';

/** The people who take an exam, from a table with a header: name, number, and which form they get. */

export interface Enrolled extends Person {
  /** Index of the form, from 0; null where none is given. */
  readonly form: number | null;
}

type Column = 'name' | 'first' | 'last' | 'id' | 'form';

/** Headings, in small letters and without blanks, dots and dashes. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'fullname', 'student', 'studentname'],
  first: ['firstname', 'givenname', 'vorname'],
  last: ['lastname', 'surname', 'familyname', 'nachname', 'familienname'],
  id: [
    'id',
    'number',
    'studentid',
    'studentnumber',
    'matriculationnumber',
    'matrikelnummer',
    'matrikelnr',
    'matrikel',
    'matrnr',
  ],
  form: ['form', 'variant', 'version', 'gruppe', 'fassung'],
};

/** Where the columns that tell who somebody is stand in a table; none twice. */
export type PersonColumns = Readonly<Partial<Record<Column, number>>>;

/** Longer names of forms than this are none: it makes 18,278 forms. */
const FORM_NAME = /^[A-Za-z]{1,3}$/;

/**
 * @param file as errors name it
 * @throws TableError that tells all that is wrong
 */
export function readRoster(text: string, file: string): readonly Enrolled[] {
  const [header, ...rows] = readCsv(text, file);
  if (!header) throw new TableError([{ file, line: 1, message: 'is empty: a header such as name,id is wanted first' }]);
  const columns = personColumns(header, file);
  if (!hasName(columns)) {
    const message =
      'the first row is to name the columns, one of them name (or Vorname and Nachname), and id where there are numbers';
    throw new TableError([{ file, line: header.line, message }]);
  }
  const people = rows.map(row => enrolled(row, columns, file));
  const problems = [...people.flatMap(person => person.problems), ...twins(people, file)];
  if (problems.length > 0) throw new TableError(problems.toSorted((a, b) => a.line - b.line));
  if (people.length === 0)
    throw new TableError([{ file, line: header.line, message: 'names nobody below its header' }]);
  return people.map(({ person }) => person);
}

/** @throws TableError where two columns say the same */
export function personColumns({ line, cells }: CsvRow, file: string): PersonColumns {
  const found = new Map<Column, number>();
  const problems: Problem[] = [];
  cells.forEach((cell, i) => {
    const column = columnOf(cell);
    if (column === null) return;
    if (found.has(column))
      problems.push({ file, line, message: `${quoted(cell.trim())} is a second column for the ${WORDS[column]}` });
    else found.set(column, i);
  });
  if (problems.length > 0) throw new TableError(problems);
  return Object.fromEntries(found);
}

const WORDS: Readonly<Record<Column, string>> = {
  name: 'name',
  first: 'first name',
  last: 'last name',
  id: 'number',
  form: 'form',
};

/** null where the heading names none of them. */
export function columnOf(heading: string): Column | null {
  const plain = heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s._:-]/g, '');
  return (Object.keys(HEADINGS) as Column[]).find(column => HEADINGS[column].includes(plain)) ?? null;
}

export function hasName({ name, first, last }: PersonColumns): boolean {
  return name !== undefined || first !== undefined || last !== undefined;
}

/** A row as it was read, with what is wrong with it. */
export interface PersonRow {
  readonly line: number;
  readonly person: Enrolled;
  readonly problems: readonly Problem[];
}

export function enrolled({ line, cells }: CsvRow, columns: PersonColumns, file: string): PersonRow {
  // Names have no line breaks, wherever a spreadsheet broke them.
  const cell = (column: Column): string => (cells[columns[column] ?? -1] ?? '').trim().replaceAll(/\s+/g, ' ');
  // Beside a first name, German tables call the last name just Name.
  const name = [cell('first'), cell('name'), cell('last')].filter(part => part !== '').join(' ');
  const id = cell('id');
  const letters = cell('form');
  const form = letters === '' ? null : formIndex(letters);
  const problems: Problem[] = [];
  if (name === '' && hasName(columns)) problems.push({ file, line, message: 'the name is missing' });
  if (letters !== '' && form === null) {
    problems.push({ file, line, message: `${quoted(letters)} is no form: they are called A, B … Z, AA …` });
  }
  return { line, person: { name, id, form }, problems };
}

/** The index of a form's name, from 0; null where it is none. */
export function formIndex(name: string): number | null {
  if (!FORM_NAME.test(name)) return null;
  return [...name.toUpperCase()].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Rows of people who cannot be told from somebody above them. */
export function twins(rows: readonly PersonRow[], file: string): Problem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ line, person: { name, id } }) => {
    const who = id === '' ? `name ${name}` : `id ${id}`;
    const before = seen.get(who);
    if (before === undefined) {
      seen.set(who, line);
      return [];
    }
    const message =
      id === ''
        ? `${quoted(name)} stands in line ${before} already: give both a number, to tell them apart`
        : `the number ${quoted(id)} stands in line ${before} already`;
    return name === '' && id === '' ? [] : [{ file, line, message }];
  });
}
