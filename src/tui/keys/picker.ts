import type { Binding } from './binding.ts';

export const pickerKeys: readonly Binding[] = [];
