/** One spelling of a word: British and American, plural and singular are the same word. */

interface Rule {
  readonly british: RegExp;
  readonly toAmerican: string;
  readonly american: RegExp;
  readonly toBritish: string;
}

/** `-ise` of these only: `noise` and `precise` are no verbs in -ize. */
const VERBS =
  'normal|regular|optim|general|initial|maxim|minim|quant|token|penal|vector|parallel|standard|discret|linear|factor|' +
  'local|stabil|categor|visual|util|real|organ|recogn|emphas|summar|ideal|binar|marginal|orthogonal|diagonal|special|' +
  'global|personal|contextual|parameter|random|central|equal|symmetr|memor|amort|synchron|custom|hypothes|synthes|' +
  'scalar|serial|character|crystal|formal|polar|neutral|hybrid';
const COLOURS = 'behavi|neighb|col|fav|hon|lab|flav|harb|rum|hum|vap';
const CENTRES = 'cent|fib|lit|calib|theat|millimet|kilomet';
const LABELS = 'label|model|cancel|travel|signal|channel|level|fuel|total|tunnel|kernel';

/** In both directions: a slip is measured from either spelling. */
const RULES: readonly Rule[] = [
  pair(`(...)isation(s?)$`, '$1ization$2', `(...)ization(s?)$`, '$1isation$2'),
  pair(`(${VERBS})is(e|es|ed|er|ers|ing|able)$`, '$1iz$2', `(${VERBS})iz(e|es|ed|er|ers|ing|able)$`, '$1is$2'),
  pair(`(anal|catal)ys(e|ed|er|ers|ing)$`, '$1yz$2', `(anal|catal)yz(e|ed|er|ers|ing)$`, '$1ys$2'),
  pair(`(${COLOURS})our`, '$1or', `(${COLOURS})or`, '$1our'),
  pair(`(${CENTRES})re(s?)$`, '$1er$2', `(${CENTRES})er(s?)$`, '$1re$2'),
  pair(`centred$`, 'centered', `centered$`, 'centred'),
  pair(`centring$`, 'centering', `centering$`, 'centring'),
  pair(`(${LABELS})l(ed|ing|er|ers)$`, '$1$2', `(${LABELS})(ed|ing|er|ers)$`, '$1l$2'),
  pair(`parametri[sz](?=[eia])`, 'parameteriz', `parameteriz(?=[eia])`, 'parametris'),
  pair(`^grey`, 'gray', `^gray`, 'grey'),
  pair(`^artefact`, 'artifact', `^artifact`, 'artefact'),
  pair(`^(cata|ana|dia)logue`, '$1log', `^(cata|ana|dia)log(?!u)`, '$1logue'),
  pair(`^programme(s?)$`, 'program$1', `^program(s?)$`, 'programme$1'),
  pair(`judgement`, 'judgment', `judgment`, 'judgement'),
  pair(`^(de|of)fence`, '$1fense', `^(de|of)fense`, '$1fence'),
  pair(`^(focus|bias)s(ed|ing)$`, '$1$2', `^(focus|bias)(ed|ing)$`, '$1s$2'),
  pair(`^learnt$`, 'learned', `^learned$`, 'learnt'),
];

function pair(british: string, toAmerican: string, american: string, toBritish: string): Rule {
  return { british: new RegExp(british), toAmerican, american: new RegExp(american), toBritish };
}

export function american(word: string): string {
  return RULES.reduce((spelt, { british, toAmerican }) => spelt.replace(british, toAmerican), word);
}

export function british(word: string): string {
  return RULES.reduce((spelt, { american: found, toBritish }) => spelt.replace(found, toBritish), word);
}

/** The plurals that no ending tells. */
const PLURALS: ReadonlyMap<string, string> = new Map([
  ['matrices', 'matrix'],
  ['vertices', 'vertex'],
  ['indices', 'index'],
  ['biases', 'bias'],
  ['aliases', 'alias'],
  ['axes', 'axis'],
  ['bases', 'basis'],
  ['analyses', 'analysis'],
  ['hypotheses', 'hypothesis'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['maxima', 'maximum'],
  ['minima', 'minimum'],
  ['optima', 'optimum'],
  ['extrema', 'extremum'],
  ['momenta', 'momentum'],
  ['spectra', 'spectrum'],
  ['formulae', 'formula'],
  ['foci', 'focus'],
  ['radii', 'radius'],
  ['corpora', 'corpus'],
  ['caches', 'cache'],
  ['zeroes', 'zero'],
  ['halves', 'half'],
  ['relus', 'relu'],
  ['gelus', 'gelu'],
  ['elus', 'elu'],
  ['grus', 'gru'],
  ['gpus', 'gpu'],
  ['cpus', 'cpu'],
  ['tpus', 'tpu'],
]);
const SINGULARS = new Map([...PLURALS].map(([plural, singular]) => [singular, plural] as const));

/** Endings of plurals, tried in this order; a word that ends as the pattern and gives itself is none. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:series|species|bias|alias|canvas|atlas|gas|lens|bayes|gauss|stokes|always|whereas|chaos)$/, '$&'],
  [/(?:ss|us|is)$/, '$&'],
  [/(..)ies$/, '$1y'],
  [/(ss|x|ch|sh)es$/, '$1'],
  [/(..)s$/, '$1'],
];

export function singular(word: string): string {
  const known = PLURALS.get(word);
  if (known !== undefined) return known;
  const ending = word.length > 3 ? ENDINGS.find(([pattern]) => pattern.test(word)) : undefined;
  return ending ? word.replace(...ending) : word;
}

export function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return SINGULARS.get(word) ?? (/(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`);
}

const known = new Map<string, string>();
const MOST_KEPT = 5000;

/** The spelling that stands for all of them; a reply is held against the same terms again and again. */
export function canonical(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= MOST_KEPT) known.clear();
  const made = american(singular(american(word)));
  known.set(word, made);
  return made;
}
