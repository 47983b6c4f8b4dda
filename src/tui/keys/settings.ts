import type { Binding } from './binding.ts';

export const settingsKeys: readonly Binding[] = [];
