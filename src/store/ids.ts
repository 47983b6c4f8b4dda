/** Ids of log rows: UUID version 7, sortable as text in the order of writing. */

import { parse, v7 } from 'uuid';

const LARGEST_SEQUENCE = 2 ** 32 - 1;

/**
 * An id that sorts after `newest`, the greatest id in the log (null: the log is empty), whatever the clock says. While the
 * clock stands still, or until it has caught up after being set back, ids go on counting from `newest`. All that is to
 * be remembered stands in the log, so this holds across restarts, and for several processes that take turns with the log.
 *
 * @param random 16 random bytes
 */
export function nextId(newest: string | null, now: Date, random: Uint8Array): string {
  const msecs = Math.max(0, now.getTime());
  if (newest === null) return v7({ msecs, random });
  const last = timeAndSequence(newest);
  if (msecs > last.msecs) return v7({ msecs, random });
  if (last.seq === LARGEST_SEQUENCE) return v7({ msecs: last.msecs + 1, random });
  return v7({ msecs: last.msecs, seq: last.seq + 1, random });
}

/** The 48 bits of time and the 32 bits after it (but for version and variant), which the uuid package counts up. */
function timeAndSequence(id: string): { msecs: number; seq: number } {
  const bytes = new DataView(parse(id).buffer);
  const msecs = bytes.getUint16(0) * 2 ** 32 + bytes.getUint32(2);
  const version = bytes.getUint16(6) & 0x0fff;
  const variant = bytes.getUint16(8) & 0x3fff;
  return { msecs, seq: version * 2 ** 20 + variant * 2 ** 6 + (bytes.getUint8(10) >>> 2) };
}
