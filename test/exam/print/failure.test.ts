import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { QuestionError } from '../../../src/bank/problem.ts';
import { BlueprintError, ExamError } from '../../../src/exam/error.ts';
import { errorOf, failedBy } from '../../../src/exam/print/failure.ts';
import { FileExists } from '../../../src/exam/print/new-file.ts';

/** As another thread or process gets it. */
function sent(error: unknown): Error {
  return errorOf(structuredClone(failedBy(error)));
}

function thrown(by: () => unknown): unknown {
  try {
    return by();
  } catch (error) {
    return error;
  }
}

const PROBLEM = { file: 'a.yaml', line: 3, message: 'asks for what there is not' };

test.each([new ExamError('drawn wrongly'), new BlueprintError([PROBLEM]), new QuestionError([PROBLEM])])(
  'what is meant for the user arrives as such: %s',
  error => {
    expect(sent(error)).toBeInstanceOf(ExamError);
    expect(sent(error).message).toBe(error.message);
  },
);

test('a file in the way, and what the file system says, are known for what they are', () => {
  expect(sent(new FileExists('exam-A.pdf exists'))).toBeInstanceOf(FileExists);
  const refused = sent(thrown(() => readFileSync('/no/such/file')));
  expect(refused).toHaveProperty('syscall');
  expect(refused.message).toMatch(/ENOENT/);
});

test('a fault of the program keeps its stack', () => {
  const fault = new RangeError('out of range');
  expect(sent(fault)).not.toBeInstanceOf(ExamError);
  expect(sent(fault).stack).toBe(fault.stack);
  expect(sent('thrown as a text').message).toBe('thrown as a text');
});
