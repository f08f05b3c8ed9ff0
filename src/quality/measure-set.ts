import { goldOf } from './gold.ts';
import { measure, meanOf, type Measured } from './measures.ts';
import { RankedStories, type RankOptions } from './rank-stories.ts';
import { isReprint, shinglesOf } from './shingles.ts';
import type { ReadStory } from './stories.ts';

/** The measures of a set whose stories carry the right answers, see `goldOf`. */
export interface SetMeasures {
  /** Stories that were asked for. */
  readonly queries: number;
  readonly measured: Measured | null;
  /** Share of the exhaustive top ten that the bounded candidates contain, of 200 stories. */
  readonly recall: number | null;
}

const RECALL_SAMPLE = 200;

/** Ranks every story of a set against the others, and measures those of which the right answers are known; without answers all are asked for and nothing is right. */
export function measureSet(stories: readonly ReadStory[], options: RankOptions): SetMeasures {
  const ranked = new RankedStories(stories, options);
  const goldFor = goldOf(ranked.stories);
  const shingles = new Map<string, ReadonlySet<string>>();
  const shingled = (story: ReadStory): ReadonlySet<string> => {
    const known = shingles.get(story.id) ?? shinglesOf(story);
    shingles.set(story.id, known);
    return known;
  };
  const all: Measured[] = [];
  for (const [index, story] of ranked.stories.entries()) {
    const gold = goldFor?.(story) ?? null;
    if (goldFor && !gold) continue;
    const related = ranked.related(index);
    const judged = related.map(({ story: other }, place) => ({
      gain: gold?.gainOf(other) ?? 0,
      isLookAlike: gold?.isLookAlike(other) ?? false,
      // Only the first five places are looked at.
      isCopy:
        place < 5 &&
        [story, ...related.slice(0, place).map((above) => above.story)].some((above) =>
          isReprint(shingled(above), shingled(other)),
        ),
      isSameLanguage: story.lang === other.lang,
    }));
    all.push(measure(judged, gold?.relevant ?? [1]));
  }
  return { queries: all.length, measured: meanOf(all), recall: ranked.recall(RECALL_SAMPLE) };
}
