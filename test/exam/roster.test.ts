import { describe, expect, it } from 'vitest';
import { TableError } from '../../src/exam/csv.ts';
import { letters } from '../../src/exam/letters.ts';
import { formIndex, readRoster } from '../../src/exam/roster.ts';

const read = (text: string) => readRoster(text, 'class.csv');

const problems = (text: string): string => {
  try {
    read(text);
    return '';
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return error.message;
  }
};

describe('a roster', () => {
  it.each([
    ['English', 'name,id,form\nAda Lovelace,007,b'],
    ['another order and other capitals', 'FORM;Number;Full Name\nB;007;Ada Lovelace'],
    ['first and last name', 'Last Name,First name,Student ID,Version\nLovelace,Ada,007,B'],
    ['German', 'Nachname;Vorname;Matrikelnummer;Gruppe\nLovelace;Ada;007;B'],
    ['a German last name called Name', '"Name";"Vorname";"Matr.-Nr.";"Fassung"\nLovelace;Ada;007;B'],
    ['columns that mean nothing', 'seat,name,remark,Matrikel,form\n4,Ada Lovelace,left early,007,B'],
  ])('is read with headings in %s', (_, text) => {
    expect(read(text)).toEqual([{ name: 'Ada Lovelace', id: '007', form: 1 }]);
  });

  it('does without numbers and forms, and keeps names as they are', () => {
    expect(read('name\n=1+1\n"O\'Neil, <b>"')).toEqual([
      { name: '=1+1', id: '', form: null },
      { name: "O'Neil, <b>", id: '', form: null },
    ]);
  });

  it.each([
    ['', 'class.csv:1: is empty: a header such as name,id is wanted first'],
    [
      'Ada,007',
      'class.csv:1: the first row is to name the columns, one of them name (or Vorname and Nachname), and id where there are numbers',
    ],
    ['name,id', 'class.csv:1: names nobody below its header'],
    ['name,Student', 'class.csv:1: "Student" is a second column for the name'],
  ])('%j is none', (text, message) => {
    expect(problems(text)).toBe(message);
  });

  it('tells all that is wrong at once', () => {
    expect(problems('name,id,form\nAda,1,A\n,2,A\nBob,1,7\nAda,,A\nAda,,B').split('\n')).toEqual([
      'class.csv:3: the name is missing',
      'class.csv:4: "7" is no form: they are called A, B … Z, AA …',
      'class.csv:4: the number "1" stands in line 2 already',
      'class.csv:6: "Ada" stands in line 5 already: give both a number, to tell them apart',
    ]);
  });

  it('counts forms as they are named', () => {
    const indexes = [0, 1, 25, 26, 27, 701, 702, 9999];
    expect(indexes.map(index => formIndex(letters(index)))).toEqual(indexes);
    expect(['', '1', 'ABCD', 'Ä'].map(formIndex)).toEqual([null, null, null, null]);
  });
});
