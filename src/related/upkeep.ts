import type { Db } from 'mongodb';
import type { RelatedKeeper } from './related-handler.ts';
import { TERMS_VERSION, type ListRow } from './stored.ts';

const BATCH = 200;

export interface RebuildProgress {
  /** Articles done in this pass, of all. */
  readonly done: number;
  readonly of: number;
  readonly pass: 'terms' | 'lists';
}

/**
 * Makes terms, then lists, of every published article anew, beside readers and writers; answers how many. Stopping it halfway leaves nothing wrong:
 * what is done stays, and the next run does it again.
 */
export async function rebuildRelated(
  db: Db,
  keeper: RelatedKeeper,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<number> {
  const ids = await publishedIds(db);
  const stale = await db
    .collection<{ _id: string }>('related_terms')
    .distinct('_id', { version: { $ne: TERMS_VERSION } });
  await keeper.follow(stale.filter((id) => !ids.includes(id)));
  for (const pass of ['terms', 'lists'] as const) {
    for (let done = 0; done < ids.length; done += BATCH) {
      const batch = ids.slice(done, done + BATCH);
      await (pass === 'terms' ? keeper.writeTerms(batch) : keeper.follow(batch));
      onProgress({ pass, done: done + batch.length, of: ids.length });
    }
  }
  return ids.length;
}

/** What `checkRelated` found; all lists are empty and `agreement` is .95 or more where all is well. */
export interface RelatedCheck {
  readonly published: number;
  /** Published, without terms or a list of this version. */
  readonly missing: readonly string[];
  /** Terms or lists of what is not published any more. */
  readonly dangling: readonly string[];
  /** Articles that a writer left for the outbox. */
  readonly pending: number;
  /** Share of the ten closest that come out the same today, over the sample; null where there is nothing to compare. */
  readonly agreement: number | null;
}

/** Proves that terms and lists are whole; compares the lists of at most `sample` articles with what comes out today. */
export async function checkRelated(db: Db, keeper: RelatedKeeper, sample: number): Promise<RelatedCheck> {
  const published = new Set(await publishedIds(db));
  const idsIn = (collection: string, filter: object) =>
    db.collection<{ _id: string }>(collection).distinct('_id', filter);
  const terms = new Set(await idsIn('related_terms', { version: TERMS_VERSION }));
  const lists = new Set(await idsIn('related_lists', { version: TERMS_VERSION }));
  const all = new Set([...(await idsIn('related_terms', {})), ...(await idsIn('related_lists', {}))]);
  const shares: number[] = [];
  const step = Math.max(1, Math.floor(lists.size / sample));
  for (const id of [...lists].filter((_, index) => index % step === 0)) {
    const share = await agreementOf(db, keeper, id);
    if (share !== null) shares.push(share);
  }
  return {
    published: published.size,
    missing: [...published].filter((id) => !terms.has(id) || !lists.has(id)),
    dangling: [...all.difference(published)],
    pending: await db.collection('outbox').countDocuments(),
    agreement: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
  };
}

async function agreementOf(db: Db, keeper: RelatedKeeper, id: string): Promise<number | null> {
  const stored = await db.collection<ListRow>('related_lists').findOne({ _id: id }, { projection: { 'pool.id': 1 } });
  const today = (await keeper.neighboursOf(id))?.slice(0, 10);
  if (!stored || !today || today.length === 0) return null;
  const kept = new Set(stored.pool.slice(0, 10).map((entry) => entry.id));
  return today.filter((entry) => kept.has(entry.id)).length / today.length;
}

async function publishedIds(db: Db): Promise<readonly string[]> {
  const rows = await db
    .collection<{ _id: string }>('articles')
    .find({ status: 'published' }, { projection: { _id: 1 }, sort: { publishedAt: 1, _id: 1 } })
    .toArray();
  return rows.map(({ _id }) => _id);
}
