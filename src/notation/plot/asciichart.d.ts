/** The part of the library that is used; it brings no types of its own. */
declare module 'asciichart' {
  interface Options {
    readonly height?: number;
    readonly min?: number;
    readonly max?: number;
    readonly offset?: number;
    readonly format?: (value: number) => string;
    /** On the axis at 0, on the axis, at the ends of a gap (two), level, down, up, the upper ends of both, upright. */
    readonly symbols?: readonly string[];
  }
  const asciichart: { readonly plot: (series: readonly number[], options?: Options) => string };
  export default asciichart;
}
