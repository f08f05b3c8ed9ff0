import type { Db, IndexDescription, IndexDescriptionInfo } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { withLease } from './leases.ts';

/** One index, as its collection's owner wishes it. */
export interface IndexSpec {
  /** In order: equality before range. */
  readonly key: Readonly<Record<string, 1 | -1 | 'text'>>;
  readonly unique?: true;
  readonly partial?: Readonly<Record<string, unknown>>;
  /** Of a text index: words are taken as they are, whatever the language. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** The indexes of one collection; the collection is made even where there are none. */
export interface CollectionPlan {
  readonly collection: string;
  readonly indexes: readonly IndexSpec[];
}

export interface NamedIndex {
  readonly collection: string;
  readonly name: string;
}

/** What `applyIndexes` did. */
export interface IndexReport {
  readonly created: readonly NamedIndex[];
  readonly dropped: readonly NamedIndex[];
  /** Neither wished nor dropped: `drop` was not asked for. */
  readonly unwanted: readonly NamedIndex[];
  /** `duplicates`: rows break its uniqueness; `conflict`: an older index has to be dropped first. */
  readonly failed: readonly (NamedIndex & { readonly reason: 'duplicates' | 'conflict' })[];
}

/** Indexes that are wished and not there (or there with other options), in the order of the plans. */
export async function missingIndexes(db: Db, plans: readonly CollectionPlan[]): Promise<readonly NamedIndex[]> {
  const missing = await Promise.all(plans.map(async (plan) => (await compare(db, plan)).missing.map(nameIn(plan))));
  return missing.flat();
}

/** Makes missing collections and indexes and drops nothing; waits for another process that is at it. */
export async function ensureIndexes(db: Db, plans: readonly CollectionPlan[]): Promise<IndexReport> {
  return applyIndexes(db, plans, { drop: false });
}

/** Makes missing collections and indexes, new before old, under a lease; drops those nobody wishes only with `drop`. */
export async function applyIndexes(
  db: Db,
  plans: readonly CollectionPlan[],
  { drop }: { readonly drop: boolean },
): Promise<IndexReport> {
  return withLease(db, 'indexes', async () => {
    const reports: IndexReport[] = [];
    for (const plan of plans) reports.push(await applyPlan(db, plan, drop));
    return {
      created: reports.flatMap(({ created }) => created),
      dropped: reports.flatMap(({ dropped }) => dropped),
      unwanted: reports.flatMap(({ unwanted }) => unwanted),
      failed: reports.flatMap(({ failed }) => failed),
    };
  });
}

async function applyPlan(db: Db, plan: CollectionPlan, drop: boolean): Promise<IndexReport> {
  const { exists, missing, unwanted } = await compare(db, plan);
  if (!exists) await db.createCollection(plan.collection);
  const created: NamedIndex[] = [];
  const failed: IndexReport['failed'][number][] = [];
  const dropped: string[] = [];
  // A collection has one text index, so an old one has to go first; all others are replaced without a gap.
  const text = unwanted.find((one) => 'textIndexVersion' in one || Object.values(one.key).includes('text'))?.name;
  if (drop && text && missing.some(({ weights }) => weights)) dropped.push(text);
  for (const name of dropped) await db.collection(plan.collection).dropIndex(name);
  for (const spec of missing) {
    try {
      await db.collection(plan.collection).createIndexes([describe(spec)]);
      created.push(nameIn(plan)(spec));
    } catch (error) {
      failed.push({ ...nameIn(plan)(spec), reason: reasonOf(error) });
    }
  }
  const rest = unwanted.map(({ name = '' }) => name).filter((name) => !dropped.includes(name));
  if (drop) for (const name of rest) await db.collection(plan.collection).dropIndex(name);
  const named = (names: readonly string[]): NamedIndex[] =>
    names.map((name) => ({ collection: plan.collection, name }));
  return { created, failed, dropped: named(drop ? [...dropped, ...rest] : []), unwanted: named(drop ? [] : rest) };
}

interface Comparison {
  readonly exists: boolean;
  readonly missing: readonly IndexSpec[];
  readonly unwanted: readonly IndexDescriptionInfo[];
}

/** Names carry key and options, so an index is the one wished where the name is. */
async function compare(db: Db, { collection, indexes }: CollectionPlan): Promise<Comparison> {
  const exists = await db.listCollections({ name: collection }, { nameOnly: true }).hasNext();
  const present = exists ? await db.collection(collection).indexes() : [];
  const names = new Set(present.map(({ name }) => name));
  const wished = new Set(indexes.map(nameOf));
  return {
    exists,
    missing: indexes.filter((spec) => !names.has(nameOf(spec))),
    unwanted: present.filter(({ name = '' }) => name !== '_id_' && !wished.has(name)),
  };
}

/** `status_1_publishedAt_-1`, with `unique`, `partial` or the weights where they are part of it: other options, another name. */
function nameOf({ key, unique, partial, weights }: IndexSpec): string {
  const parts = Object.entries(key).map(([field, order]) => `${field}_${weights?.[field] ?? order}`);
  return [...parts, ...(unique ? ['unique'] : []), ...(partial ? ['partial'] : []), ...(weights ? ['text'] : [])].join(
    '_',
  );
}

function nameIn({ collection }: CollectionPlan): (spec: IndexSpec) => NamedIndex {
  return (spec) => ({ collection, name: nameOf(spec) });
}

function describe(spec: IndexSpec): IndexDescription {
  return {
    key: spec.key,
    name: nameOf(spec),
    ...(spec.unique ? { unique: true } : {}),
    ...(spec.partial ? { partialFilterExpression: spec.partial } : {}),
    // MongoDB reads a field called `language` as the text's language unless it is told of one that nobody uses.
    ...(spec.weights ? { weights: spec.weights, default_language: 'none', language_override: '_textLanguage' } : {}),
  };
}

/** 11000 duplicate key; 67, 68, 85 and 86 are MongoDB's ways to say that another index is in the way. Anything else is thrown. */
function reasonOf(error: unknown): 'duplicates' | 'conflict' {
  if (!(error instanceof MongoServerError)) throw error;
  if (error.code === 11_000) return 'duplicates';
  if ([67, 68, 85, 86].includes(Number(error.code))) return 'conflict';
  throw error;
}
