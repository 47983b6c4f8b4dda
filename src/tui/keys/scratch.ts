import type { Binding } from './binding.ts';

/** On the scratch pad. */
export const scratchKeys: readonly Binding[] = [];
