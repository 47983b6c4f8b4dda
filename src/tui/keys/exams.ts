import type { Binding } from './binding.ts';

export const examsKeys: readonly Binding[] = [];
