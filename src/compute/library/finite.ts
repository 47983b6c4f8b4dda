import { fieldsOf } from '../fields.ts';
import { ArgumentError, type LibraryFunction } from './function.ts';

/** The same function, which refuses arguments so large that a result of it is no number any more. */
export function finite(row: LibraryFunction): LibraryFunction {
  return {
    ...row,
    build: args => {
      const node = row.build(args);
      for (const result of fieldsOf(node)?.values() ?? [node]) {
        if (!result.data.every(Number.isFinite)) {
          throw new ArgumentError(`${row.name}: the result is not a finite number: the numbers grow too large`);
        }
      }
      return node;
    },
  };
}
