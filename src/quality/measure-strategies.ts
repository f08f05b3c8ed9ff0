import { STRATEGIES, type Strategy } from '#related/strategies.ts';
import { goldOf } from './gold.ts';
import { RankedStories } from './rank-stories.ts';
import type { ReadStory } from './stories.ts';

/** What a strategy tells among its first five places; shares are of the places that are filled, null where none is. */
export interface StrategyMeasures {
  readonly strategy: Strategy;
  /** Filled places of five, the mean over all stories of which the right answers are known. */
  readonly told: number;
  readonly sameEvent: number | null;
  /** Of another event, and known to be about the same (a graded background, or the same `topic`). */
  readonly context: number | null;
  readonly older: number | null;
  readonly newer: number | null;
}

/** What each strategy tells about a set; [] where its stories carry no answers. */
export function measureStrategies(stories: readonly ReadStory[]): readonly StrategyMeasures[] {
  const goldFor = goldOf(stories);
  if (!goldFor) return [];
  return STRATEGIES.map((strategy) => {
    const ranked = new RankedStories(stories, { top: 5, plain: false, strategy });
    let [asked, told, same, context, older, newer] = [0, 0, 0, 0, 0, 0];
    for (const [index, story] of ranked.stories.entries()) {
      const gold = goldFor(story);
      if (!gold) continue;
      asked += 1;
      const best = Math.max(...gold.relevant);
      for (const { story: other } of ranked.related(index)) {
        const gain = gold.gainOf(other);
        const gap = story.date === null || other.date === null ? 0 : other.date - story.date;
        told += 1;
        if (gain === best) same += 1;
        else if (gain > 0 || sharesTopic(story, other)) context += 1;
        if (gap < 0) older += 1;
        if (gap > 0) newer += 1;
      }
    }
    const share = (count: number): number | null => (told === 0 ? null : count / told);
    return {
      strategy,
      told: asked === 0 ? 0 : told / asked,
      sameEvent: share(same),
      context: share(context),
      older: share(older),
      newer: share(newer),
    };
  });
}

function sharesTopic(a: ReadStory, b: ReadStory): boolean {
  return typeof a.record['topic'] === 'string' && a.record['topic'] === b.record['topic'];
}
