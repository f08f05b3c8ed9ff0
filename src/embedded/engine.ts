// @ts-nocheck
/* oxlint-disable */
// A single-node MongoDB-compatible server for development and tests: official drivers connect to it over TCP.
import { createServer, type Server, type Socket } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON, Long, ObjectId, serialize, Timestamp, type Document } from 'bson';
import { cursorBody, decode, lastId, reply, type Request } from './wire.ts';
import { bad, fold, matcher, MongoError } from './query.ts';
import { parse, plan, Store, type Change, type Coll } from './store.ts';
import { aggregate, evalLet, find, modify, output, stats, upsert, type FindSpec } from './exec.ts';
import { EMPTY, encode, pathValues } from './keys.ts';

const VERSION = '8.0.0',
  WIRE = 25;
const WRITES = new Set([
  'bulkWrite',
  'insert',
  'update',
  'delete',
  'findAndModify',
  'create',
  'drop',
  'dropDatabase',
  'createIndexes',
  'dropIndexes',
  'renameCollection',
  'collMod',
]);
interface Cursor {
  id: bigint;
  ns: string;
  docs: Uint8Array[];
  at: number;
  stream?: Stream;
  used: number;
}
interface Stream {
  after: number;
  db: string;
  coll: string | null;
  pipe: Document[];
  full?: string;
  lookup: boolean;
}
export interface Options {
  path?: string;
  port?: number;
  host?: string;
  ephemeral?: boolean;
  setName?: string;
  sync?: string;
  versionString?: string;
}

export class EmbeddedMongo {
  store: Store;
  net: Server;
  port = 0;
  opt: Options;
  dir?: string;
  cursors = new Map<bigint, Cursor>();
  nextCursor = 1n;
  sockets = new Set<Socket>();
  waiters = new Set<() => void>();
  txns = new Map<string, { no: string; conn: Store['db']; timer: NodeJS.Timeout; wrote: boolean }>();
  txnWait: (() => void)[] = [];
  retried = new Map<string, { no: string; res: Document }>();
  pid = new ObjectId();
  ttl?: NodeJS.Timeout;
  conns = 0;
  constructor(opt: Options = {}) {
    this.opt = opt;
    let path = opt.path;
    if (!path) {
      this.dir = mkdtempSync(join(tmpdir(), 'emb-mongo-'));
      path = join(this.dir, 'data.db');
    } else mkdirSync(join(path, '..'), { recursive: true });
    this.store = new Store(path, opt.sync ?? (opt.path ? 'NORMAL' : 'OFF'));
    this.store.onCommit = () => {
      for (const w of this.waiters) w();
      this.waiters.clear();
    };
    this.net = createServer((s) => this.serve(s));
  }
  async start(): Promise<string> {
    await new Promise<void>((ok, no) => {
      this.net.once('error', no);
      this.net.listen(this.opt.port ?? 0, this.opt.host ?? '127.0.0.1', ok);
    });
    this.port = (this.net.address() as any).port;
    this.ttl = setInterval(() => this.sweep(), 60_000).unref();
    return this.uri;
  }
  get addr() {
    return `${this.opt.host ?? '127.0.0.1'}:${this.port}`;
  }
  get uri() {
    return `mongodb://${this.addr}/?replicaSet=${this.opt.setName ?? 'emb0'}`;
  }
  async close() {
    clearInterval(this.ttl);
    for (const s of this.sockets) s.destroy();
    for (const w of this.waiters) w();
    await new Promise((r) => this.net.close(r));
    this.store.close();
    if (this.dir) rmSync(this.dir, { recursive: true, force: true });
  }

