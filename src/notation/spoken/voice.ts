import type { Node } from '../math/tree.ts';

/** Says a part of a formula; handed to those who say its parts, who would else have to import their caller. */
export type Say = (node: Node) => string;
