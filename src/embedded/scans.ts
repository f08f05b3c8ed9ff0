import type { SQLInputValue } from 'node:sqlite';
import type { Collection, Index } from './catalogue.ts';
import type { Connection } from './database.ts';
import { tick } from './deadline.ts';
import { idReaderOf, IdRow } from './id-rows.ts';
import type { Plan, Scan } from './planner.ts';
import type { Row } from './writer.ts';

/** What reading has cost, in MongoDB's terms. */
export interface Counters {
  keysExamined: number;
  docsExamined: number;
  collectionScans: number;
  readonly indexesUsed: Set<string>;
}

/** Counters at zero. */
export const newCounters = (): Counters => ({
  keysExamined: 0,
  docsExamined: 0,
  collectionScans: 0,
  indexesUsed: new Set(),
});

interface KeyedRow extends Row {
  readonly key: Uint8Array;
}

/** Rows are read in pieces, so that no statement stays open while something else writes. */
const FIRST_PIECE = 8;
const LARGEST_PIECE = 1024;
/** A statement for each of these numbers of keys; the last key fills up. */
const MOST_KEYS_AT_ONCE = 64;
const KEYS_AT_ONCE = [1, 8, MOST_KEYS_AT_ONCE];

/** How rows are read. */
interface Reading {
  /** About how many will be asked for. */
  readonly want: number;
  /** Of a row's document nothing but `_id` is needed: large parts of it need not be read, or copied. */
  readonly idsOnly: boolean;
}

// SQLite hands out what the tables were made with: rid INTEGER, k BLOB, v BLOB.
const toRow = (row: Record<string, unknown>): KeyedRow => ({
  rid: row['rid'] as number,
  bytes: row['v'] as Uint8Array,
  key: row['k'] as Uint8Array,
});

/** The rows of a plan, each once, in sort order when the plan is sorted. */
export function* planRows(
  connection: Connection,
  collection: Collection,
  plan: Plan,
  reading: Reading,
  counters: Counters,
): Generator<Row> {
  const { index } = plan;
  if (!index) {
    counters.collectionScans++;
    for (const row of allRows(connection, collection)) {
      counters.docsExamined++;
      yield row;
    }
    return;
  }
  counters.indexesUsed.add(index.name);
  const source =
    plan.stage === 'IDHACK'
      ? rowsById(connection, collection, plan)
      : mergedScans(connection, collection, index, plan, reading);
  const seen = plan.scans.length > 1 || index.multikeyPaths.size > 0 ? new Set<number>() : null;
  for (const row of source) {
    tick();
    counters.keysExamined++;
    if (seen?.has(row.rid)) continue;
    seen?.add(row.rid);
    if (!(row instanceof IdRow)) counters.docsExamined++;
    yield row;
  }
}

/** The document at a place; null when there is none. */
export function rowAt(connection: Connection, collection: Collection, rid: number): Row | null {
  const row = connection.prepare(`SELECT rid, v FROM d_${collection.id} WHERE rid=?`).get(rid);
  return row ? toRow(row) : null;
}

/** Every document of a collection, in the order of insertion. */
function* allRows(connection: Connection, collection: Collection): Generator<Row> {
  const statement = connection.prepare(`SELECT rid, v FROM d_${collection.id} WHERE rid > ? ORDER BY rid LIMIT ?`);
  let last = -1;
  for (let size = 128; ; size = LARGEST_PIECE) {
    const rows = statement.all(last, size).map(toRow);
    for (const row of rows) {
      tick();
      last = row.rid;
      yield row;
    }
    if (rows.length < size) return;
  }
}

function* rowsById(connection: Connection, collection: Collection, { scans, backward }: Plan): Generator<Row> {
  const keys = scans.map(({ low }) => low).sort(Buffer.compare);
  if (backward) keys.reverse();
  for (let from = 0; from < keys.length;) {
    const left = keys.length - from;
    const size = KEYS_AT_ONCE.find((most) => left <= most) ?? MOST_KEYS_AT_ONCE;
    const some = keys.slice(from, from + size);
    from += some.length;
    const asked = some.concat(some.slice(-1).flatMap((last) => Array<Buffer>(size - some.length).fill(last)));
    const statement = connection.prepare(
      `SELECT rid, v FROM d_${collection.id} WHERE k IN (${asked.map(() => '?').join(',')}) ORDER BY k${backward ? ' DESC' : ''}`,
    );
    for (const row of statement.all(...asked)) yield { rid: row['rid'] as number, bytes: row['v'] as Uint8Array };
  }
}

