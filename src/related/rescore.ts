import { KEPT_NEIGHBOURS } from './archive-memory.ts';
import type { ListScores, ListsRepository } from './lists.repository.ts';
import { packNumbers, unpackNumbers, type ListRow, type Scored } from './stored.ts';
import {
  CIRCLE_WEIGHTS,
  circledScores,
  circleOf,
  oneSidedScores,
  type Circle,
  type Neighbours,
} from './story-circle.ts';

/** As many scored articles as a list keeps, those whom only the circle knows included: half as many again as a reader may ask for. What is further off counts with its own words. */
export const MOST_SCORED = 30;
const NOBODY: Circle<string> = { ids: [], weights: [], share: 0 };

type Scores = Pick<ListRow, 'circle' | 'scored'>;

/** What is known of lists before others are read: their neighbours as they are to be, and their circles as they were. */
export interface KnownList {
  readonly neighbours: Neighbours<string>;
  readonly circle: Circle<string>;
}

/**
 * Circles and scores of lists from the pools, with two reads, however many lists. `neighboursIn` tells what a pool that is read is to be. The circles
 * of candidates further off are taken as they are stored.
 */
export async function rescore(
  lists: ListsRepository,
  ids: readonly string[],
  listed: ReadonlyMap<string, KnownList>,
  neighboursIn: (row: ListScores) => Neighbours<string>,
): Promise<ReadonlyMap<string, Scores>> {
  const known = new Map(listed);
  const members = ids.flatMap((id) => known.get(id)?.neighbours.ids.slice(0, CIRCLE_WEIGHTS.most) ?? []);
  for (const [id, row] of await lists.scoresOf([...new Set(members)].filter((member) => !known.has(member)))) {
    known.set(id, { neighbours: neighboursIn(row), circle: row.circle });
  }
  const kept = new Map([...known].map(([id, { neighbours }]) => [id, nearestOf(neighbours)]));
  // Of those around an article not all neighbours are asked for.
  const around = (id: string) => (one: string) => (one === id ? known.get(id)?.neighbours : kept.get(one));
  const fresh = new Map(ids.map((id) => [id, circleOf(id, around(id))]));
  const candidates = [...fresh].flatMap(([id, circle]) => [
    ...oneSidedScores(id, around(id), circle, MOST_SCORED).keys(),
  ]);
  const stored = await lists.circlesOf([...new Set(candidates)].filter((id) => !known.has(id)));
  const circles = (id: string): Circle<string> => fresh.get(id) ?? known.get(id)?.circle ?? stored.get(id) ?? NOBODY;
  return new Map(
    [...fresh].map(([id, circle]) => {
      const scored = [...circledScores(id, around(id), circles, MOST_SCORED)]
        .map(([other, { score, direct }]) => ({ id: other, score, direct }))
        .sort(byScore);
      return [id, { circle, scored: packScored(scored) }];
    }),
  );
}

function nearestOf({ ids, scores }: Neighbours<string>): Neighbours<string> {
  return { ids: ids.slice(0, KEPT_NEIGHBOURS), scores };
}

/** A related article with what the circles add; `direct` is what is left of the direct score beside it. */
export interface ScoredOne {
  readonly id: string;
  readonly score: number;
  readonly direct: number;
}

/** Strongest first; the same order everywhere. */
export function byScore(a: ScoredOne, b: ScoredOne): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** As it is stored, in the same order. */
export function packScored(scored: readonly ScoredOne[]): Scored {
  return {
    ids: scored.map(({ id }) => id),
    scores: packNumbers(scored.map(({ score }) => score)),
    directs: packNumbers(scored.map(({ direct }) => direct)),
  };
}

export function unpackScored({ ids, scores, directs }: Scored): readonly ScoredOne[] {
  const [all, left] = [unpackNumbers(scores), unpackNumbers(directs)];
  return ids.map((id, place) => ({ id, score: all[place] ?? 0, direct: left[place] ?? 0 }));
}
