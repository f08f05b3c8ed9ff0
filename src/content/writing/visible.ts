import type { ClientSession, Db } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import { covers, mergeIntervals, NEVER, visibleInterval, type Interval } from '#content/visibility.ts';
import { articlesIn, entitiesIn, reading } from './collections.ts';

/** What of an article decides when its authors and topics exist for readers. */
export type Shown = Pick<ArticleDoc, 'status' | 'publishedAt' | 'expiresAt' | 'authorIds' | 'topicIds'>;
export interface ShownChange {
  readonly before: Shown | null;
  readonly after: Shown;
}

const SIDES = [
  { type: 'author', ids: 'authorIds' },
  { type: 'topic', ids: 'topicIds' },
] as const;
type Side = (typeof SIDES)[number];

/** Authors and topics that may have lost time at which they are visible. */
export interface Lost {
  readonly authorIds: readonly string[];
  readonly topicIds: readonly string[];
}

/** Those from which a change takes time: the article left them, or shows for less time than before. */
export function lostBy({ before, after }: ShownChange): Lost {
  const [was, is] = [before && visibleInterval(before), visibleInterval(after)];
  const lost = ({ ids }: Side): readonly string[] => {
    if (!before || !was) return [];
    return is && covers([is], was) ? before[ids].filter((id) => !after[ids].includes(id)) : before[ids];
  };
  return { authorIds: lost(SIDES[0]), topicIds: lost(SIDES[1]) };
}

/** Brings `visible` of authors and topics up to the articles as they are stored now; gains are cheap, losses are worked out anew. */
export async function keepVisible(
  db: Db,
  session: ClientSession,
  shown: readonly Shown[],
  lost: readonly Lost[],
): Promise<void> {
  for (const side of SIDES)
    await keepSide(db, session, side, gainsOf(side, shown), new Set(lost.flatMap((one) => one[side.ids])));
}

/** True where nothing is left to do for articles that were stored: every author and topic covers their times. */
export async function isCovered(db: Db, shown: readonly Shown[]): Promise<boolean> {
  for (const side of SIDES) {
    const gains = gainsOf(side, shown);
    const rows = gains.size === 0 ? [] : await load(db, side, [...gains.keys()]);
    if (rows.some(({ _id, visible }) => gains.get(_id)?.some((interval) => !covers(visible, interval)))) return false;
  }
  return true;
}

function gainsOf({ ids }: Side, shown: readonly Shown[]): ReadonlyMap<string, readonly Interval[]> {
  const gains = new Map<string, Interval[]>();
  for (const one of shown) {
    const interval = visibleInterval(one);
    if (!interval) continue;
    for (const id of one[ids]) {
      const known = gains.get(id);
      if (known === undefined) gains.set(id, [interval]);
      else known.push(interval);
    }
  }
  return gains;
}

interface VisibleRow {
  readonly _id: string;
  readonly visible: readonly Interval[];
}

function load(db: Db, { type }: Side, ids: readonly string[], session?: ClientSession): Promise<VisibleRow[]> {
  return entitiesIn(db, type)
    .find<VisibleRow>({ _id: { $in: [...ids] } }, { ...reading(session), projection: { visible: 1 } })
    .toArray();
}

async function keepSide(
  db: Db,
  session: ClientSession,
  side: Side,
  gains: ReadonlyMap<string, readonly Interval[]>,
  lost: ReadonlySet<string>,
): Promise<void> {
  const ids = [...new Set([...gains.keys(), ...lost])];
  if (ids.length === 0) return;
  const updates = [];
  for (const { _id, visible } of await load(db, side, ids, session)) {
    const gained = (gains.get(_id) ?? []).filter((interval) => !covers(visible, interval));
    if (!lost.has(_id) && gained.length === 0) continue;
    const next = lost.has(_id) ? await intervalsOf(db, session, side, _id) : mergeIntervals([...visible, ...gained]);
    if (!same(visible, next)) {
      updates.push({ updateOne: { filter: { _id }, update: { $set: { visible: next }, $inc: { rev: 1 } } } });
    }
  }
  if (updates.length > 0) await entitiesIn(db, side.type).bulkWrite(updates, { session });
}

/** The intervals worked out from the articles: oldest first, and no further than the first that never expires. */
async function intervalsOf(db: Db, session: ClientSession, { ids }: Side, id: string): Promise<readonly Interval[]> {
  const intervals: Interval[] = [];
  const articles = articlesIn(db)
    .find({ [ids]: id, status: 'published' }, { session, batchSize: 500 })
    .project<Shown>({ status: 1, publishedAt: 1, expiresAt: 1 })
    .sort({ publishedAt: 1, _id: 1 });
  for await (const article of articles) {
    const interval = visibleInterval(article);
    if (interval) intervals.push(interval);
    if (article.expiresAt >= NEVER) break;
  }
  return mergeIntervals(intervals);
}

function same(a: readonly Interval[], b: readonly Interval[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
