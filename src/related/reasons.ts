import type { Feature, FeatureKind } from './features.ts';
import { REASON_LABELS, type ReasonLabels } from './reason-labels.data.ts';
import type { CircledScore } from './story-circle.ts';
import type { SharedTerm } from './vector.ts';

export type ReasonKind = 'STORY' | 'TOPIC' | 'ENTITY' | 'TERM' | 'SECTION' | 'AUTHOR';

/** Why an article is related. */
export interface Reason {
  readonly kind: ReasonKind;
  /** For readers, in the article's language. */
  readonly label: string;
  /** Its part of the score, above 0. */
  readonly weight: number;
}

const REASON_OF: Readonly<Record<FeatureKind, Exclude<ReasonKind, 'STORY'>>> = {
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
const LABEL_OF: Readonly<Record<ReasonKind, keyof ReasonLabels>> = {
  STORY: 'story',
  TOPIC: 'topic',
  ENTITY: 'entity',
  TERM: 'term',
  SECTION: 'section',
  AUTHOR: 'author',
};
/** Names in one label: more than a reader takes in at a glance. */
const MOST_NAMED = 3;

/**
 * One reason for each sort of thing shared, and one for the circle; strongest first. Their weights add up to the score (to the last bits of a
 * floating-point number). `shared` are the parts of the direct score, strongest first; `labels` give their printed forms by hash.
 */
export function reasonsFor(
  { score, direct, story }: CircledScore,
  shared: readonly SharedTerm[],
  labels: ReadonlyMap<number, Pick<Feature, 'label'>>,
  lang: string,
): readonly Reason[] {
  const texts = REASON_LABELS[lang === 'nb' || lang === 'nn' ? 'no' : lang] ?? REASON_LABELS['en'];
  const write = (kind: ReasonKind, names: readonly string[]): string =>
    (texts?.[LABEL_OF[kind]] ?? '{}').replace('{}', () => names.join(', '));
  const sum = shared.reduce((total, { part }) => total + part, 0);
  const reasons: Reason[] = [];
  for (const [kind, terms] of Map.groupBy(shared, (term) => REASON_OF[term.kind])) {
    const part = terms.reduce((total, term) => total + term.part, 0);
    const names = namesIn(terms, labels);
    reasons.push({ kind, label: write(kind, names), weight: (part / sum) * direct });
  }
  if (story > 0) reasons.push({ kind: 'STORY', label: write('STORY', []), weight: story });
  else if (sum > 0 && score !== direct) return scaled(reasons, score / direct);
  return reasons.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
}

/** A circle that knows little of the candidate lowers the score: then all reasons are the smaller for it. */
function scaled(reasons: readonly Reason[], factor: number): readonly Reason[] {
  return reasons
    .map((reason) => ({ ...reason, weight: reason.weight * factor }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

/** The strongest printed forms, none of them a part of another: "Harbour Bridge", not "Harbour" beside it. */
function namesIn(terms: readonly SharedTerm[], labels: ReadonlyMap<number, Pick<Feature, 'label'>>): readonly string[] {
  const printed = terms.filter(({ kind }) => kind !== 'names').flatMap(({ hash }) => labels.get(hash)?.label ?? []);
  const whole = printed.filter((one) => !printed.some((other) => other !== one && ` ${other} `.includes(` ${one} `)));
  return [...new Set(whole)].slice(0, MOST_NAMED);
}
