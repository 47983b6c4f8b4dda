// Bundled in the place of what Ink puts its screens together with. Rows are independent of each other where each is one
// text from the left end on; what becomes of one in a window so wide is found by the library, once.

import Exact from 'exact-output';

const MOST_KEPT = 2000;

/** By the width of the window: what is made of a row's text. */
let kept = new Map();
let keptWidth = 0;

export default class Output {
  #operations = [];
  #width;
  #height;

  constructor({ width, height }) {
    this.#width = width;
    this.#height = height;
  }

  get height() {
    return this.#height;
  }

  write(x, y, text, { transformers }) {
    this.#operations.push({ type: 'write', x, y, text, transformers });
  }

  clip(clip) {
    this.#operations.push({ type: 'clip', clip });
  }

  unclip() {
    this.#operations.push({ type: 'unclip' });
  }

  get() {
    return this.#areRows() ? this.#rows() : this.#exact();
  }

  /** Whether nothing is cut but what is outside, and each text is a row. */
  #areRows() {
    const [first, ...others] = this.#operations;
    const last = others.pop();
    if (first?.type !== 'clip' || last?.type !== 'unclip') return false;
    const { x1, x2, y1, y2 } = first.clip;
    if (x1 !== 0 || y1 !== 0 || x2 !== this.#width || y2 !== this.#height) return false;
    const taken = new Set();
    return others.every(({ type, x, y, text, transformers }) => {
      if (type !== 'write' || x !== 0 || text.includes('\n')) return false;
      // Each text has one, which colours it where that is wished; ours come with their colours.
      if (transformers.some(transform => transform(text, 0) !== text)) return false;
      if (!Number.isInteger(y) || y < 0 || y >= this.#height || taken.has(y)) return false;
      taken.add(y);
      return true;
    });
  }

  #rows() {
    const lines = Array.from({ length: this.#height }, () => '');
    for (const { type, y, text } of this.#operations) if (type === 'write') lines[y] = rowOf(text, this.#width);
    return { output: lines.join('\n'), height: this.#height };
  }

  #exact() {
    const exact = new Exact({ width: this.#width, height: this.#height });
    for (const { type, x, y, text, transformers, clip } of this.#operations) {
      if (type === 'write') exact.write(x, y, text, { transformers });
      else if (type === 'clip') exact.clip(clip);
      else exact.unclip();
    }
    return exact.get();
  }
}

function rowOf(text, width) {
  if (width !== keptWidth || kept.size >= MOST_KEPT) {
    kept = new Map();
    keptWidth = width;
  }
  const known = kept.get(text);
  if (known !== undefined) return known;
  const exact = new Exact({ width, height: 1 });
  exact.clip({ x1: 0, x2: width, y1: 0, y2: 1 });
  exact.write(0, 0, text, { transformers: [] });
  const row = exact.get().output;
  kept.set(text, row);
  return row;
}