  serve(sock: Socket) {
    sock.setNoDelay(true);
    this.sockets.add(sock);
    sock.on('close', () => this.sockets.delete(sock));
    sock.on('error', () => sock.destroy());
    let parts: Buffer[] = [],
      have = 0,
      want = 0;
    const conn = ++this.conns;
    let chain = Promise.resolve();
    sock.on('data', (b) => {
      parts.push(b as Buffer);
      have += b.length;
      for (;;) {
        if (!want) {
          if (have < 4) return;
          if (parts[0]!.length < 4) parts = [Buffer.concat(parts)];
          want = parts[0]!.readInt32LE(0);
          if (want < 16 || want > 48e6 + 16384) return void sock.destroy();
        }
        if (have < want) return;
        const all = parts.length > 1 ? Buffer.concat(parts) : parts[0]!,
          msg = all.subarray(0, want);
        have -= want;
        parts = have ? [all.subarray(want)] : [];
        want = 0;
        let req: Request;
        try {
          req = decode(msg);
        } catch {
          return void sock.destroy();
        }
        if (req.exhaust && req.cmd.maxAwaitTimeMS && req.cmd.topologyVersion) {
          // streaming heartbeat: one hello reply after another until the client hangs up
          const next = () => {
            const t = setTimeout(() => {
              if (sock.destroyed) return;
              sock.write(reply(req, this.done(this.$hello({}, req, conn)) as Buffer, true));
              req.id = lastId();
              next();
            }, req.cmd.maxAwaitTimeMS);
            t.unref();
            sock.once('close', () => clearTimeout(t));
          };
          next();
          continue;
        }
        const r = this.handle(req, conn);
        if (r instanceof Promise)
          chain = chain
            .then(() => r)
            .then((x) => {
              if (!req.moreToCome && !sock.destroyed) sock.write(reply(req, x));
            });
        else
          chain = chain.then(() => {
            if (!req.moreToCome && !sock.destroyed) sock.write(reply(req, r));
          });
      }
    });
  }
  fail(e: any): Buffer {
    if (e?.errcode !== undefined && (e.errcode & 0xff) === 5)
      e = new MongoError(112, 'WriteConflict', 'Write conflict during plan execution and yielding is disabled.');
    if (!(e instanceof MongoError)) e = new MongoError(8, 'UnknownError', String(e?.stack ?? e));
    const labels = e.code === 251 || e.code === 112 ? { errorLabels: ['TransientTransactionError'] } : {};
    return serialize({ ok: 0, errmsg: e.message, code: e.code, codeName: e.codeName, ...e.extra, ...labels });
  }
  handle(req: Request, conn: number): Buffer | Promise<Buffer> {
    const cmd = req.cmd,
      name = Object.keys(cmd)[0]!;
    try {
      const sess = cmd.lsid?.id ? Buffer.from(cmd.lsid.id.buffer ?? cmd.lsid.id).toString('hex') : '',
        inTxn = cmd.autocommit === false,
        no = String(cmd.txnNumber ?? '');
      const t = this.txns.get(sess);
      if (inTxn && name !== 'commitTransaction' && name !== 'abortTransaction') {
        let cur = t;
        if (cmd.startTransaction) {
          if (t) this.endTxn(sess, false);
          cur = {
            no,
            conn: this.store.begin(),
            timer: setTimeout(() => this.endTxn(sess, false), 60_000).unref(),
            wrote: false,
          };
          this.txns.set(sess, cur);
        }
        if (!cur || cur.no !== no)
          throw new MongoError(
            251,
            'NoSuchTransaction',
            `Given transaction number ${no} does not match any in-progress transactions.`,
          );
        if (name === 'count')
          throw new MongoError(
            263,
            'OperationNotSupportedInTransaction',
            "Cannot run 'count' in a multi-document transaction.",
          );
        this.store.db = cur.conn;
        try {
          const r = this.exec(name, cmd, req, conn),
            bad = !(r instanceof Promise) && !Buffer.isBuffer(r) && r.writeErrors;
          if (WRITES.has(name)) cur.wrote = true;
          if (bad) this.endTxn(sess, false);
          return this.done(r);
        } catch (e) {
          this.endTxn(sess, false);
          throw e;
        } finally {
          this.store.db = this.store.main;
        }
      }
      if (name === 'commitTransaction' || name === 'abortTransaction') {
        if (t && t.no === no) this.endTxn(sess, name === 'commitTransaction');
        else if (name === 'commitTransaction' && this.retried.get(`c${sess}`)?.no !== no)
          throw new MongoError(251, 'NoSuchTransaction', `Transaction with { txnNumber: ${no} } has been aborted.`);
        if (name === 'commitTransaction') this.retried.set(`c${sess}`, { no, res: {} });
        return serialize({ ok: 1 });
      }
      if (
        [...this.txns.values()].some((x) => x.wrote) &&
        (WRITES.has(name) || (name === 'aggregate' && (cmd.pipeline as any[])?.some((s) => s.$out || s.$merge)))
      )
        return this.waitTxn().then(() => this.handle(req, conn));
      if (no && WRITES.has(name)) {
        const p = this.retried.get(sess);
        if (p && p.no === no) return serialize(p.res);
      }
      const r = this.exec(name, cmd, req, conn);
      if (no && WRITES.has(name) && !(r instanceof Promise) && !(r instanceof Uint8Array)) {
        this.retried.delete(sess);
        this.retried.set(sess, { no, res: { ok: 1, ...r } });
        if (this.retried.size > 2000) this.retried.delete(this.retried.keys().next().value!);
      }
      return this.done(r);
    } catch (e) {
      return this.fail(e);
    }
  }
  done(r: any): Buffer | Promise<Buffer> {
    if (r instanceof Promise)
      return r.then(
        (x) => this.done(x) as Buffer,
        (e) => this.fail(e),
      );
    return Buffer.isBuffer(r)
      ? r
      : (serialize({ ...r, ok: 1, operationTime: this.time(this.store.seq) }, { ignoreUndefined: true }) as Buffer);
  }
  time = (seq: number) => new Timestamp({ t: 1_700_000_000, i: Math.max(1, seq) });
  endTxn(key: string, commit: boolean) {
    const t = this.txns.get(key);
    if (!t) return;
    clearTimeout(t.timer);
    this.txns.delete(key);
    try {
      this.store.end(t.conn, commit);
    } finally {
      const w = this.txnWait;
      this.txnWait = [];
      for (const f of w) f();
    }
  }
  waitTxn() {
    return new Promise<void>((r) => this.txnWait.push(r));
  }

