import { isSameStory } from './reasons.ts';

/** What a reader wants related stories for. */
export const STRATEGIES = ['MIXED', 'SAME_STORY', 'BACKGROUND', 'LATEST'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What a strategy knows of an article that is related to a story. */
export interface Told {
  readonly score: number;
  /** The direct score, what the two say without their circles. */
  readonly alone: number;
  /** Milliseconds since 1970; null where it is not known. */
  readonly at: number | null;
}

/**
 * A newer one that is hardly about the same is no development. In the sample newsroom 86 of 100 told are then of the same story or its background, with
 * .15 64, with .3 98, but those are two in the place of three; on long texts all are of the same event with any of them.
 */
const LEAST_DEVELOPMENT = 0.25;

/** Whether the order of a strategy needs times. */
export function needsTimes(strategy: Strategy): boolean {
  return strategy === 'BACKGROUND' || strategy === 'LATEST';
}

/**
 * Those of the entries, best first, that a strategy offers beside a story of the time `at`:
 * MIXED all of them; SAME_STORY what belongs to the same running story; BACKGROUND what is older and does not; LATEST what is newer and close, the
 * newest first. Of unknown time nothing is older or newer.
 */
export function choose<Entry extends Told>(
  strategy: Strategy,
  entries: readonly Entry[],
  at: number | null,
): readonly Entry[] {
  if (strategy === 'MIXED') return entries;
  if (strategy === 'SAME_STORY') return entries.filter(isSameStory);
  const gap = (entry: Entry): number => (at === null || entry.at === null ? 0 : entry.at - at);
  if (strategy === 'BACKGROUND') return entries.filter((entry) => gap(entry) < 0 && !isSameStory(entry));
  return entries
    .filter((entry) => gap(entry) > 0 && entry.score >= LEAST_DEVELOPMENT)
    .sort((a, b) => gap(b) - gap(a) || b.score - a.score);
}
