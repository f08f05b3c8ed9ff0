import type { Db } from 'mongodb';
import { IdSet } from './id-set.ts';
import { RebuildStates } from './rebuild-state.ts';
import type { RelatedKeeper } from './related-handler.ts';
import { idsAfter } from './sorted-ids.ts';
import { TERMS_VERSION, type ListRow } from './stored.ts';

/** Ids compared with one command, and lists read with one: 400 kB. */
const BATCH = 1000;
const LISTS = 200;
/** So many of what is wrong are named; all are counted. */
const MOST_NAMED = 20;
/** Pretended danglers are looked up once more, at most so many: they may have been published meanwhile. */
const MOST_DOUBTED = 5000;

/** What `checkRelated` found; all counts are 0 and `agreement` is .95 or more where all is well. */
export interface RelatedCheck {
  readonly published: number;
  /** Published, without terms or a list of this version. */
  readonly missing: number;
  /** Terms or lists of what is not published any more, and articles in lists that are not. */
  readonly dangling: number;
  /** Articles that a writer left for the outbox, or that a rebuild has still to follow up. */
  readonly pending: number;
  /** A rebuild was asked for, or was killed, and is not done. */
  readonly isUnfinished: boolean;
  /** Share of the ten closest that come out the same today, over the sample; null where there is nothing to compare. */
  readonly agreement: number | null;
  /** Some of the articles that are missing or dangling. */
  readonly examples: readonly string[];
}

/** Proves that terms and lists are whole; compares the lists of about `sample` articles, evenly spread, with what comes out today. Needs 50 bytes of memory an article. */
export async function checkRelated(db: Db, keeper: RelatedKeeper, sample: number): Promise<RelatedCheck> {
  const published = new IdSet();
  const examples: string[] = [];
  let [count, missing] = [0, 0];
  for await (const ids of idsAfter(db, 'articles', { status: 'published' }, null, BATCH)) {
    const whole = await wholeAmong(db, ids);
    for (const id of ids) {
      published.add(id);
      count += 1;
      if (whole.has(id)) continue;
      missing += 1;
      if (examples.length < MOST_NAMED) examples.push(id);
    }
  }
  const doubted = new Set<string>();
  for await (const ids of idsAfter(db, 'related_terms', {}, null, BATCH)) {
    for (const id of ids) if (!published.has(id) && doubted.size < MOST_DOUBTED) doubted.add(id);
  }
  const shares: number[] = [];
  const step = Math.max(1, Math.floor(count / Math.max(1, sample)));
  let seen = 0;
  for await (const lists of poolIds(db)) {
    for (const { _id, pool } of lists) {
      for (const id of [_id, ...pool]) if (!published.has(id) && doubted.size < MOST_DOUBTED) doubted.add(id);
      const share = sample > 0 && seen++ % step === 0 ? await agreementOf(keeper, _id, pool) : null;
      if (share !== null) shares.push(share);
    }
  }
  const dangling = await unpublishedAmong(db, [...doubted]);
  return {
    published: count,
    missing,
    dangling: dangling.length,
    pending: (await db.collection('outbox').countDocuments()) + (await db.collection('related_late').countDocuments()),
    isUnfinished: (await new RebuildStates(db).read()) !== null,
    agreement: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    examples: [...examples, ...dangling].slice(0, MOST_NAMED),
  };
}

/** Those that have terms and a list of this version. */
async function wholeAmong(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const [terms, lists] = await Promise.all(
    ['related_terms', 'related_lists'].map(async (collection) => {
      const rows = await db
        .collection<{ readonly _id: string }>(collection)
        .find(
          { _id: { $in: [...ids] }, version: TERMS_VERSION },
          { projection: { _id: 1 }, hint: { _id: 1 }, batchSize: ids.length + 1 },
        )
        .toArray();
      return new Set(rows.map(({ _id }) => _id));
    }),
  );
  return terms && lists ? terms.intersection(lists) : new Set();
}

type PoolIds = Pick<ListRow, '_id' | 'pool'>;

/** All lists in the order of ids. */
async function* poolIds(db: Db): AsyncGenerator<readonly PoolIds[]> {
  for await (const ids of idsAfter(db, 'related_lists', {}, null, LISTS)) {
    yield await db
      .collection<ListRow>('related_lists')
      .find<PoolIds>({ _id: { $in: [...ids] } }, { projection: { pool: 1 }, batchSize: ids.length + 1 })
      .toArray();
  }
}

async function agreementOf(keeper: RelatedKeeper, id: string, pool: readonly string[]): Promise<number | null> {
  const today = (await keeper.neighboursOf(id))?.slice(0, 10);
  if (!today || today.length === 0) return null;
  const kept = new Set(pool.slice(0, 10));
  return today.filter((entry) => kept.has(entry.id)).length / today.length;
}

async function unpublishedAmong(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .collection<{ readonly _id: string }>('articles')
    .find({ _id: { $in: [...ids] }, status: 'published' }, { projection: { _id: 1 }, batchSize: ids.length + 1 })
    .toArray();
  const published = new Set(rows.map(({ _id }) => _id));
  return ids.filter((id) => !published.has(id));
}
