// Libraries make an Intl.Segmenter when they are loaded, which takes Node 7 ms, and use it for few texts. This one is made
// at its first use, and stands wherever Intl.Segmenter is written.

const { Segmenter } = Intl;

export class LazySegmenter {
  #given;
  #made = null;

  constructor(...given) {
    this.#given = given;
  }

  segment(text) {
    this.#made ??= new Segmenter(...this.#given);
    return this.#made.segment(text);
  }
}
