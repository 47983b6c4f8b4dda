import { table } from '../table.ts';
import type { Role } from './tree.ts';

const SYMBOLS = table<string>({
  binary: '+ − ± ∓ · × ÷ ∗ * ⊙ ⊗ ⊕ ⊖ ∘ ∪ ∩ ∧ ∨ ∖ ⋆ • mod',
  relation:
    '= ≠ < > ≤ ≥ ≪ ≫ ≈ ≃ ≅ ≡ ∼ ∝ ≐ ≜ ≔ := ∈ ∉ ∋ ⊂ ⊃ ⊆ ⊇ ⊥ ∥ ∣ ⊢ ⊨ ≺ ≻ → ← ↔ ↦ ⇒ ⇐ ⇔ ⟶ ⟵ ⟹ ⟸ ⟺ ⟷ ⟼ ↛ ⇏ ↑ ↓ ⇝ ↝ ↪',
  large: '∑ ∏ ∐ ∫ ∬ ∭ ∮ ⋃ ⋂ ⨁ ⨂ ⨀ ⋁ ⋀ Σ Π',
  open: '( [ { ⌊ ⌈ ⟨',
  close: ') ] } ⌋ ⌉ ⟩ !',
  punctuation: ', ; :',
});

const ROLES = new Map<string, Role>(
  Object.entries(SYMBOLS).flatMap(([role, symbols]) => symbols.split(' ').map(symbol => [symbol, role as Role])),
);

/** What an operator does when MathML does not say it. */
export function roleOf(symbol: string): Role {
  return ROLES.get(symbol) ?? 'ordinary';
}

/** Symbols that look better in a terminal as another one. */
export const LOOKS = table<string>({ '⋅': '·', '∗': '*', '∣': '|', '∥': '‖', '-': '−', '∕': '/' });

/** One-letter operators that an inline formula writes as a Greek letter, so that scripts sit closer. */
export const INLINE_LOOKS = table<string>({ '∑': 'Σ', '∏': 'Π' });

/** Relations at which a long formula may go on in the next line. */
export const CHAIN = new Set('= ≠ < > ≤ ≥ ≈ ≃ ≡ ∝ ≔ := ⇒ ⇔ ⟹ ⟺ ⟸'.split(' '));

/** Operators at which a side that is too long for a line may go on in the next. */
export const TERMS = new Set(['+', '−', '±']);

/** Left role → the right roles that need a space between. Binary operators and relations have one on either side. */
export const APART: Record<Role, readonly Role[]> = {
  ordinary: ['word', 'large', 'fraction'],
  word: ['ordinary', 'word', 'large', 'fraction', 'prefix'],
  large: ['ordinary', 'word', 'large', 'fraction', 'prefix', 'open'],
  fraction: ['ordinary', 'word', 'large', 'fraction', 'open'],
  close: ['word', 'large', 'fraction'],
  punctuation: ['ordinary', 'word', 'large', 'fraction', 'prefix', 'open', 'text', 'punctuation'],
  binary: [],
  relation: [],
  prefix: [],
  open: [],
  text: [],
};