  exec(name: string, cmd: Document, req: Request, conn: number): Document | Buffer | Promise<Document | Buffer> {
    const h = (this as any)[`$${name}`];
    if (!h) throw new MongoError(59, 'CommandNotFound', `no such command: '${name}'`);
    if (cmd.readConcern?.level === 'snapshot' && cmd.autocommit !== false)
      throw new MongoError(
        246,
        'SnapshotUnavailable',
        'snapshot reads outside a transaction are not supported by the embedded database',
      );
    if (cmd.let) cmd.let = evalLet(cmd.let);
    for (const u of cmd.updates ?? []) if (u.c) u.c = evalLet(u.c);
    return h.call(this, cmd, req, conn);
  }
  coll(cmd: Document, key: string, make = false): Coll | undefined {
    const n = cmd[key];
    if (typeof n !== 'string' || !n) throw new MongoError(73, 'InvalidNamespace', `collection name has invalid type`);
    return make ? this.store.ensure(cmd.$db, n) : this.store.coll(cmd.$db, n);
  }
  // ---- handshake and admin
  $hello(cmd: Document, req: Request, conn: number): any {
    const r = () => ({
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      secondary: false,
      setName: this.opt.setName ?? 'emb0',
      setVersion: 1,
      hosts: [this.addr],
      primary: this.addr,
      me: this.addr,
      electionId: this.pid,
      topologyVersion: { processId: this.pid, counter: Long.fromNumber(1) },
      lastWrite: { opTime: { ts: this.time(this.store.seq), t: Long.ONE }, lastWriteDate: new Date() },
      maxBsonObjectSize: 16777216,
      maxMessageSizeBytes: 48000000,
      maxWriteBatchSize: 100000,
      localTime: new Date(),
      logicalSessionTimeoutMinutes: 30,
      connectionId: conn,
      minWireVersion: 0,
      maxWireVersion: WIRE,
      readOnly: false,
    });
    return cmd.maxAwaitTimeMS && cmd.topologyVersion
      ? new Promise((ok) => setTimeout(() => ok(r()), cmd.maxAwaitTimeMS).unref())
      : r();
  }
  $ismaster = this.$hello;
  $isMaster = this.$hello;
  $ping() {
    return {};
  }
  $endSessions() {
    return {};
  }
  $refreshSessions() {
    return {};
  }
  $startSession() {
    return {};
  }
  $killSessions() {
    return {};
  }
  $fsync() {
    return {};
  }
  $logout() {
    return {};
  }
  $buildInfo() {
    return {
      version: VERSION,
      versionArray: [8, 0, 0, 0],
      gitVersion: 'embedded',
      modules: ['embedded'],
      bits: 64,
      maxBsonObjectSize: 16777216,
    };
  }
  $buildinfo = this.$buildInfo;
  $getParameter() {
    return { featureCompatibilityVersion: { version: '8.0' } };
  }
  $connectionStatus() {
    return { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } };
  }
  $whatsmyuri() {
    return { you: this.addr };
  }
  $getLog() {
    return { log: [], totalLinesWritten: 0 };
  }
  $serverStatus() {
    return {
      version: VERSION,
      process: 'embedded',
      uptime: process.uptime(),
      connections: { current: this.sockets.size },
      cursors: this.cursors.size,
    };
  }
  $hostInfo() {
    return { system: {}, os: {}, extra: {} };
  }
  $getCmdLineOpts() {
    return { argv: ['embedded'], parsed: {} };
  }
  $replSetGetStatus() {
    return {
      set: this.opt.setName ?? 'emb0',
      myState: 1,
      members: [{ _id: 0, name: this.addr, health: 1, state: 1, stateStr: 'PRIMARY', self: true }],
    };
  }
  $listDatabases() {
    const names = [...new Set([...this.store.colls.values()].map((c) => c.db))];
    return { databases: names.map((name) => ({ name, sizeOnDisk: 0, empty: false })), totalSize: 0 };
  }
  $listCollections(cmd: Document) {
    const t = matcher(cmd.filter ?? {}),
      l = [...this.store.colls.values()]
        .filter((c) => c.db === cmd.$db)
        .map((c) => ({
          name: c.name,
          type: 'collection',
          options: c.options,
          info: { readOnly: false, uuid: c.uuid },
          idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
        }))
        .filter(t);
    return this.cursor(
      'firstBatch',
      l.map((d) => serialize(cmd.nameOnly ? { name: d.name, type: d.type } : d)),
      `${cmd.$db}.$cmd.listCollections`,
    );
  }
  $create(cmd: Document) {
    const { create, lsid, $db, $clusterTime, txnNumber, autocommit, startTransaction, writeConcern, ...o } = cmd;
    if (o.capped || o.timeseries || o.viewOn || o.clusteredIndex)
      throw new MongoError(
        72,
        'InvalidOptions',
        'capped, time-series, clustered and view collections are not supported by the embedded database',
      );
    if (this.coll(cmd, 'create'))
      throw new MongoError(48, 'NamespaceExists', `Collection ${$db}.${create} already exists.`);
    this.store.tx(() => this.store.ensure($db, create, o));
    return {};
  }
  $collMod(cmd: Document) {
    const c = this.coll(cmd, 'collMod');
    if (!c) throw new MongoError(26, 'NamespaceNotFound', 'ns does not exist');
    if (cmd.validator) c.options = { ...c.options, validator: cmd.validator };
    this.store.q('UPDATE _coll SET options=? WHERE id=?').run(EJSON.stringify(c.options), c.id);
    this.store.setValidator(c);
    return {};
  }
  $drop(cmd: Document) {
    const c = this.coll(cmd, 'drop');
    if (!c) return {};
    this.store.tx(() => this.store.drop(c));
    return { ns: `${c.db}.${c.name}` };
  }
  $dropDatabase(cmd: Document) {
    this.store.tx(() => {
      for (const c of [...this.store.colls.values()]) if (c.db === cmd.$db) this.store.drop(c);
    });
    return { dropped: cmd.$db };
  }
  $renameCollection(cmd: Document) {
    const [d, ...n] = cmd.renameCollection.split('.'),
      c = this.store.coll(d, n.join('.')),
      [td, ...tn] = cmd.to.split('.'),
      t = this.store.coll(td, tn.join('.'));
    if (!c) throw new MongoError(26, 'NamespaceNotFound', 'Source collection does not exist');
    if (t && !cmd.dropTarget) throw new MongoError(48, 'NamespaceExists', 'target namespace exists');
    this.store.tx(() => {
      if (t) this.store.drop(t);
      this.store.rename(c, td, tn.join('.'));
    });
    return {};
  }
  $createIndexes(cmd: Document) {
    return this.store.tx(() => {
      const c = this.coll(cmd, 'createIndexes', true)!,
        n = c.indexes.length + 1;
      for (const i of cmd.indexes) this.store.createIndex(c, { v: 2, ...i });
      return { numIndexesBefore: n, numIndexesAfter: c.indexes.length + 1, createdCollectionAutomatically: false };
    });
  }
  $listIndexes(cmd: Document) {
    const c = this.coll(cmd, 'listIndexes');
    if (!c) throw new MongoError(26, 'NamespaceNotFound', `ns does not exist: ${cmd.$db}.${cmd.listIndexes}`);
    return this.cursor(
      'firstBatch',
      [
        { v: 2, key: { _id: 1 }, name: '_id_' },
        ...c.indexes.map((i) =>
          i.text
            ? {
                ...i.spec,
                key: { _fts: 'text', _ftsx: 1 },
                weights: i.text,
                default_language: 'english',
                textIndexVersion: 3,
              }
            : i.spec,
        ),
      ].map((d) => serialize(d)),
      `${c.db}.${c.name}`,
    );
  }
  $dropIndexes(cmd: Document) {
    const c = this.coll(cmd, 'dropIndexes');
    if (!c) throw new MongoError(26, 'NamespaceNotFound', 'ns not found');
    return this.store.tx(() => {
      const n = c.indexes.length + 1;
      for (const i of [...c.indexes])
        if (
          cmd.index === '*' ||
          ([] as any[]).concat(cmd.index).some((x) => x === i.name || EJSON.stringify(x) === EJSON.stringify(i.key))
        )
          this.store.dropIndex(c, i);
      if (c.indexes.length + 1 === n && cmd.index !== '*')
        throw new MongoError(27, 'IndexNotFound', `index not found with name [${cmd.index}]`);
      return { nIndexesWas: n };
    });
  }
  $collStats(cmd: Document) {
    const c = this.coll(cmd, 'collStats');
    return { ns: `${cmd.$db}.${cmd.collStats}`, count: c ? this.count(c) : 0, nindexes: (c?.indexes.length ?? 0) + 1 };
  }
  $dbStats(cmd: Document) {
    const l = [...this.store.colls.values()].filter((c) => c.db === cmd.$db);
    return { db: cmd.$db, collections: l.length, objects: l.reduce((n, c) => n + this.count(c), 0) };
  }
  count = (c: Coll): number => (this.store.q(`SELECT count(*) n FROM d_${c.id}`).get() as any).n;
  // ---- cursors
  cursor(batch: string, docs: Uint8Array[], ns: string, size = 101, single = false, extra: Document = {}): Buffer {
    let n = 0,
      bytes = 0;
    while (n < docs.length && n < size && (n === 0 || bytes + docs[n]!.length < 15e6)) bytes += docs[n++]!.length;
    let id = 0n;
    if (n < docs.length && !single) {
      id = this.nextCursor++;
      this.cursors.set(id, { id, ns, docs, at: n, used: Date.now() });
      if (this.cursors.size > 1000)
        for (const [k, c] of this.cursors) if (!c.stream && Date.now() - c.used > 600_000) this.cursors.delete(k);
    }
    return cursorBody(
      batch,
      n === docs.length ? docs : docs.slice(0, n),
      id,
      ns,
      { ok: 1, operationTime: this.time(this.store.seq) },
      extra,
    );
  }
  async $getMore(cmd: Document): Promise<any> {
    const id = BigInt(cmd.getMore.toString()),
      c = this.cursors.get(id);
    if (!c) throw new MongoError(43, 'CursorNotFound', `cursor id ${id} not found`);
    c.used = Date.now();
    if (c.stream) {
      const end = Date.now() + (Number(cmd.maxTimeMS) || 1000);
      let docs = this.events(c.stream, cmd.batchSize);
      while (!docs.length && Date.now() < end && this.cursors.has(id) && this.net.listening) {
        await new Promise<void>((r) => {
          const t = setTimeout(r, end - Date.now());
          this.waiters.add(() => {
            clearTimeout(t);
            r();
          });
        });
        docs = this.events(c.stream, cmd.batchSize);
      }
      return cursorBody(
        'nextBatch',
        docs.map((d) => serialize(d)),
        id,
        c.ns,
        { ok: 1, operationTime: this.time(this.store.seq) },
        { postBatchResumeToken: token(c.stream.after) },
      );
    }
    const size = cmd.batchSize || Infinity;
    let n = c.at,
      bytes = 0;
    while (n < c.docs.length && n - c.at < size && (n === c.at || bytes + c.docs[n]!.length < 15e6))
      bytes += c.docs[n++]!.length;
    const out = c.docs.slice(c.at, n);
    c.at = n;
    const over = n >= c.docs.length;
    if (over) this.cursors.delete(id);
    return cursorBody('nextBatch', out, over ? 0n : id, c.ns, { ok: 1, operationTime: this.time(this.store.seq) });
  }
  $killCursors(cmd: Document) {
    const killed = [],
      gone = [];
    for (const x of cmd.cursors) (this.cursors.delete(BigInt(x.toString())) ? killed : gone).push(x);
    for (const w of this.waiters) w();
    this.waiters.clear();
    return { cursorsKilled: killed, cursorsNotFound: gone, cursorsAlive: [], cursorsUnknown: [] };
  }
  // ---- reads
  $find(cmd: Document) {
    for (const k of ['tailable', 'returnKey', 'min', 'max', 'oplogReplay'])
      if (cmd[k]) throw bad(`find option '${k}' is not supported by the embedded database`);
    const c = this.coll(cmd, 'find'),
      ns = `${cmd.$db}.${cmd.find}`;
    if (!c) {
      matcher(cmd.filter ?? {});
      return this.cursor('firstBatch', [], ns);
    }
    const spec: FindSpec = {
      filter: cmd.filter,
      sort: cmd.sort,
      skip: cmd.skip,
      limit: cmd.limit,
      projection: cmd.projection,
      collation: cmd.collation ?? c.options.collation,
      hint: cmd.hint,
      vars: cmd.let,
    };
    return this.cursor(
      'firstBatch',
      output(find(this.store, c, spec), spec),
      ns,
      cmd.batchSize ?? 101,
      cmd.singleBatch || cmd.limit < 0,
    );
  }
  $count(cmd: Document) {
    const c = this.coll(cmd, 'count'),
      q = cmd.query ?? {};
    return {
      n: !c
        ? 0
        : Object.keys(q).length || cmd.limit || cmd.skip
          ? find(this.store, c, { filter: q, limit: cmd.limit, skip: cmd.skip, collation: cmd.collation }).length
          : this.count(c),
    };
  }
  $distinct(cmd: Document) {
    const c = this.coll(cmd, 'distinct'),
      m = new Map<string, any>();
    if (c)
      for (const h of find(this.store, c, { filter: cmd.query ?? {}, collation: cmd.collation }))
        for (const v of pathValues((h.d ??= parse(h.v)), cmd.key.split('.'))[0])
          if (v !== undefined && v !== EMPTY) {
            const k = encode([v], undefined, fold(cmd.collation)).toString('latin1');
            if (!m.has(k)) m.set(k, v);
          }
    return { values: [...m.entries()].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map((x) => x[1]) };
  }
  $aggregate(cmd: Document) {
    const p: Document[] = cmd.pipeline,
      name = typeof cmd.aggregate === 'string' ? cmd.aggregate : null,
      ns = `${cmd.$db}.${name ?? '$cmd.aggregate'}`;
    if (!cmd.cursor && !cmd.explain) throw new MongoError(9, 'FailedToParse', "The 'cursor' option is required");
    if (p[0]?.$changeStream) return this.watch(cmd, p, name, ns);
    const now = { NOW: new Date() },
      docs = aggregate(
        { s: this.store, db: cmd.$db, vars: { ...now, ...cmd.let }, collation: cmd.collation, hint: cmd.hint },
        name,
        p,
      );
    return this.cursor(
      'firstBatch',
      docs.map((d) => serialize(d, { ignoreUndefined: true })),
      ns,
      cmd.cursor.batchSize ?? 101,
    );
  }
  $explain(cmd: Document) {
    const e = cmd.explain,
      e2 = { ...e, $db: cmd.$db };
    const f = e.aggregate
        ? (e.pipeline[0]?.$match ?? {})
        : (e.filter ?? e.query ?? e.updates?.[0]?.q ?? e.deletes?.[0]?.q ?? {}),
      n = e.find ?? e.aggregate ?? e.count ?? e.distinct ?? e.update ?? e.delete,
      sort = e.aggregate ? e.pipeline.find((s: any) => s.$sort)?.$sort : e.sort;
    const c = this.store.coll(cmd.$db, n);
    if (!c)
      return {
        explainVersion: '1',
        queryPlanner: { namespace: `${cmd.$db}.${n}`, winningPlan: { stage: 'EOF' }, rejectedPlans: [] },
      };
    const ss = sort ? (Object.entries(sort).map(([k, d]) => [k.split('.'), d]) as any) : null,
      p = plan(c, f, ss, e.hint, e.collation);
    let w: Document =
      p.stage === 'COLLSCAN'
        ? { stage: 'COLLSCAN', direction: 'forward' }
        : {
            stage: 'FETCH',
            inputStage: {
              stage: 'IXSCAN',
              indexName: p.ix?.name ?? '_id_',
              keyPattern: p.ix?.key ?? { _id: 1 },
              isMultiKey: !!p.ix?.multi.size,
              direction: p.desc ? 'backward' : 'forward',
              ranges: p.scans.length,
            },
          };
    if (!p.sorted) w = { stage: 'SORT', sortPattern: sort, inputStage: w };
    if (e.limit) w = { stage: 'LIMIT', limitAmount: e.limit, inputStage: w };
    const out: Document = {
      explainVersion: '1',
      queryPlanner: { namespace: `${cmd.$db}.${n}`, parsedQuery: f, winningPlan: w, rejectedPlans: [] },
      serverInfo: { version: VERSION },
    };
    if (cmd.verbosity && cmd.verbosity !== 'queryPlanner') {
      const t = performance.now(),
        r = e.aggregate ? [] : find(this.store, c, { filter: f, sort, limit: e.limit, skip: e.skip, hint: e.hint });
      out.executionStats = {
        executionSuccess: true,
        nReturned: r.length,
        executionTimeMillis: Math.round(performance.now() - t),
        totalDocsExamined: stats.docs,
      };
    }
    void e2;
    return out;
  }
  // ---- writes
  each(list: any[], ordered: boolean, fn: (x: any, i: number) => void): Document[] {
    const errs: Document[] = [];
    const s = this.store;
    s.tx(() => {
      for (let i = 0; i < list.length; i++) {
        s.db.exec('SAVEPOINT w');
        const pend = s.pending;
        try {
          fn(list[i], i);
          s.db.exec('RELEASE w');
        } catch (e) {
          s.db.exec('ROLLBACK TO w; RELEASE w');
          s.pending = pend;
          if (!(e instanceof MongoError)) throw e;
          errs.push({ index: i, code: e.code, errmsg: e.message, ...e.extra });
          if (ordered) break;
        }
      }
    });
    return errs;
  }
  $insert(cmd: Document, req: Request) {
    const docs = req.raw.documents ?? [],
      c = this.store.tx(() => this.coll(cmd, 'insert', true)!);
    let n = 0;
    const writeErrors = this.each(docs, cmd.ordered !== false, (d) => {
      this.store.insert(c, d);
      n++;
    });
    return { n, ...(writeErrors.length ? { writeErrors } : {}) };
  }
  $update(cmd: Document) {
    let n = 0,
      nModified = 0;
    const upserted: Document[] = [],
      c = this.store.tx(() => this.coll(cmd, 'update', true)!);
    const writeErrors = this.each(cmd.updates, cmd.ordered !== false, (u, index) => {
      if (u.multi && !Array.isArray(u.u) && !Object.keys(u.u)[0]?.startsWith('$'))
        throw new MongoError(9, 'FailedToParse', 'multi update is not supported for replacement-style update');
      const hits = find(this.store, c, {
        filter: u.q,
        limit: u.multi ? 0 : 1,
        collation: u.collation,
        hint: u.hint,
        sort: u.sort,
        vars: cmd.let,
      });
      if (!hits.length && u.upsert) {
        const d = upsert(this.store, c, u.q, u.u, u.arrayFilters, { ...cmd.let, ...u.c });
        upserted.push({ index, _id: d._id });
        n++;
        return;
      }
      for (const h of hits) {
        n++;
        if (modify(this.store, c, h, u.u, u.q, u.arrayFilters, { ...cmd.let, ...u.c })[0]) nModified++;
      }
    });
    return { n, nModified, ...(upserted.length ? { upserted } : {}), ...(writeErrors.length ? { writeErrors } : {}) };
  }
  $delete(cmd: Document) {
    const c = this.coll(cmd, 'delete');
    let n = 0;
    if (!c) return { n };
    const writeErrors = this.each(cmd.deletes, cmd.ordered !== false, (x) => {
      for (const h of find(this.store, c, {
        filter: x.q,
        limit: x.limit,
        collation: x.collation,
        hint: x.hint,
        vars: cmd.let,
      })) {
        this.store.remove(c, h.rid, (h.d ??= parse(h.v)));
        n++;
      }
    });
    return { n, ...(writeErrors.length ? { writeErrors } : {}) };
  }
  $bulkWrite(cmd: Document) {
    const rs: Document[] = [],
      t = { nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0, nErrors: 0 };
    const errs = this.each(cmd.ops, cmd.ordered !== false, (o, idx) => {
      const ns = cmd.nsInfo[o.insert ?? o.update ?? o.delete].ns as string,
        c = this.store.ensure(ns.slice(0, ns.indexOf('.')), ns.slice(ns.indexOf('.') + 1));
      if ('insert' in o) {
        this.store.insert(c, serialize(o.document));
        t.nInserted++;
        rs.push({ ok: 1, idx, n: 1 });
        return;
      }
      const hits = find(this.store, c, {
        filter: o.filter,
        limit: o.multi ? 0 : 1,
        collation: o.collation,
        hint: o.hint,
        sort: o.sort,
        vars: cmd.let,
      });
      let m = 0;
      if ('delete' in o) {
        for (const h of hits) this.store.remove(c, h.rid, (h.d ??= parse(h.v)));
        t.nDeleted += hits.length;
        rs.push({ ok: 1, idx, n: hits.length });
        return;
      }
      if (!hits.length && o.upsert) {
        const d = upsert(this.store, c, o.filter, o.updateMods, o.arrayFilters, cmd.let);
        t.nUpserted++;
        rs.push({ ok: 1, idx, n: 1, nModified: 0, upserted: { _id: d._id } });
        return;
      }
      for (const h of hits) if (modify(this.store, c, h, o.updateMods, o.filter, o.arrayFilters, cmd.let)[0]) m++;
      t.nMatched += hits.length;
      t.nModified += m;
      rs.push({ ok: 1, idx, n: hits.length, nModified: m });
    });
    t.nErrors = errs.length;
    for (const e of errs) {
      const { index, errmsg, ...x } = e;
      rs.push({ ok: 0, idx: index, n: 0, errmsg, ...x });
    }
    return {
      cursor: {
        id: Long.ZERO,
        firstBatch: (cmd.errorsOnly ? rs.filter((r) => !r.ok) : rs).sort((a, b) => a.idx - b.idx),
        ns: 'admin.$cmd.bulkWrite',
      },
      ...t,
    };
  }
  $findAndModify(cmd: Document) {
    return this.store.tx(() => {
      const c = this.coll(cmd, 'findAndModify', true)!,
        q = cmd.query ?? {},
        [h] = find(this.store, c, {
          filter: q,
          sort: cmd.sort,
          limit: 1,
          collation: cmd.collation,
          hint: cmd.hint,
          vars: cmd.let,
        }),
        shape = (d: Document | null) =>
          d && cmd.fields ? parse(output([{ rid: 0, v: serialize(d) }], { projection: cmd.fields, filter: q })[0]!) : d;
      if (cmd.remove) {
        if (h) this.store.remove(c, h.rid, (h.d ??= parse(h.v)));
        return { lastErrorObject: { n: h ? 1 : 0 }, value: h ? shape(h.d!) : null };
      }
      if (!h) {
        if (!cmd.upsert) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
        const d = upsert(this.store, c, q, cmd.update, cmd.arrayFilters, cmd.let);
        return { lastErrorObject: { n: 1, updatedExisting: false, upserted: d._id }, value: cmd.new ? shape(d) : null };
      }
      const old = parse(h.v),
        [, d] = modify(this.store, c, h, cmd.update, q, cmd.arrayFilters, cmd.let);
      return { lastErrorObject: { n: 1, updatedExisting: true }, value: shape(cmd.new ? d : old) };
    });
  }
  // ---- change streams, read from the op log
  watch(cmd: Document, p: Document[], coll: string | null, ns: string): Buffer {
    const o = p[0]!.$changeStream,
      tok = o.resumeAfter ?? o.startAfter;
    let after = Number((this.store.q('SELECT max(seq) s FROM _oplog').get() as any).s ?? 0);
    const head = after;
    if (tok) after = parseInt(tok._data, 16);
    else if (o.startAtOperationTime) after = Number(o.startAtOperationTime.getLowBitsUnsigned()) - 1;
    const min = (this.store.q('SELECT min(seq) m FROM _oplog').get() as any).m;
    if (after < head && min !== null && after + 1 < min)
      throw new MongoError(
        286,
        'ChangeStreamHistoryLost',
        'Resume of change stream was not possible, as the resume point may no longer be in the oplog.',
        { errorLabels: ['NonResumableChangeStreamError'] },
      );
    const id = this.nextCursor++,
      stream: Stream = {
        after,
        db: cmd.$db,
        coll: o.allChangesForCluster ? '*' : coll,
        pipe: p.slice(1),
        full: o.fullDocument,
        lookup: o.fullDocument === 'updateLookup' || o.fullDocument === 'whenAvailable',
      };
    aggregate({ s: this.store, db: cmd.$db, vars: {} }, null, stream.pipe);
    this.cursors.set(id, { id, ns, docs: [], at: 0, stream, used: Date.now() });
    return cursorBody(
      'firstBatch',
      [],
      id,
      ns,
      { ok: 1, operationTime: this.time(this.store.seq) },
      { postBatchResumeToken: token(after) },
    );
  }
  events(s: Stream, max = 1000): Document[] {
    const out: Document[] = [];
    while (!out.length) {
      const rs = this.store
        .q('SELECT seq,t,e FROM _oplog WHERE seq>? ORDER BY seq LIMIT ?')
        .all(s.after, Math.min(max || 1000, 1000)) as any[];
      if (!rs.length) break;
      for (const r of rs) {
        s.after = r.seq;
        const e = parse(r.e) as Change;
        if (s.coll !== '*' && (e.db !== s.db || (s.coll !== null && e.coll !== s.coll))) continue;
        let ev: Document = {
          _id: token(r.seq),
          operationType: e.op,
          clusterTime: this.time(r.seq),
          wallTime: new Date(r.t),
          ns: { db: e.db, coll: e.coll },
        };
        if (e.key) ev.documentKey = e.key;
        if (e.doc) ev.fullDocument = e.doc;
        if (e.upd) ev.updateDescription = e.upd;
        if (e.to) ev.to = { db: e.db, coll: e.to };
        if (e.op === 'update' && s.lookup) {
          const c = this.store.coll(e.db, e.coll),
            h = c && find(this.store, c, { filter: e.key! })[0];
          ev.fullDocument = h ? parse(h.v) : null;
        }
        const evs = s.pipe.length ? aggregateMem(this.store, ev, s.pipe) : [ev];
        if (evs.some((x) => x._id?._data !== ev._id._data))
          throw new MongoError(
            280,
            'ChangeStreamFatalError',
            'Encountered an event whose _id field, which contains the resume token, was modified by the pipeline.',
            { errorLabels: ['NonResumableChangeStreamError'] },
          );
        out.push(...evs);
        if (s.coll !== null && s.coll !== '*' && (e.op === 'drop' || e.op === 'rename'))
          out.push({
            _id: token(r.seq),
            operationType: 'invalidate',
            clusterTime: this.time(r.seq),
            wallTime: new Date(r.t),
          });
      }
    }
    return out;
  }
  sweep() {
    for (const c of this.store.colls.values())
      for (const ix of c.indexes)
        if (ix.ttl !== undefined && ![...this.txns.values()].some((t) => t.wrote)) {
          const f = { [Object.keys(ix.key)[0]!]: { $lt: new Date(Date.now() - ix.ttl * 1000) } };
          this.store.tx(() => {
            for (const h of find(this.store, c, { filter: f })) this.store.remove(c, h.rid, (h.d ??= parse(h.v)));
          });
        }
  }
}
const token = (n: number) => ({ _data: n.toString(16).padStart(16, '0') });
const aggregateMem = (s: Store, ev: Document, pipe: Document[]) =>
  aggregate({ s, db: '', vars: {} }, null, [{ $documents: [ev] }, ...pipe]);
