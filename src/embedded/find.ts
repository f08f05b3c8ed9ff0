import type { Document } from 'bson';
import type { Collection } from './catalogue.ts';
import { foldOf } from './collation.ts';
import type { Connection } from './database.ts';
import type { SortSpec } from './keys.ts';
import { tick } from './deadline.ts';
import { compileFilter, splitText, type Matcher } from './matcher.ts';
import { IdRow } from './id-rows.ts';
import { badValue, notSupported } from './mongo-error.ts';
import { planQuery, type Plan } from './planner.ts';
import { readBson, type Wanted } from './read-bson.ts';
import { countScan, newCounters, planRows, rowAt, type Counters } from './scans.ts';
import { isByScore, isTextScore, sortDocuments, sortSpecOf, withScore } from './sorting.ts';
import type { Store } from './store.ts';
import { textHits, textIndexOf } from './text-search.ts';
import type { Transaction } from './transaction.ts';
import type { Row } from './writer.ts';

/** Where a command reads: the database as it is, or a transaction's view of it. */
export interface Reader {
  readonly store: Store;
  readonly transaction: Transaction | undefined;
  /** What the command has read so far. */
  readonly counters: Counters;
}

/** A reader with nothing counted yet; without a transaction it sees what is committed. */
export const readerOf = (store: Store, transaction?: Transaction): Reader => ({
  store,
  transaction,
  counters: newCounters(),
});

export interface Query {
  readonly filter: Document;
  readonly sort?: Document | undefined;
  readonly skip?: number;
  /** None or 0: all. */
  readonly limit?: number;
  readonly hint?: unknown;
  readonly collation?: Document | undefined;
  readonly variables?: Document;
  /** False where a text search need not be in the order of its scores. */
  readonly scored?: boolean;
  /** What is found is needed whole: where it is looked up by its id, it is decoded once, for the filter, too. */
  readonly whole?: boolean;
  /** Of what is found nothing but the ids is needed: hits may hold `{ _id }` alone. */
  readonly idsOnly?: boolean;
}

const ID: Wanted = new Set(['_id']);

/** A document found, decoded only when asked for. */
export class Hit implements Row {
  readonly rid: number;
  readonly #row: Row;
  /** Text score, for a `$text` query. */
  readonly score: number | undefined;
  #document: Document | undefined;

  constructor(row: Row, score?: number) {
    this.rid = row.rid;
    this.#row = row;
    this.score = score;
  }

  get bytes(): Uint8Array {
    return this.#row.bytes;
  }

  /** `{ _id }` alone. */
  get idOnly(): Document {
    return this.#row instanceof IdRow ? { _id: this.#row.id } : readBson(this.#row.bytes, ID);
  }

  /** Some of its fields only, when there is nothing decoded yet. */
  fields(only: Wanted): Document {
    return this.#document ?? withScore(readBson(this.bytes, only), this.score);
  }

