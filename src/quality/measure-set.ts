import { measure, meanOf, type Measured } from './measures.ts';
import { RankedStories, type RankOptions } from './rank-stories.ts';
import { isReprint, shinglesOf } from './shingles.ts';
import type { ReadStory } from './stories.ts';

/** The measures of a set whose stories carry the right answers: `event` is shared by what belongs together, `topic` by what also looks alike. */
export interface SetMeasures {
  /** Stories that were asked for. */
  readonly queries: number;
  readonly measured: Measured | null;
  /** Share of the exhaustive top ten that the bounded candidates contain, of 200 stories. */
  readonly recall: number | null;
}

const RECALL_SAMPLE = 200;

/** Ranks every story of a set against the others, and measures those whose event has another story; without events all are asked for and nothing is right. */
export function measureSet(stories: readonly ReadStory[], options: RankOptions): SetMeasures {
  const ranked = new RankedStories(stories, options);
  const sizes = new Map([...Map.groupBy(stories, eventOf)].map(([event, group]) => [event, group.length]));
  const hasEvents = stories.some((story) => eventOf(story) !== null);
  const shingles = new Map<string, ReadonlySet<string>>();
  const shingled = (story: ReadStory): ReadonlySet<string> => {
    const known = shingles.get(story.id) ?? shinglesOf(story);
    shingles.set(story.id, known);
    return known;
  };
  const all: Measured[] = [];
  for (const [index, story] of ranked.stories.entries()) {
    const event = eventOf(story);
    const relevant = event === null ? 0 : (sizes.get(event) ?? 1) - 1;
    if (hasEvents && relevant === 0) continue;
    const related = ranked.related(index);
    const judged = related.map(({ story: other }, place) => ({
      isRelevant: event !== null && eventOf(other) === event,
      isLookAlike: event !== null && eventOf(other) !== event && sharesTopic(story, other),
      // Only the first five places are looked at.
      isCopy:
        place < 5 &&
        [story, ...related.slice(0, place).map((above) => above.story)].some((above) =>
          isReprint(shingled(above), shingled(other)),
        ),
      isSameLanguage: story.lang === other.lang,
    }));
    all.push(measure(judged, Math.max(1, relevant)));
  }
  return { queries: all.length, measured: meanOf(all), recall: ranked.recall(RECALL_SAMPLE) };
}

function eventOf({ record }: ReadStory): string | null {
  return typeof record['event'] === 'string' ? record['event'] : null;
}

function sharesTopic(a: ReadStory, b: ReadStory): boolean {
  return typeof a.record['topic'] === 'string' && a.record['topic'] === b.record['topic'];
}
