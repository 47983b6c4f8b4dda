import type { LibraryFunction } from './function.ts';
import { fans } from './initialization/fans.ts';
import { moments } from './initialization/moments.ts';
import { propagation } from './initialization/propagation.ts';
import { rules } from './initialization/rules.ts';
import { spreads } from './initialization/spreads.ts';

/** How wide initial weights are drawn, and what that does to the signal from layer to layer. */
export const initialization: readonly LibraryFunction[] = [rules, fans, spreads, moments, propagation].flat();
