/** LaTeX of a name that was given none: `beta1` is β₁, `w11` is w₁₁, `lr` is upright. */
export function symbolTex(name: string): string {
  const [, base = name, index = ''] = /^([A-Za-z]+?)_?(\d*)$/.exec(name) ?? [];
  const stem = GREEK.has(base) ? `\\${base}` : base.length === 1 ? base : `\\text{${base.replaceAll('_', '\\_')}}`;
  return index === '' ? stem : `${stem}_{${index}}`;
}

const GREEK = new Set(
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega Gamma Delta Theta Lambda Sigma Phi Psi Omega'.split(
    ' ',
  ),
);
