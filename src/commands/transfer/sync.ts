import { existsSync, realpathSync } from 'node:fs';
import { bytesIn } from '../../store/transfer/gather.ts';
import { type Synced, syncFolder } from '../../store/transfer/sync.ts';
import { isFolder } from '../bank/folder.ts';
import type { Context } from '../context.ts';
import { Failure, UsageError } from '../errors.ts';
import { counted, printJson, printLines, printMessage } from '../output.ts';
import { progress } from '../progress.ts';
import { kilobytes } from './import.ts';
import { addedData, addedWords } from './import-words.ts';

/** `tutor sync DIR`: brings this machine and a folder that others share to the same history. */

const NO_WHOLE_COPY =
  'Where there is no whole copy, move the file away: each machine writes anew what it has of it at its next sync.';

export async function sync(context: Context, folder: string, { json }: { readonly json?: boolean }): Promise<void> {
  const { environment, dataFolder, store } = context;
  // A folder made here could be the place where a stick should be.
  if (!existsSync(folder))
    throw new Failure(`There is no folder ${folder}. Plug the disk in that it is on, or make it.`);
  if (!isFolder(folder)) throw new Failure(`${folder} is no folder. "tutor import" takes in a file.`);
  const history = store();
  if (realpathSync(folder) === realpathSync(dataFolder)) {
    throw new UsageError(`${folder} is the data folder itself. Choose another folder, one that is shared.`);
  }
  const shown = progress(environment, kilobytes(bytesIn(folder)), 'kB');
  try {
    const synced = await syncFolder(history, folder, count => shown.add(kilobytes(count)));
    shown.end();
    const { added, read, written, leftOut } = synced;
    if (leftOut.length > 0) process.exitCode = 1;
    for (const { why } of leftOut) printMessage(environment, `left out: ${why}. It is looked at again next time.`);
    if (leftOut.length > 0) printMessage(environment, NO_WHOLE_COPY);
    if (json) printJson(environment, { added: addedData(added), read, written, leftOut });
    else printLines(environment, summary(synced));
  } finally {
    shown.end();
  }
}

function summary({ added, read, written }: Synced): string[] {
  const words = addedWords(added);
  return [
    `${words === null ? 'Nothing new' : `Taken in: ${words}`} (${counted(read.length, 'file')} read).`,
    `${written.length === 0 ? 'Nothing to write' : `Written: ${written.join(', ')}`}.`,
  ];
}
