import type { Document, Filter } from 'mongodb';
import type { Order } from './keyset.ts';
import { sortOf } from './keyset.ts';
import { allOf } from './match.ts';
import { readPage, type KeysetPage, type KeysetRequest } from './page.ts';
import type { Reads } from './reads.ts';

/** Where CAPPED counting of an EXACT count falls back to, and how long EXACT may take: half of a read's own limit. */
const EXACT_MAX_MS = 1_000;
const EXACT_FALLBACK_CAP = 10_000;

export interface Counted {
  readonly value: number;
  readonly precision: 'EXACT' | 'AT_LEAST';
}

/** Queries on a collection of small documents, read whole, under one rule of who sees what. */
export class EntityRepository<Doc extends Document> {
  readonly #reads: Reads;
  readonly #collection: string;
  readonly #rule: Filter<Document>;

  constructor(reads: Reads, collection: string, rule: Filter<Document> = {}) {
    this.#reads = reads;
    this.#collection = collection;
    this.#rule = rule;
  }

  /** In any order; what may not be seen is left out. */
  listByIds(ids: readonly string[]): Promise<readonly Doc[]> {
    return this.#list({ _id: { $in: [...ids] } as never }, ids.length);
  }

  listBySlugs(slugs: readonly string[]): Promise<readonly Doc[]> {
    return this.#list({ slug: { $in: [...slugs] } }, slugs.length);
  }

  /** All of a collection that is small by design, by id; `most` is that design's bound. The order makes it a walk of an index. */
  listAll(most: number): Promise<readonly Doc[]> {
    return this.#reads.find<Doc>(this.#collection, this.#rule, { sort: { _id: 1 }, limit: most });
  }

  page(identity: string, order: Order, where: Filter<Document>, request: KeysetRequest): Promise<KeysetPage<Doc>> {
    const read = (more: readonly Filter<Document>[], inOrder: Order, limit: number) =>
      this.#reads.find<Doc>(this.#collection, allOf(where, this.#rule, ...more), { sort: sortOf(inOrder), limit });
    return readPage({ identity, order, read }, request);
  }

  count(where: Filter<Document>, mode: 'CAPPED' | 'EXACT', cap: number): Promise<Counted> {
    return countRows(this.#reads, this.#collection, allOf(where, this.#rule), mode, cap);
  }

  #list(where: Filter<Document>, limit: number): Promise<readonly Doc[]> {
    return this.#reads.find<Doc>(this.#collection, allOf(where, this.#rule), { limit });
  }
}

/** Counts up to `cap`; EXACT counts all within EXACT_MAX_MS, else up to 10,000. */
export async function countRows(
  reads: Reads,
  collection: string,
  where: Filter<Document>,
  mode: 'CAPPED' | 'EXACT',
  cap: number,
): Promise<Counted> {
  const [counted] = await countBy(mode, cap, async (limit, maxTimeMs) => {
    const stages = [{ $match: where }, ...limited(limit), { $count: 'value' }];
    const [row] = await reads.aggregate<{ readonly value: number }>(collection, stages, { limit: 1, maxTimeMs });
    return [row?.value ?? 0];
  });
  return counted ?? { value: 0, precision: 'EXACT' };
}

/** The same for whatever one command counts: `count` gives each number, at most `limit` (null: without one). */
export async function countBy(
  mode: 'CAPPED' | 'EXACT',
  cap: number,
  count: (limit: number | null, maxTimeMs?: number) => Promise<readonly number[]>,
): Promise<readonly Counted[]> {
  const upTo = async (most: number) => (await count(most + 1)).map((value) => capped(value, most));
  if (mode === 'CAPPED') return upTo(cap);
  try {
    return (await count(null, EXACT_MAX_MS)).map((value) => ({ value, precision: 'EXACT' }));
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return upTo(EXACT_FALLBACK_CAP);
  }
}

/** The stage that ends a count at its limit; null: none. */
export function limited(limit: number | null): readonly Document[] {
  return limit === null ? [] : [{ $limit: limit }];
}

/** A count that stopped one behind `cap`. */
function capped(value: number, cap: number): Counted {
  return value > cap ? { value: cap, precision: 'AT_LEAST' } : { value, precision: 'EXACT' };
}

/** MaxTimeMSExpired. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 50;
}