  get document(): Document {
    return (this.#document ??= withScore(readBson(this.bytes), this.score));
  }
}

interface Prepared {
  readonly text: Document | null;
  readonly matcher: Matcher;
  readonly sort: SortSpec | null;
  readonly scored: boolean;
  readonly whole: boolean;
  readonly idsOnly: boolean;
  /** null for a text search. */
  readonly plan: Plan | null;
}

/** Checks a query and chooses its plan; throws MongoDB's errors for both. */
export function prepareQuery(reader: Reader, collection: Collection, query: Query): Prepared {
  const { rest: filter, text } = splitText(query.filter);
  const byScore = Object.values(query.sort ?? {}).some(isTextScore);
  if (byScore && !text) throw badValue('query requires text score metadata, but it is not available');
  const sort = sortSpecOf(query.sort);
  const matcher = compileFilter(filter, query.collation, query.variables);
  const { transaction } = reader;
  const plan = text
    ? null
    : planQuery(collection, {
        filter,
        sort,
        hint: query.hint,
        collation: query.collation,
        ...(transaction ? { usable: transaction.hasIndex } : {}),
      });
  const { scored = true, whole = false } = query;
  // What is tested or sorted once more is needed whole.
  const idsOnly = query.idsOnly === true && plan?.exact === true && plan.sorted && !transaction;
  return { text, matcher, sort, scored, whole, idsOnly, plan };
}

/** The documents of a query, in its order. */
export function find(reader: Reader, collection: Collection, query: Query): Hit[] {
  const prepared = prepareQuery(reader, collection, query);
  const { sort, plan, text } = prepared;
  const skip = query.skip ?? 0;
  const limit = query.limit ? Math.abs(query.limit) : Infinity;
  const drafts = reader.transaction?.drafts(collection);
  const inOrder = plan ? plan.sorted : sort === null;
  const found: Hit[] = [];
  const enough = inOrder ? skip + limit : Infinity;
  const byScore = text !== null && isByScore(sort);
  for (const hit of matches(reader, collection, prepared, enough)) {
    if (drafts?.has(hit.rid)) continue;
    // Hits come best first: of those with the last one's score, the rest of the sort chooses.
    if (byScore && found.length >= skip + limit && hit.score !== found.at(-1)?.score) break;
    found.push(hit);
    if (found.length >= enough) break;
  }
  const drafted = drafts ? draftHits(drafts, prepared) : [];
  if (text && drafts) throw notSupported('$text on a collection that the transaction has changed', 263);
  const all = drafted.length > 0 ? [...found, ...drafted] : found;
  const ordered =
    sort && (!inOrder || drafted.length > 0)
      ? sortDocuments(all, (hit) => hit.document, sort, foldOf(query.collation))
      : all;
  return skip === 0 && ordered.length <= limit ? ordered : ordered.slice(skip, skip + limit);
}

/** The matches in what is stored; a transaction's drafts are not in it. */
function* matches(reader: Reader, collection: Collection, prepared: Prepared, want: number): Generator<Hit> {
  const { store, transaction, counters } = reader;
  if (transaction && !transaction.hasCollection(collection)) return;
  const connection: Connection = transaction?.snapshot ?? store.main;
  const { text, plan, matcher, scored } = prepared;
  const only = matcher.fields ?? undefined;
  if (!plan) {
    for (const { rid, score } of textHits(connection, textIndexOf(collection), text ?? {}, scored, counters)) {
      tick();
      const row = rowAt(connection, collection, rid);
      if (!row) continue;
      counters.docsExamined++;
      if (matcher.test(readBson(row.bytes, only))) yield new Hit(row, scored ? score : undefined);
    }
    return;
  }
  const whole = prepared.whole && plan.stage === 'IDHACK';
  const reading = { want: want === Infinity ? 256 : want, idsOnly: prepared.idsOnly };
  for (const row of planRows(connection, collection, plan, reading, counters)) {
    const hit = new Hit(row);
    if (plan.exact || matcher.test(whole ? hit.document : readBson(row.bytes, only))) yield hit;
  }
}

/** What a text search finds, best first, read from the database only as it is asked for. */
export function bestMatches(reader: Reader, collection: Collection, query: Query): Iterable<Hit> {
  return matches(reader, collection, prepareQuery(reader, collection, query), Infinity);
}

function draftHits(drafts: NonNullable<ReturnType<Transaction['drafts']>>, { matcher }: Prepared): Hit[] {
  return [...drafts].flatMap(([rid, { document, bytes }]) =>
    document && matcher.test(document) ? [new Hit({ rid, bytes })] : [],
  );
}

/** How many documents a query has, counting at most `limit` after `skip`. */
export function countMatches(reader: Reader, collection: Collection, query: Query): number {
  const { store, transaction } = reader;
  const skip = query.skip ?? 0;
  const limit = query.limit ? Math.abs(query.limit) : Infinity;
  const within = (count: number): number => Math.max(0, Math.min(count - skip, limit));
  if (!transaction) {
    if (Object.keys(query.filter).length === 0) return within(store.count(collection));
    const { plan } = prepareQuery(reader, collection, query);
    const counted = plan && limit > 1_000 ? countScan(store.main, collection, plan) : null;
    if (counted !== null) return within(counted);
  }
  return find(reader, collection, { ...query, scored: false }).length;
}
