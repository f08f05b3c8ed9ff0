import type { Feature, FeatureKind } from './features.ts';
import { REASON_LABELS, type ReasonLabels } from './reason-labels.data.ts';
import type { CircledScore } from './story-circle.ts';
import type { SharedTerm } from './vector.ts';

type ReasonKind = 'STORY' | 'TOPIC' | 'ENTITY' | 'TERM' | 'SECTION' | 'AUTHOR' | 'LATEST';

/** Why an article is related. */
export interface Reason {
  readonly kind: ReasonKind;
  /** For readers, in the article's language. */
  readonly label: string;
  /** Its part of the score, above 0; 0 for LATEST. */
  readonly weight: number;
}

const REASON_OF: Readonly<Record<FeatureKind, Ground['kind']>> = {
  word: 'TERM',
  number: 'TERM',
  phrase: 'TERM',
  name: 'ENTITY',
  fullName: 'ENTITY',
  names: 'ENTITY',
  topic: 'TOPIC',
  section: 'SECTION',
  author: 'AUTHOR',
};
const LABEL_OF: Readonly<Record<Ground['kind'], keyof ReasonLabels>> = {
  TOPIC: 'topic',
  ENTITY: 'entity',
  TERM: 'term',
  SECTION: 'section',
  AUTHOR: 'author',
};
/** From here on nearly all pairs of the long texts are of one event, and 90 of 100 headlines. At .3 99 and 90, but in a newsroom of eighty stories 77 in the place of 84. */
const SAME_STORY_SCORE = 0.35;
/** Names in one label: more than a reader takes in at a glance. */
const MOST_NAMED = 3;

/** What two articles share of one sort, before it is put into words. */
export interface Ground {
  readonly kind: Exclude<ReasonKind, 'STORY' | 'LATEST'>;
  /** The strongest, as printed; at most three. */
  readonly names: readonly string[];
  /** Its part of the direct score. */
  readonly part: number;
}

/** What is shared, by its sort. `shared` are the parts of the direct score, strongest first; `labels` give their printed forms by hash. */
export function groundsOf(
  shared: readonly SharedTerm[],
  labels: ReadonlyMap<number, Pick<Feature, 'label'>>,
): readonly Ground[] {
  return [...Map.groupBy(shared, (term) => REASON_OF[term.kind])].map(([kind, terms]) => ({
    kind,
    names: namesIn(kind, terms, labels),
    part: terms.reduce((total, { part }) => total + part, 0),
  }));
}

/**
 * One reason for each ground, and one for the circle; strongest first. Their weights add up to the score (to the last bits of a floating-point
 * number). Where the circle speaks against the article, all its grounds weigh less for it.
 */
export function reasonsFor(
  { score, story }: CircledScore,
  grounds: readonly Ground[],
  lang: string,
): readonly Reason[] {
  const sum = grounds.reduce((total, { part }) => total + part, 0);
  const ofGrounds = Math.min(score, score - story);
  const reasons: Reason[] = grounds.map(({ kind, names, part }) => ({
    kind,
    label: labelOf(LABEL_OF[kind], names, lang),
    weight: sum > 0 ? (part / sum) * ofGrounds : 0,
  }));
  const told = isSameStory({ score }) ? 'story' : 'circle';
  if (story > 0) reasons.push({ kind: 'STORY', label: labelOf(told, [], lang), weight: story });
  return reasons.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
}

/** Whether a related article is told to be of the same running story. */
export function isSameStory({ score }: { readonly score: number }): boolean {
  return score >= SAME_STORY_SCORE;
}

/** The reason of an article that is there because it is new in the section: it adds nothing to the score. */
export function latestReason(lang: string): Reason {
  return { kind: 'LATEST', label: labelOf('latest', [], lang), weight: 0 };
}

function labelOf(label: keyof ReasonLabels, names: readonly string[], lang: string): string {
  const texts = REASON_LABELS[lang === 'nb' || lang === 'nn' ? 'no' : lang] ?? REASON_LABELS['en'];
  return (texts?.[label] ?? '{}').replace('{}', () => names.join(', '));
}

/**
 * The strongest printed forms. Names and words are told without repeating one: "Harbour Bridge" and not "Harbour" beside it, "Number Nine Shed" where
 * "Number Nine" and "Nine Shed" are shared, of "cold store" and "store keeper" the stronger, and bare
 * numbers last, which tell a reader least.
 */
function namesIn(
  kind: Ground['kind'],
  terms: readonly SharedTerm[],
  labels: ReadonlyMap<number, Pick<Feature, 'label'>>,
): readonly string[] {
  const printed = new Set(
    terms
      .filter((term) => term.kind !== 'names')
      .sort((a, b) => Number(a.kind === 'number') - Number(b.kind === 'number'))
      .flatMap(({ hash }) => labels.get(hash)?.label ?? []),
  );
  if (kind !== 'ENTITY' && kind !== 'TERM') return [...printed].slice(0, MOST_NAMED);
  const whole = [...printed].filter(
    (one) => ![...printed].some((other) => other !== one && ` ${other} `.includes(` ${one} `)),
  );
  const told: string[] = [];
  for (const one of whole) {
    const words = one.split(' ');
    const place = told.findIndex((above) => above.split(' ').some((word) => words.includes(word)));
    const joined = place < 0 || kind === 'TERM' ? null : joinedName(told[place] ?? '', one);
    if (place < 0) told.push(one);
    else if (joined) told[place] = joined;
  }
  return told.slice(0, MOST_NAMED);
}

/** Two pairs of words that are parts of one name of three; null where they are not. */
function joinedName(one: string, other: string): string | null {
  const [a, b] = [one.split(' '), other.split(' ')];
  if (a.length !== 2 || b.length !== 2) return null;
  if (a[1] === b[0]) return `${one} ${b[1]}`;
  return b[1] === a[0] ? `${other} ${a[1]}` : null;
}
