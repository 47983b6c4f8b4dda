/** What the threads of one print run share: which job is next, how many are done, and whether to stop. */

const NEXT = 0;
const DONE = 1;
const STOP = 2;

export class Shared {
  readonly buffer: SharedArrayBuffer;
  private readonly cells: Int32Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer;
    this.cells = new Int32Array(buffer);
  }

  /** The place of a job that no other thread has, or will have; null where none is left. */
  take(total: number): number | null {
    if (Atomics.load(this.cells, STOP) === 1) return null;
    const at = Atomics.add(this.cells, NEXT, 1);
    return at < total ? at : null;
  }

  /** @param files how many more are written */
  add(files: number): void {
    Atomics.add(this.cells, DONE, files);
  }

  get done(): number {
    return Atomics.load(this.cells, DONE);
  }

  /** No job is begun after this; those that were are finished. */
  stop(): void {
    Atomics.store(this.cells, STOP, 1);
  }

  get stopped(): boolean {
    return Atomics.load(this.cells, STOP) === 1;
  }
}
