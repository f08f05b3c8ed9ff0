import type { Ground } from './grounds.ts';
import { listedAs } from './languages.ts';
import { REASON_LABELS, type ReasonLabels } from './reason-labels.data.ts';
import type { CircledScore } from './story-circle.ts';

type ReasonKind = 'STORY' | 'TOPIC' | 'ENTITY' | 'TERM' | 'SECTION' | 'AUTHOR' | 'LATEST';

/** Why an article is related. */
export interface Reason {
  readonly kind: ReasonKind;
  /** For readers, in the article's language. */
  readonly label: string;
  /** Its part of the score, above 0; 0 for LATEST. */
  readonly weight: number;
}

const LABEL_OF: Readonly<Record<Ground['kind'], keyof ReasonLabels>> = {
  TOPIC: 'topic',
  ENTITY: 'entity',
  TERM: 'term',
  SECTION: 'section',
  AUTHOR: 'author',
};
/** From here on nearly all pairs of the long texts are of one event, and 90 of 100 headlines. At .3 99 and 90, but in a newsroom of eighty stories 77 in the place of 84. */
const SAME_STORY_SCORE = 0.35;
/**
 * Two articles that are each other's only neighbours in an archive of many subjects have high scores and little in common: "dies at 95" twice. Less than
 * this by themselves have of a hundred pairs of mixed news the fifteen that were told falsely; of what is rightly told it costs .001 on long texts.
 */
const SAME_STORY_DIRECT = 0.22;
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
    label: names.length > 0 ? labelOf(LABEL_OF[kind], names, lang) : labelOf('words', [], lang),
    weight: sum > 0 ? (part / sum) * ofGrounds : 0,
  }));
  const told = isSameStory({ score, alone: sum }) ? 'story' : 'circle';
  if (story > 0) reasons.push({ kind: 'STORY', label: labelOf(told, [], lang), weight: story });
  return reasons.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
}

/** Whether a related article is told to be of the same running story; `alone` is the direct score, what the two say without their circles. */
export function isSameStory({ score, alone }: { readonly score: number; readonly alone: number }): boolean {
  return score >= SAME_STORY_SCORE && alone >= SAME_STORY_DIRECT;
}

/** The reason of an article that is there because it is new in the section: it adds nothing to the score. */
export function latestReason(lang: string): Reason {
  return { kind: 'LATEST', label: labelOf('latest', [], lang), weight: 0 };
}

function labelOf(label: keyof ReasonLabels, names: readonly string[], lang: string): string {
  const texts = REASON_LABELS[listedAs(lang)] ?? REASON_LABELS['en'];
  return (texts?.[label] ?? '{}').replace('{}', () => names.join(', '));
}
