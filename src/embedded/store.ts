// @ts-nocheck
/* oxlint-disable */
// Documents as BSON blobs and one order-preserving key table per index, in SQLite (node:sqlite).
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { BSON, deserialize, serialize, EJSON, UUID, type Document } from 'bson';
import { encode, pathValues, sortKey, tagOf, TAG } from './keys.ts';
import { MongoError, matcher, fold } from './query.ts';
import { jsonSchema } from './schema.ts';

export interface Index {
  id: number;
  name: string;
  key: Document;
  paths: string[][];
  dirs: number[];
  unique: boolean;
  sparse: boolean;
  partial?: Document;
  test?: (d: Document) => boolean;
  ttl?: number;
  text?: Document;
  multi: Set<string>;
  spec: Document;
  coll?: Document;
}
export interface Coll {
  id: number;
  db: string;
  name: string;
  uuid: UUID;
  options: Document;
  indexes: Index[];
  validate?: (d: Document) => boolean;
}
export interface Row {
  rid: number;
  v: Uint8Array;
}
export interface Change {
  op: string;
  db: string;
  coll: string;
  key?: Document;
  doc?: Document;
  upd?: Document;
  to?: string;
}
const RD = { promoteBuffers: false } as const;
export const parse = (v: Uint8Array): Document => deserialize(v, RD);
const MAXK = Buffer.from([0xff]);
const cat = (...b: Buffer[]) => Buffer.concat(b);

