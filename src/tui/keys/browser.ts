import type { Binding } from './binding.ts';

export const browserKeys: readonly Binding[] = [];