/** Several sorted scans are merged by what follows their equality prefix; unsorted ones follow each other. */
function* mergedScans(
  connection: Connection,
  collection: Collection,
  index: Index,
  { scans, sorted, backward }: Plan,
  reading: Reading,
): Generator<KeyedRow> {
  const open = (scan: Scan): Generator<KeyedRow> =>
    rangeRows(connection, collection, index, { ...scan, backward }, reading);
  if (scans.length === 1 || !sorted) {
    for (const scan of scans) yield* open(scan);
    return;
  }
  const heads = scans.flatMap((scan) => {
    const rows = open(scan);
    const first = rows.next();
    return first.done ? [] : [{ rows, row: first.value, tail: tailOf(first.value, scan), scan }];
  });
  while (heads.length > 0) {
    let next = heads[0];
    for (const head of heads) if (next && Buffer.compare(head.tail, next.tail) * (backward ? -1 : 1) < 0) next = head;
    if (!next) return;
    yield next.row;
    const following = next.rows.next();
    if (following.done) heads.splice(heads.indexOf(next), 1);
    else {
      next.row = following.value;
      next.tail = tailOf(following.value, next.scan);
    }
  }
}

const tailOf = ({ key }: KeyedRow, { prefixLength }: Scan): Uint8Array => key.subarray(prefixLength);

function* rangeRows(
  connection: Connection,
  collection: Collection,
  index: Index,
  { low, high, backward }: Pick<Scan, 'low' | 'high'> & { readonly backward: boolean },
  { want, idsOnly }: Reading,
): Generator<KeyedRow> {
  const readId = idsOnly ? idReaderOf(index) : null;
  const own = index.id === 0;
  const document = readId ? '' : own ? ', i.v v' : ', d.v v';
  const join = own || readId ? '' : ` CROSS JOIN d_${collection.id} d ON d.rid=i.rid`;
  const select = `SELECT i.k k, i.rid rid${document} FROM ${own ? 'd' : 'i'}_${own ? collection.id : index.id} i${join}`;
  const statement = connection.prepare(
    backward
      ? `${select} WHERE i.k >= ? AND (i.k, i.rid) < (?, ?) ORDER BY i.k DESC, i.rid DESC LIMIT ?`
      : `${select} WHERE (i.k, i.rid) > (?, ?) AND i.k < ? ORDER BY i.k, i.rid LIMIT ?`,
  );
  let at: Uint8Array = backward ? high : low;
  let rid = -1;
  for (let size = Math.max(FIRST_PIECE, Math.min(want, LARGEST_PIECE)); ; size = Math.min(size * 2, LARGEST_PIECE)) {
    const bounds: SQLInputValue[] = backward ? [low, at, rid] : [at, rid, high];
    const rows = statement.all(...bounds, size).map(toRow);
    if (readId) for (const row of rows) yield toIdRow(connection, collection, row, readId(row.key));
    else yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    at = last.key;
    rid = last.rid;
  }
}

/** Where its key does not tell the id, the document does. */
function toIdRow(connection: Connection, collection: Collection, { rid, key }: KeyedRow, id: string | null): KeyedRow {
  if (id !== null) return new IdRow(rid, key, id);
  const row = rowAt(connection, collection, rid);
  if (!row) throw new Error('an index has a document that is not there');
  return { ...row, key };
}

/** How many rows a plan with one scan finds, without reading documents; null when it cannot tell so. */
export function countScan(connection: Connection, collection: Collection, plan: Plan): number | null {
  const { index, exact, stage, scans } = plan;
  const [scan, second] = scans;
  if (!exact || stage !== 'IXSCAN' || !index || !scan || second || index.multikeyPaths.size > 0) return null;
  const table = index.id === 0 ? `d_${collection.id}` : `i_${index.id}`;
  const row = connection.prepare(`SELECT count(*) n FROM ${table} WHERE k >= ? AND k < ?`).get(scan.low, scan.high);
  return Number(row?.['n'] ?? 0);
}
