import type { Binding } from './binding.ts';

/** Going through a solution step by step. */
export const stepKeys: readonly Binding[] = [];
