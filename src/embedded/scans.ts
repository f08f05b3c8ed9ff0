import type { SQLInputValue } from 'node:sqlite';
import type { Collection, Index } from './catalogue.ts';
import type { Connection } from './database.ts';
import { tick } from './deadline.ts';
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

// SQLite hands out what the tables were made with: rid INTEGER, k BLOB, v BLOB.
const toRow = (row: Record<string, unknown>): KeyedRow => ({
  rid: row['rid'] as number,
  bytes: row['v'] as Uint8Array,
  key: row['k'] as Uint8Array,
});

/** The rows of a plan, each once, in sort order when the plan is sorted; `want` is about how many will be asked for. */
export function* planRows(
  connection: Connection,
  collection: Collection,
  plan: Plan,
  want: number,
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
      : mergedScans(connection, collection, index, plan, want);
  const seen = plan.scans.length > 1 || index.multikeyPaths.size > 0 ? new Set<number>() : null;
  for (const row of source) {
    tick();
    counters.keysExamined++;
    if (seen?.has(row.rid)) continue;
    seen?.add(row.rid);
    counters.docsExamined++;
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
  const statement = connection.prepare(`SELECT rid, v FROM d_${collection.id} WHERE k=?`);
  const keys = scans.map(({ low }) => low).sort(Buffer.compare);
  for (const key of backward ? keys.toReversed() : keys) {
    const row = statement.get(key);
    if (row) yield { rid: row['rid'] as number, bytes: row['v'] as Uint8Array };
  }
}

/** Several sorted scans are merged by what follows their equality prefix; unsorted ones follow each other. */
function* mergedScans(
  connection: Connection,
  collection: Collection,
  index: Index,
  { scans, sorted, backward }: Plan,
  want: number,
): Generator<KeyedRow> {
  const open = (scan: Scan): Generator<KeyedRow> => rangeRows(connection, collection, index, scan, backward, want);
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
  { low, high }: Scan,
  backward: boolean,
  want: number,
): Generator<KeyedRow> {
  const own = index.id === 0;
  const from = own ? `d_${collection.id} i` : `i_${index.id} i CROSS JOIN d_${collection.id} d ON d.rid=i.rid`;
  const select = `SELECT i.k k, i.rid rid, ${own ? 'i.v' : 'd.v'} v FROM ${from}`;
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
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    at = last.key;
    rid = last.rid;
  }
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
