import type { ListScores, ListsRepository } from './lists.repository.ts';
import type { ListRow, Scored } from './stored.ts';
import {
  CIRCLE_WEIGHTS,
  circledScores,
  circleOf,
  oneSidedScores,
  type Circle,
  type Neighbours,
} from './story-circle.ts';

/** As many scored articles as a list keeps, those whom only the circle knows included: twice what a reader may ask for. What is further off counts with its own words. */
export const MOST_SCORED = 40;
const NOBODY: Circle<string> = { ids: [], weights: [], share: 0 };

/**
 * Makes circles and scores of these lists anew from the pools: three reads and one write, however many lists. The circles of candidates further off
 * are taken as they are stored.
 */
export async function rescore(lists: ListsRepository, ids: readonly string[]): Promise<void> {
  const own = await lists.scoresOf(ids);
  const members = [...own.values()].flatMap(({ pool }) => pool.slice(0, CIRCLE_WEIGHTS.most).map(({ id }) => id));
  const near = new Map([...own, ...(await lists.scoresOf(members.filter((id) => !own.has(id))))]);
  const known = new Map([...near].map(([id, row]) => [id, neighboursIn(row)]));
  const neighboursOf = (id: string): Neighbours<string> | undefined => known.get(id);
  const fresh = new Map([...own.keys()].map((id) => [id, circleOf(id, neighboursOf)]));
  const candidates = [...fresh].flatMap(([id, circle]) => [
    ...oneSidedScores(id, neighboursOf, circle, MOST_SCORED).keys(),
  ]);
  const stored = await lists.circlesOf([...new Set(candidates)].filter((id) => !near.has(id)));
  const circles = (id: string): Circle<string> => fresh.get(id) ?? near.get(id)?.circle ?? stored.get(id) ?? NOBODY;
  await lists.saveScores(
    [...own.keys()].map((id): Pick<ListRow, '_id' | 'circle' | 'scored'> => {
      const scored = [...circledScores(id, neighboursOf, circles, MOST_SCORED)]
        .map(([other, { score, direct }]) => ({ id: other, score, direct }))
        .sort(byScore);
      return { _id: id, circle: fresh.get(id) ?? NOBODY, scored: toScored(scored) };
    }),
  );
}

function neighboursIn({ pool }: ListScores): Neighbours<string> {
  return { ids: pool.map(({ id }) => id), scores: pool.map(({ direct }) => direct) };
}

interface ScoredOne {
  readonly id: string;
  readonly score: number;
  readonly direct: number;
}

/** Strongest first; the same order everywhere. */
export function byScore(a: ScoredOne, b: ScoredOne): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** As it is stored, in the same order. */
export function toScored(scored: readonly ScoredOne[]): Scored {
  return {
    ids: scored.map(({ id }) => id),
    scores: scored.map(({ score }) => score),
    directs: scored.map(({ direct }) => direct),
  };
}