export class Store {
  main: DatabaseSync;
  /** connection of the command being run: the main one, or its transaction's own snapshot */ db: DatabaseSync;
  pool: DatabaseSync[] = [];
  file: string;
  sync: string;
  seq = 0;
  colls = new Map<string, Coll>();
  stmts = new WeakMap<DatabaseSync, Map<string, StatementSync>>();
  pending = 0;
  dirty = false;
  onCommit: () => void = () => {};
  oplogMax = 100_000;
  constructor(file: string, sync = 'NORMAL') {
    this.file = file;
    this.sync = sync;
    this.db = this.main = this.open();
    this.db
      .exec(`CREATE TABLE IF NOT EXISTS _coll(id INTEGER PRIMARY KEY, db TEXT, name TEXT, uuid BLOB, options TEXT, UNIQUE(db,name));
      CREATE TABLE IF NOT EXISTS _idx(id INTEGER PRIMARY KEY, coll INT, spec TEXT, multi TEXT);
      CREATE TABLE IF NOT EXISTS _oplog(seq INTEGER PRIMARY KEY AUTOINCREMENT, t INT, e BLOB);`);
    this.load();
  }
  open() {
    const d = new DatabaseSync(this.file);
    d.exec(
      `PRAGMA journal_mode=WAL; PRAGMA synchronous=${this.sync}; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=0`,
    );
    return d;
  }
  /** A connection with its own snapshot for a multi-statement transaction; SQLite lets one of them write at a time. */
  begin() {
    const d = this.pool.pop() ?? this.open();
    d.exec('BEGIN');
    return d;
  }
  end(d: DatabaseSync, commit: boolean) {
    this.db = d;
    try {
      commit ? this.commit() : this.rollback();
    } finally {
      this.db = this.main;
      if (d.isTransaction) d.exec('ROLLBACK');
      this.pool.push(d);
    }
  }
  load() {
    this.colls.clear();
    for (const r of this.q('SELECT * FROM _coll').all() as any[]) {
      const c: Coll = {
        id: r.id,
        db: r.db,
        name: r.name,
        uuid: new UUID(r.uuid),
        options: EJSON.parse(r.options),
        indexes: [],
      };
      this.setValidator(c);
      this.colls.set(`${r.db}.${r.name}`, c);
      for (const i of this.q('SELECT * FROM _idx WHERE coll=? ORDER BY id').all(r.id) as any[])
        c.indexes.push(this.mkIndex(i.id, EJSON.parse(i.spec), JSON.parse(i.multi)));
    }
    this.seq = Number((this.q('SELECT max(seq) s FROM _oplog').get() as any).s ?? 0);
  }
  close() {
    for (const d of [...this.pool, this.main]) d.close();
  }
  q(sql: string, conn = this.db): StatementSync {
    let m = this.stmts.get(conn);
    if (!m) this.stmts.set(conn, (m = new Map()));
    let s = m.get(sql);
    if (!s) {
      s = conn.prepare(sql);
      m.set(sql, s);
    }
    return s;
  }
  tx<T>(fn: () => T): T {
    if (this.db.isTransaction) {
      this.db.exec('SAVEPOINT s');
      try {
        const r = fn();
        this.db.exec('RELEASE s');
        return r;
      } catch (e) {
        this.db.exec('ROLLBACK TO s; RELEASE s');
        throw e;
      }
    }
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const r = fn();
      this.commit();
      return r;
    } catch (e) {
      this.rollback();
      throw e;
    }
  }
  commit() {
    this.db.exec('COMMIT');
    this.dirty = false;
    if (this.pending) {
      this.pending = 0;
      this.onCommit();
    }
  }
  rollback() {
    this.db.exec('ROLLBACK');
    this.pending = 0;
    if (this.dirty) {
      this.db = this.main;
      this.load();
    }
    this.dirty = false;
  }
  // ---- catalog
  setValidator(c: Coll) {
    const v = c.options.validator;
    c.validate = undefined;
    if (!v) return;
    const { $jsonSchema, ...rest } = v,
      m = Object.keys(rest).length ? matcher(rest) : undefined,
      js = $jsonSchema ? jsonSchema($jsonSchema) : undefined;
    c.validate = (d) => (!m || m(d)) && (!js || js(d));
  }
  coll(db: string, name: string): Coll | undefined {
    return this.colls.get(`${db}.${name}`);
  }
  ensure(db: string, name: string, options: Document = {}): Coll {
    const have = this.coll(db, name);
    if (have) return have;
    if (this.db !== this.main) {
      const d = this.db;
      this.db = this.main;
      try {
        return this.tx(() => this.ensure(db, name, options));
      } catch (e: any) {
        if (e.errcode === undefined) throw e;
      } finally {
        this.db = d;
      }
    }
    this.dirty = true;
    const uuid = new UUID(),
      id = Number(
        this.q('INSERT INTO _coll(db,name,uuid,options) VALUES(?,?,?,?)').run(
          db,
          name,
          uuid.buffer as any,
          EJSON.stringify(options),
        ).lastInsertRowid,
      );
    this.db.exec(`CREATE TABLE d_${id}(rid INTEGER PRIMARY KEY, k BLOB NOT NULL UNIQUE, v BLOB NOT NULL)`);
    const c: Coll = { id, db, name, uuid, options, indexes: [] };
    this.setValidator(c);
    this.colls.set(`${db}.${name}`, c);
    return c;
  }
  drop(c: Coll) {
    this.dirty = true;
    for (const i of c.indexes) this.db.exec(`DROP TABLE ${i.text ? 't' : 'i'}_${i.id}`);
    this.db.exec(`DROP TABLE d_${c.id}; DELETE FROM _idx WHERE coll=${c.id}; DELETE FROM _coll WHERE id=${c.id}`);
    this.colls.delete(`${c.db}.${c.name}`);
    this.log({ op: 'drop', db: c.db, coll: c.name });
  }
  rename(c: Coll, db: string, name: string) {
    this.dirty = true;
    this.log({ op: 'rename', db: c.db, coll: c.name, to: name });
    this.colls.delete(`${c.db}.${c.name}`);
    c.db = db;
    c.name = name;
    this.q('UPDATE _coll SET db=?, name=? WHERE id=?').run(db, name, c.id);
    this.colls.set(`${db}.${name}`, c);
  }
  mkIndex(id: number, spec: Document, multi: string[] = []): Index {
    const text =
      Object.values(spec.key).includes('text') || spec.key._fts
        ? {
            ...Object.fromEntries(
              Object.entries(spec.key)
                .filter(([, v]) => v === 'text')
                .map(([k]) => [k, 1]),
            ),
            ...spec.weights,
          }
        : undefined;
    const paths = Object.keys(spec.key).map((k) => k.split('.'));
    return {
      id,
      name: spec.name,
      key: spec.key,
      paths,
      dirs: Object.values(spec.key).map((d) => (Number(d) < 0 ? -1 : 1)),
      unique: !!spec.unique,
      sparse: !!spec.sparse,
      partial: spec.partialFilterExpression,
      test: spec.partialFilterExpression && matcher(spec.partialFilterExpression),
      ttl: spec.expireAfterSeconds,
      text,
      multi: new Set(multi),
      spec,
      coll: spec.collation,
    };
  }
  createIndex(c: Coll, spec: Document): boolean {
    const same = c.indexes.find((i) => i.name === spec.name),
      sameKey = c.indexes.find(
        (i) =>
          EJSON.stringify(i.key) === EJSON.stringify(spec.key) &&
          EJSON.stringify(i.coll) === EJSON.stringify(spec.collation) &&
          EJSON.stringify(i.partial) === EJSON.stringify(spec.partialFilterExpression),
      );
    const norm = (s: Document) => {
      const { v, name, background, ns, ...r } = s;
      return EJSON.stringify(r);
    };
    if (spec.name === '_id_') return false;
    if (same) {
      if (norm(same.spec) === norm(spec)) return false;
      throw new MongoError(
        EJSON.stringify(same.key) === EJSON.stringify(spec.key) ? 85 : 86,
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index: ${spec.name}`,
      );
    }
    if (sameKey)
      throw new MongoError(85, 'IndexOptionsConflict', `Index already exists with a different name: ${sameKey.name}`);
    for (const d of Object.values(spec.key))
      if (typeof d === 'string' && d !== 'text' && d !== 'hashed')
        throw new MongoError(67, 'CannotCreateIndex', `index type '${d}' is not supported by the embedded database`);
    this.dirty = true;
    const id = Number(
        this.q('INSERT INTO _idx(coll,spec,multi) VALUES(?,?,?)').run(c.id, EJSON.stringify(spec), '[]')
          .lastInsertRowid,
      ),
      ix = this.mkIndex(id, spec);
    if (ix.text)
      this.db.exec(
        `CREATE VIRTUAL TABLE t_${id} USING fts5(${Object.keys(ix.text).map((_, i) => 'f' + i)}, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`,
      );
    else this.db.exec(`CREATE TABLE i_${id}(k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY(k,rid)) WITHOUT ROWID`);
    let last = 0;
    for (;;) {
      const rows = this.q(`SELECT rid,v FROM d_${c.id} WHERE rid>? ORDER BY rid LIMIT 500`).all(last) as any[];
      if (!rows.length) break;
      for (const r of rows) {
        last = r.rid;
        this.addKeys(c, ix, r.rid, parse(r.v));
      }
    }
    c.indexes.push(ix);
    return true;
  }
  dropIndex(c: Coll, ix: Index) {
    this.dirty = true;
    this.db.exec(`DROP TABLE ${ix.text ? 't' : 'i'}_${ix.id}; DELETE FROM _idx WHERE id=${ix.id}`);
    c.indexes.splice(c.indexes.indexOf(ix), 1);
  }
  // ---- writes
  keysOf(ix: Index, d: Document): Buffer[] {
    if (ix.test && !ix.test(d)) return [];
    const f = fold(ix.coll);
    let rows: any[][] = [[]],
      arrays = 0,
      multiChanged = false;
    for (let i = 0; i < ix.paths.length; i++) {
      const [vs, multi] = pathValues(d, ix.paths[i]!);
      const name = ix.paths[i]!.join('.');
      if (multi) {
        if (vs.length > 1 && ++arrays > 1 && !ix.paths.every((p) => p[0] === ix.paths[0]![0]))
          throw new MongoError(171, 'CannotIndexParallelArrays', `cannot index parallel arrays [${name}]`);
        if (!ix.multi.has(name)) {
          ix.multi.add(name);
          multiChanged = true;
        }
      }
      rows = rows.flatMap((r) => vs.map((v) => [...r, v]));
    }
    if (multiChanged) this.dirty = true;
    if (multiChanged) this.q('UPDATE _idx SET multi=? WHERE id=?').run(JSON.stringify([...ix.multi]), ix.id);
    if (ix.sparse) rows = rows.filter((r) => r.some((v) => v !== undefined));
    if (rows.length === 1) return [encode(rows[0]!, ix.dirs, f)];
    const seen = new Map<string, Buffer>();
    for (const r of rows) {
      const k = encode(r, ix.dirs, f);
      seen.set(k.toString('latin1'), k);
    }
    return [...seen.values()];
  }
  dup(c: Coll, name: string, key: Document, d: Document): never {
    const kv = Object.fromEntries(Object.keys(key).map((k) => [k, pathValues(d, k.split('.'), false)[0][0] ?? null]));
    throw new MongoError(
      11000,
      'DuplicateKey',
      `E11000 duplicate key error collection: ${c.db}.${c.name} index: ${name} dup key: ${EJSON.stringify(kv)}`,
      { keyPattern: key, keyValue: kv },
    );
  }
  addKeys(c: Coll, ix: Index, rid: number, d: Document, skip?: Set<string>) {
    if (ix.text) {
      const f = Object.keys(ix.text),
        t = f.map((p) =>
          pathValues(d, p.split('.'))[0]
            .filter((x) => typeof x === 'string')
            .join('\n'),
        );
      this.q(`INSERT INTO t_${ix.id}(rowid,${f.map((_, i) => 'f' + i)}) VALUES(?${',?'.repeat(f.length)})`).run(
        rid,
        ...t,
      );
      return;
    }
    for (const k of this.keysOf(ix, d)) {
      if (skip?.has(k.toString('latin1'))) continue;
      if (ix.unique && this.q(`SELECT 1 FROM i_${ix.id} WHERE k=? AND rid<>?`).get(k, rid))
        this.dup(c, ix.name, ix.key, d);
      this.q(`INSERT OR IGNORE INTO i_${ix.id}(k,rid) VALUES(?,?)`).run(k, rid);
    }
  }
  check(c: Coll, d: Document, raw: Uint8Array) {
    if (raw.length > 16777216)
      throw new MongoError(
        10334,
        'BSONObjectTooLarge',
        `BSONObj size: ${raw.length} is invalid. Size must be between 0 and 16793600(16MB)`,
      );
    if (c.validate && !c.validate(d))
      throw new MongoError(121, 'DocumentValidationFailure', 'Document failed validation', {
        errInfo: { failingDocumentId: d._id },
      });
  }
  insert(c: Coll, raw: Uint8Array): Document {
    let d = parse(raw);
    if (d._id === undefined) {
      d = { _id: new BSON.ObjectId(), ...d };
      raw = serialize(d);
    }
    if (Array.isArray(d._id) || tagOf(d._id) === TAG.RE)
      throw new MongoError(
        53,
        'InvalidIdField',
        `The '_id' value cannot be of type ${Array.isArray(d._id) ? 'array' : 'regex'}`,
      );
    this.check(c, d, raw);
    const k = encode([d._id]);
    if (this.q(`SELECT 1 FROM d_${c.id} WHERE k=?`).get(k)) this.dup(c, '_id_', { _id: 1 }, d);
    const rid = Number(this.q(`INSERT INTO d_${c.id}(k,v) VALUES(?,?)`).run(k, raw).lastInsertRowid);
    for (const ix of c.indexes) this.addKeys(c, ix, rid, d);
    this.log({ op: 'insert', db: c.db, coll: c.name, key: { _id: d._id }, doc: d });
    return d;
  }
  replace(c: Coll, rid: number, old: Document, d: Document, upd?: Document) {
    const raw = serialize(d);
    this.check(c, d, raw);
    this.q(`UPDATE d_${c.id} SET v=? WHERE rid=?`).run(raw, rid);
    for (const ix of c.indexes) {
      if (ix.text) {
        this.delKeys(ix, rid, old);
        this.addKeys(c, ix, rid, d);
        continue;
      }
      const a = this.keysOf(ix, old),
        b = this.keysOf(ix, d),
        bs = new Set(b.map((k) => k.toString('latin1')));
      for (const k of a)
        if (!bs.has(k.toString('latin1'))) this.q(`DELETE FROM i_${ix.id} WHERE k=? AND rid=?`).run(k, rid);
      this.addKeys(c, ix, rid, d, new Set(a.map((k) => k.toString('latin1'))));
    }
    this.log(
      upd
        ? { op: 'update', db: c.db, coll: c.name, key: { _id: d._id }, upd }
        : { op: 'replace', db: c.db, coll: c.name, key: { _id: d._id }, doc: d },
    );
  }
  delKeys(ix: Index, rid: number, d: Document) {
    if (ix.text) {
      this.q(`DELETE FROM t_${ix.id} WHERE rowid=?`).run(rid);
      return;
    }
    for (const k of this.keysOf(ix, d)) this.q(`DELETE FROM i_${ix.id} WHERE k=? AND rid=?`).run(k, rid);
  }
  remove(c: Coll, rid: number, d: Document) {
    this.q(`DELETE FROM d_${c.id} WHERE rid=?`).run(rid);
    for (const ix of c.indexes) this.delKeys(ix, rid, d);
    this.log({ op: 'delete', db: c.db, coll: c.name, key: { _id: d._id } });
  }
  log(e: Change) {
    this.pending++;
    this.seq = Number(
      this.q('INSERT INTO _oplog(t,e) VALUES(?,?)').run(Date.now(), serialize(e, { ignoreUndefined: true }))
        .lastInsertRowid,
    );
    if (this.seq % 5000 === 0) this.q('DELETE FROM _oplog WHERE seq<?').run(this.seq - this.oplogMax);
  }
  // ---- reads: every scan works in chunks, so no statement stays open while something else writes
  *byIds(c: Coll, ks: Buffer[]): Iterable<Row> {
    const s = this.q(`SELECT rid,v FROM d_${c.id} WHERE k=?`);
    for (const k of ks) {
      const r = s.get(k) as any;
      if (r) yield r;
    }
  }
  *all(c: Coll): Iterable<Row> {
    const s = this.q(`SELECT rid,v FROM d_${c.id} WHERE rid>? ORDER BY rid LIMIT ?`);
    let last = -1,
      n = 128;
    for (;;) {
      const rows = s.all(last, n) as any[];
      yield* rows;
      if (rows.length < n) return;
      last = rows.at(-1).rid;
      n = 1024;
    }
  }
  *range(
    c: Coll,
    ix: Index | null,
    lo: Buffer,
    hi: Buffer,
    desc: boolean,
    first: number,
  ): Iterable<Row & { k: Buffer }> {
    const from = ix ? `i_${ix.id} i CROSS JOIN d_${c.id} d ON d.rid=i.rid` : `d_${c.id} i`,
      v = ix ? 'd.v' : 'i.v';
    const s = desc
      ? this.q(
          `SELECT i.k k,i.rid rid,${v} v FROM ${from} WHERE i.k>=? AND (i.k,i.rid)<(?,?) ORDER BY i.k DESC,i.rid DESC LIMIT ?`,
        )
      : this.q(
          `SELECT i.k k,i.rid rid,${v} v FROM ${from} WHERE (i.k,i.rid)>(?,?) AND i.k<? ORDER BY i.k,i.rid LIMIT ?`,
        );
    let n = Math.max(8, Math.min(first, 1024)),
      k = desc ? hi : lo,
      rid = -1;
    for (;;) {
      const rows = (desc ? s.all(lo, k, rid, n) : s.all(k, rid, hi, n)) as any[];
      yield* rows;
      if (rows.length < n) return;
      k = rows.at(-1).k;
      rid = rows.at(-1).rid;
      n = Math.min(n * 2, 1024);
    }
  }
}
// ---- planner
interface Pred {
  pts?: any[];
  lo?: any;
  loX?: boolean;
  hi?: any;
  hiX?: boolean;
  prefix?: string;
  exact: boolean;
}
const scalar = (v: any) => {
  const t = tagOf(v);
  return t !== TAG.ARR && t !== TAG.OBJ && t !== TAG.RE && v !== undefined;
};
const cmpv = (a: any, b: any) => Buffer.compare(encode([a]), encode([b]));
/** Conditions every match must meet, by path. `clean` is false when something in the filter is not captured. */
export function analyse(f: Document): { preds: Map<string, Pred[]>; clean: boolean } {
  const preds = new Map<string, Pred[]>();
  let clean = true;
  const add = (p: string, x: Pred) => {
    const a = preds.get(p);
    if (a) a.push(x);
    else preds.set(p, [x]);
  };
  for (const [k, v] of Object.entries(f)) {
    if (k === '$and') {
      for (const s of v) {
        const r = analyse(s);
        clean &&= r.clean;
        for (const [p, xs] of r.preds) xs.forEach((x) => add(p, x));
      }
      continue;
    }
    if (k === '$or') {
      clean = false;
      const rs = (v as Document[]).map((s) => analyse(s).preds);
      for (const [p] of rs[0] ?? [])
        if (rs.every((r) => r.has(p))) {
          const h = hull(rs.map((r) => r.get(p)![0]!));
          if (h) add(p, { ...h, exact: false });
        }
      continue;
    }
    if (k.startsWith('$')) {
      clean = false;
      continue;
    }
    if (v && typeof v === 'object' && !v._bsontype && tagOf(v) === TAG.OBJ && Object.keys(v)[0]?.startsWith('$')) {
      for (const [op, x] of Object.entries(v)) {
        if (op === '$eq' && scalar(x)) add(k, { pts: [x], exact: x !== null });
        else if (op === '$in' && Array.isArray(x) && x.every(scalar)) add(k, { pts: x, exact: !x.includes(null) });
        else if ((op === '$gt' || op === '$gte') && scalar(x) && x !== null)
          add(k, { lo: x, loX: op === '$gt', exact: true });
        else if ((op === '$lt' || op === '$lte') && scalar(x) && x !== null)
          add(k, { hi: x, hiX: op === '$lt', exact: true });
        else {
          clean = false;
          if (op === '$regex' && typeof (x as any).source === 'string') rx(k, x as RegExp);
          else if (op === '$elemMatch')
            for (const [p, xs] of analyse(x as Document).preds)
              if (!p.startsWith('$')) xs.forEach((y) => add(`${k}.${p}`, { ...y, exact: false }));
        }
      }
    } else if (v instanceof RegExp) {
      clean = false;
      rx(k, v);
    } else if (scalar(v)) add(k, { pts: [v], exact: v !== null });
    else clean = false;
  }
  function rx(k: string, re: RegExp) {
    const m = !/[im]/.test(re.flags) && /^\^((?:[\p{L}\p{N} _-])+)(?![*?{|])/u.exec(re.source);
    if (m && !re.source.includes('|')) add(k, { prefix: m[1], exact: false });
  }
  return { preds, clean };
}
function hull(xs: Pred[]): Pred | null {
  let lo: any,
    hi: any,
    loSet = true,
    hiSet = true;
  for (const x of xs) {
    const l = x.pts ? x.pts.reduce((a, b) => (cmpv(a, b) < 0 ? a : b)) : x.lo,
      h = x.pts ? x.pts.reduce((a, b) => (cmpv(a, b) > 0 ? a : b)) : x.hi;
    if (x.prefix !== undefined || (x.pts && x.pts.includes(null))) return null;
    if (l === undefined) loSet = false;
    else if (loSet && (lo === undefined || cmpv(l, lo) < 0)) lo = l;
    if (h === undefined) hiSet = false;
    else if (hiSet && (hi === undefined || cmpv(h, hi) > 0)) hi = h;
  }
  const t = xs.map((x) => tagOf(x.pts?.[0] ?? x.lo ?? x.hi));
  if (new Set(t).size > 1) return null;
  return loSet || hiSet ? { lo: loSet ? lo : undefined, hi: hiSet ? hi : undefined, exact: false } : null;
}
export interface Plan {
  stage: 'IDHACK' | 'IXSCAN' | 'COLLSCAN';
  ix: Index | null;
  scans: { lo: Buffer; hi: Buffer; plen: number }[];
  desc: boolean;
  sorted: boolean;
  exact: boolean;
  score: number;
}
export function plan(
  c: Coll,
  filter: Document,
  sort: [string[], number][] | null,
  hint?: string | Document,
  collation?: Document,
): Plan {
  const { preds, clean } = analyse(filter);
  const best: Plan = {
    stage: 'COLLSCAN',
    ix: null,
    scans: [],
    desc: false,
    sorted: !sort,
    exact: !Object.keys(filter).length,
    score: 0,
  };
  const f = fold(collation),
    same = (x: Index) =>
      EJSON.stringify(x.coll) ===
      EJSON.stringify(collation?.locale && collation.locale !== 'simple' ? collation : undefined);
  const idIx: Index = {
    id: 0,
    name: '_id_',
    key: { _id: 1 },
    paths: [['_id']],
    dirs: [1],
    unique: true,
    sparse: false,
    multi: new Set(),
    spec: { v: 2, key: { _id: 1 }, name: '_id_' },
  };
  const cands = [idIx, ...c.indexes.filter((x) => !x.text)].filter((x) =>
    x === idIx ? !f : f ? same(x) || !x.coll : !x.coll,
  );
  let pool = cands;
  if (hint) {
    if ((hint as Document).$natural) return best;
    pool = cands.filter((x) => x.name === hint || EJSON.stringify(x.key) === EJSON.stringify(hint));
    if (!pool.length)
      throw new MongoError(
        2,
        'BadValue',
        'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
      );
  }
  let out = best;
  for (const ix of pool) {
    if (
      !hint &&
      (ix.sparse || ix.partial) &&
      !(ix.partial && Object.entries(ix.partial).every(([k, v]) => EJSON.stringify(filter[k]) === EJSON.stringify(v)))
    )
      continue;
    if (f && !same(ix)) continue;
    const pre: { vals: any[][]; single: boolean[] } = { vals: [[]], single: [] };
    let exact = clean,
      used = 0,
      rng: { lo: Buffer; hi: Buffer } | null = null,
      score = 0;
    const usedPaths = new Set<string>();
    for (let i = 0; i < ix.paths.length; i++) {
      const name = ix.paths[i]!.join('.'),
        ps = preds.get(name),
        pt = ps?.find((p) => p.pts);
      if (pt && pre.vals.length * pt.pts!.length <= 2000) {
        pre.vals = pre.vals.flatMap((r) => pt.pts!.map((v) => [...r, v]));
        pre.single.push(pt.pts!.length === 1);
        used++;
        score += pt.pts!.length === 1 ? 10 : 9;
        usedPaths.add(name);
        if (ps!.length > 1 || !pt.exact) exact = false;
        continue;
      }
      if (ps) {
        const rs = ps.filter((p) => !p.pts),
          one = ix.multi.has(name) ? rs.slice(0, 1) : rs;
        let lo: any,
          loX = false,
          hi: any,
          hiX = false,
          pfx: string | undefined;
        for (const r of one) {
          if (r.prefix !== undefined) pfx = r.prefix;
          if (r.lo !== undefined && (lo === undefined || cmpv(r.lo, lo) > 0)) {
            lo = r.lo;
            loX = !!r.loX;
          }
          if (r.hi !== undefined && (hi === undefined || cmpv(r.hi, hi) < 0)) {
            hi = r.hi;
            hiX = !!r.hiX;
          }
        }
        const d = ix.dirs[i]!,
          t = pfx !== undefined ? TAG.STR : tagOf(lo ?? hi);
        if (
          (lo !== undefined && hi !== undefined && tagOf(lo) !== tagOf(hi)) ||
          ps.some((p) => !p.exact) ||
          one.length < rs.length
        )
          exact = false;
        const e = (v: any) => encode([v], [d], f),
          tag = (n: number) => Buffer.from([d < 0 ? ~n & 0xff : n]);
        let a = lo !== undefined ? (loX ? cat(e(lo), MAXK) : e(lo)) : tag(t),
          b = hi !== undefined ? (hiX ? e(hi) : cat(e(hi), MAXK)) : tag(t + 1);
        if (d < 0) {
          a = hi !== undefined ? (hiX ? cat(e(hi), MAXK) : e(hi)) : tag(t);
          b = lo !== undefined ? (loX ? e(lo) : cat(e(lo), MAXK)) : tag(t - 1);
        }
        if (pfx !== undefined && lo === undefined && hi === undefined) {
          const p = e(pfx).subarray(0, -2);
          a = Buffer.from(p);
          b = cat(p, MAXK);
          if (d < 0) {
            a = Buffer.from(p);
          }
        }
        rng = { lo: a, hi: b };
        score += 5;
        usedPaths.add(name);
        used++;
      }
      break;
    }
    let sorted = !sort,
      desc = false;
    if (sort) {
      let j = 0,
        dir = 0;
      for (let i = 0; i < ix.paths.length && j < sort.length; i++) {
        const name = ix.paths[i]!.join('.'),
          isPre = i < pre.single.length;
        if (sort[j]![0].join('.') === name && (!isPre || pre.single[i])) {
          if (ix.multi.has(name)) break;
          if (isPre) {
            j++;
            continue;
          }
          if (ix.multi.has(name)) break;
          const d = sort[j]![1] * ix.dirs[i]!;
          if (dir && d !== dir) break;
          dir = d;
          j++;
        } else if (isPre) continue;
        else break;
      }
      sorted = j === sort.length && !(ix.sparse || (ix.partial && !hint));
      desc = dir < 0;
      if (sorted) score += 6;
    }
    if (!used && !(sort && sorted) && !hint) continue;
    if (score > out.score || hint) {
      for (const p of preds.keys()) if (!usedPaths.has(p)) exact = false;
      const dedup = new Map<string, Buffer>();
      for (const v of pre.vals) {
        const k = encode(v, ix.dirs, f);
        dedup.set(k.toString('latin1'), k);
      }
      const scans = [...dedup.values()].map((p) => ({
        lo: rng ? cat(p, rng.lo) : p,
        hi: rng ? cat(p, rng.hi) : cat(p, MAXK),
        plen: p.length,
      }));
      const idhack = ix === idIx && pre.single.length === 1 && !rng;
      out = {
        stage: idhack ? 'IDHACK' : 'IXSCAN',
        ix: ix === idIx ? null : ix,
        scans,
        desc,
        sorted: idhack && pre.vals.length === 1 ? true : sorted,
        exact,
        score,
      };
    }
  }
  return out;
}
/** Rows of a plan, each once, in sort order when the plan is sorted. */
export function* rows(s: Store, c: Coll, p: Plan, want: number): Iterable<Row> {
  if (p.stage === 'COLLSCAN') {
    yield* s.all(c);
    return;
  }
  if (p.stage === 'IDHACK') {
    const ks = p.scans.map((x) => x.lo);
    if (p.desc) ks.sort((a, b) => Buffer.compare(b, a));
    else ks.sort(Buffer.compare);
    yield* s.byIds(c, ks);
    return;
  }
  const dedupe = p.scans.length > 1 || (p.ix?.multi.size ?? 0) > 0 ? new Set<number>() : null;
  if (p.scans.length === 1 || !p.sorted) {
    for (const sc of p.scans)
      for (const r of s.range(c, p.ix, sc.lo, sc.hi, p.desc, want)) {
        if (dedupe) {
          if (dedupe.has(r.rid)) continue;
          dedupe.add(r.rid);
        }
        yield r;
      }
    return;
  }
  const its = p.scans
    .map((sc) => {
      const it = s.range(c, p.ix, sc.lo, sc.hi, p.desc, want)[Symbol.iterator]();
      return { it, plen: sc.plen, cur: it.next() };
    })
    .filter((x) => !x.cur.done);
  while (its.length) {
    let m = 0;
    for (let i = 1; i < its.length; i++) {
      const a = its[i]!,
        b = its[m]!,
        d = Buffer.compare(a.cur.value.k.subarray(a.plen), b.cur.value.k.subarray(b.plen));
      if (p.desc ? d > 0 : d < 0) m = i;
    }
    const x = its[m]!,
      r = x.cur.value;
    if (!dedupe!.has(r.rid)) {
      dedupe!.add(r.rid);
      yield r;
    }
    x.cur = x.it.next();
    if (x.cur.done) its.splice(m, 1);
  }
}
