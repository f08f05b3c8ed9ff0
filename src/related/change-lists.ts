import { isDeepStrictEqual } from 'node:util';
import { LIMITS } from './candidates.ts';
import type { ListChange, ListChanges } from './list-changes.ts';
import type { ListScores, ListsRepository } from './lists.repository.ts';
import { changePool, isSamePool, packPool, unpackPool, type Near, type PoolChange, type PoolEntry } from './pool.ts';
import { packScored, rescore, unpackScored, type KnownList } from './rescore.ts';
import { newRev, unpackNumbers, type ListRow } from './stored.ts';
import type { Neighbours } from './story-circle.ts';

/** Lists that are read and written together: 1 MB. */
const MOST_AT_ONCE = 100;
/** So often is read again what others have written meanwhile: each time fewer lists are left, unless hundreds of writers are at it. */
const MOST_ATTEMPTS = 20;

/**
 * Brings changes into lists, and makes circles and scores of the near ones anew. What is read is written only where nobody has written
 * since; else it is done again, so that writers in any number of processes come to the same pools. Lists that only lose something come first: until
 * these are done the own list of a changed article still tells whom it was near to, should this process be killed.
 */
export async function changeLists(lists: ListsRepository, changes: ListChanges): Promise<void> {
  const { byList, near } = changes;
  const isLosing = (id: string): boolean => byList.get(id)?.add.length === 0 && !byList.get(id)?.own;
  const all = [...new Set([...near, ...byList.keys()])];
  for (const some of [all.filter(isLosing), all.filter((id) => !isLosing(id))].flatMap(chunksOf)) {
    let left = some;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > MOST_ATTEMPTS) {
        throw new Error(
          `${left.length} lists of related stories were written by others ${MOST_ATTEMPTS} times in a row`,
        );
      }
      left = await changeOnce(lists, left, changes);
    }
  }
}

/** Answers with the lists that others have written meanwhile. */
async function changeOnce(
  lists: ListsRepository,
  ids: readonly string[],
  { byList, near }: ListChanges,
): Promise<readonly string[]> {
  const known = new Map<string, KnownList>();
  const changed: { readonly read: ListRow; readonly pool: readonly PoolEntry[]; readonly change: ListChange }[] = [];
  for (const [id, read] of await lists.listByIds(ids)) {
    const change = byList.get(id);
    const before = unpackPool(read);
    const pool = change ? changedPool(before, change) : before;
    known.set(id, { neighbours: neighboursIn(pool), circle: read.circle });
    if (change && (change.own || !isSamePool(before, pool))) changed.push({ read, pool, change });
  }
  const due = changed.map(({ read }) => read._id).filter((id) => near.has(id));
  const scores = await rescore(lists, due, known, (row) => neighboursToBe(row, byList.get(row._id)));
  const next = changed.flatMap(({ read, pool, change }) => {
    const scored = scores.get(read._id) ?? { scored: withoutChanged(read.scored, change) };
    const list = { ...read, ...change.own, ...packPool(pool), ...scored };
    return isDeepStrictEqual(list, read) ? [] : [{ ...list, rev: newRev(), readRev: read.rev }];
  });
  return lists.replaceRead(next);
}

function changedPool<Entry extends Near>(
  pool: readonly Entry[],
  change: PoolChange<Entry> & Pick<ListChange, 'own'>,
): readonly Entry[] {
  return changePool(pool, change, { most: LIMITS.neighbours, isOwn: change.own !== null });
}

function neighboursIn(pool: readonly Near[]): Neighbours<string> {
  return { ids: pool.map(({ id }) => id), scores: pool.map(({ direct }) => direct) };
}

/** The neighbours in a list as they are when all changes are written. */
function neighboursToBe({ pool, directs }: ListScores, change: ListChange | undefined): Neighbours<string> {
  const scores = unpackNumbers(directs);
  if (!change) return { ids: pool, scores };
  return neighboursIn(
    changedPool<Near>(
      pool.map((id, place) => ({ id, direct: scores[place] ?? 0 })),
      change,
    ),
  );
}

/** Scores of articles that have changed or gone do not hold any more. */
function withoutChanged(scored: ListRow['scored'], { remove, add }: PoolChange): ListRow['scored'] {
  const gone = new Set([...remove, ...add.map(({ id }) => id)]);
  return scored.ids.some((id) => gone.has(id))
    ? packScored(unpackScored(scored).filter(({ id }) => !gone.has(id)))
    : scored;
}

function chunksOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / MOST_AT_ONCE) }, (_, index) =>
    items.slice(index * MOST_AT_ONCE, (index + 1) * MOST_AT_ONCE),
  );
}
