// @ts-nocheck
/* oxlint-disable */
// find, aggregate and write execution on top of the store.
import { serialize, ObjectId, type Document } from 'bson';
import { EMPTY, encode, pathValues, sortKey } from './keys.ts';
import { bad, applyUpdate, fold, matcher, MongoError, noScript, opts, project, run } from './query.ts';
import { parse, plan, rows, type Coll, type Index, type Row, type Store } from './store.ts';

export interface FindSpec {
  filter?: Document;
  sort?: Document;
  skip?: number;
  limit?: number;
  projection?: Document;
  collation?: Document;
  hint?: any;
  vars?: Document;
}
const SCORE = '__textScore';
const isMeta = (v: any) => v && typeof v === 'object' && v.$meta === 'textScore';
const sortSpec = (s?: Document): [string[], number][] | null => {
  if (!s || !Object.keys(s).length) return null;
  return Object.entries(s).map(([k, d]) => {
    if (d !== 1 && d !== -1) throw bad(`Illegal sort direction for ${k}`);
    return [k.split('.'), d] as [string[], number];
  });
};
function dropText(f: Document): [Document, any] {
  if (f.$text) {
    const { $text, ...r } = f;
    return [r, $text];
  }
  if (f.$and)
    for (const [i, x] of f.$and.entries())
      if (x.$text) {
        const a = f.$and.filter((_: any, j: number) => j !== i),
          { $text, ...r } = x;
        return [{ ...f, $and: [...a, r] }, $text];
      }
  return [f, null];
}
/** $text through SQLite FTS5 (porter stemmer); the score is BM25, so ranking is close to, not equal to, MongoDB's. */
function textRows(s: Store, c: Coll, t: any): (Row & { score: number })[] {
  const ix = c.indexes.find((i) => i.text);
  if (!ix) throw new MongoError(27, 'IndexNotFound', 'text index required for $text query');
  const any: string[] = [],
    must: string[] = [],
    not: string[] = [];
  const q = (x: string) => `"${x.replace(/"/g, '""')}"`;
  for (const m of String(t.$search ?? '').matchAll(/(-?)"([^"]+)"|(-?)([\p{L}\p{N}'’]+)/gu)) {
    const w = m[2] ?? m[4]!;
    if ((m[1] || m[3]) === '-') not.push(q(w));
    else if (m[2]) must.push(q(w));
    else any.push(q(w));
  }
  if (!any.length && !must.length) return [];
  let e = must.length ? must.join(' AND ') : `(${any.join(' OR ')})`;
  if (not.length) e = `(${e}) NOT (${not.join(' OR ')})`;
  return s
    .q(
      `SELECT d.rid rid,d.v v,-bm25(t_${ix.id},${Object.values(ix.text!).join(',')})*1e3 score FROM t_${ix.id} JOIN d_${c.id} d ON d.rid=t_${ix.id}.rowid WHERE t_${ix.id} MATCH ? ORDER BY score DESC`,
    )
    .all(e) as any;
}
export interface Hit {
  rid: number;
  v: Uint8Array;
  d?: Document;
  score?: number;
}
export const stats = { keys: 0, docs: 0 };
export function find(s: Store, c: Coll, spec: FindSpec): Hit[] {
  const [filter, text] = dropText(spec.filter ?? {}),
    skip = spec.skip ?? 0,
    limit = Math.abs(spec.limit ?? 0) || Infinity;
  let out: Hit[] = [];
  const meta = spec.sort && Object.values(spec.sort).some(isMeta),
    ss = meta ? null : sortSpec(spec.sort),
    test = Object.keys(filter).length ? matcher(filter, spec.collation, spec.vars) : null;
  const p = text ? null : plan(c, filter, ss, spec.hint, spec.collation),
    f = fold(spec.collation),
    src: Iterable<Hit> = text ? textRows(s, c, text) : rows(s, c, p!, skip + limit === Infinity ? 256 : skip + limit);
  const sorted = text ? !ss : p!.sorted;
  let n = 0;
  stats.docs = 0;
  for (const r of src) {
    stats.docs++;
    let d: Document | undefined;
    if (test && !p?.exact) {
      d = parse(r.v);
      if (!test(d)) continue;
    }
    if (sorted) {
      if (n++ < skip) continue;
      out.push({ ...r, d });
      if (out.length >= limit) break;
    } else out.push({ ...r, d });
  }
  if (!sorted) {
    const ks = out.map((r) => ({ r, k: sortKey((r.d ??= parse(r.v)), ss!, f) }));
    ks.sort((a, b) => Buffer.compare(a.k, b.k));
    out = ks.slice(skip, limit === Infinity ? undefined : skip + limit).map((x) => x.r);
  }
  return out;
}
export function output(hits: Hit[], spec: FindSpec): Uint8Array[] {
  const p = spec.projection;
  if (!p || !Object.keys(p).length) return hits.map((h) => h.v);
  const docs = hits.map((h) => (h.d ??= parse(h.v))),
    metas = Object.keys(p).filter((k) => isMeta(p[k])),
    rest = Object.fromEntries(Object.entries(p).filter(([k]) => !metas.includes(k)));
  const ks = Object.keys(rest),
    simple =
      ks.length &&
      ks.every((k) => !k.includes('.') && (rest[k] === 1 || rest[k] === true || (k === '_id' && !rest[k]))) &&
      ks.some((k) => k !== '_id');
  const res = !ks.length
    ? docs
    : simple
      ? docs.map((d) => {
          const o: Document = {};
          for (const k of Object.keys(d)) if (k === '_id' ? rest._id !== 0 && rest._id !== false : rest[k]) o[k] = d[k];
          return o;
        })
      : project(docs, rest, dropText(spec.filter ?? {})[0]);
  return res.map((d, i) =>
    serialize(metas.length ? { ...d, ...Object.fromEntries(metas.map((m) => [m, hits[i]!.score ?? 0])) } : d, {
      ignoreUndefined: true,
    }),
  );
}
// ---- aggregation
export const evalLet = (l?: Document): Document =>
  l && Object.keys(l).length ? run([{}], [{ $replaceRoot: { newRoot: l } }], opts())[0]! : {};
const deepMeta = (v: any): any =>
  Array.isArray(v)
    ? v.map(deepMeta)
    : v && typeof v === 'object' && v.constructor === Object
      ? isMeta(v)
        ? `$${SCORE}`
        : Object.fromEntries(Object.entries(v).map(([k, x]) => [k, deepMeta(x)]))
      : v;
/** Equalities inside $expr that an index can serve, with variables filled in. */
function exprFilter(e: any, vars: Document): Document[] {
  if (!e || typeof e !== 'object') return [];
  if (e.$and) return e.$and.flatMap((x: any) => exprFilter(x, vars));
  const val = (x: any) =>
      typeof x === 'string' && x.startsWith('$$')
        ? x.slice(2) in vars
          ? [vars[x.slice(2)]]
          : null
        : typeof x === 'string' && x.startsWith('$')
          ? null
          : [x],
    fld = (x: any) => (typeof x === 'string' && /^\$[^$]/.test(x) ? x.slice(1) : null);
  const pair = (a: any, b: any, op: string) => {
    const k = fld(a),
      v = val(b);
    return k && v && v[0] !== null && v[0] !== undefined && !Array.isArray(v[0]) === (op === '$eq')
      ? [{ [k]: { [op]: v[0] } }]
      : [];
  };
  if (e.$eq) return [...pair(e.$eq[0], e.$eq[1], '$eq'), ...pair(e.$eq[1], e.$eq[0], '$eq')].slice(0, 1);
  if (e.$in) return pair(e.$in[0], e.$in[1], '$in');
  return [];
}
export interface AggCtx {
  s: Store;
  db: string;
  vars: Document;
  collation?: Document;
  hint?: any;
}
const PASS = new Set([
  '$addFields',
  '$set',
  '$project',
  '$unset',
  '$unwind',
  '$group',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$sortByCount',
  '$replaceRoot',
  '$replaceWith',
  '$redact',
  '$sample',
  '$setWindowFields',
  '$densify',
  '$fill',
  '$graphLookup',
  '$documents',
]);
export function aggregate(x: AggCtx, coll: string | null, pipe: Document[]): Document[] {
  const { s } = x,
    c = coll === null ? undefined : s.coll(x.db, coll);
  let docs: Document[] = [],
    i = 0,
    scored = false;
  if (coll !== null) {
    const spec: FindSpec = { collation: x.collation, hint: x.hint, vars: x.vars };
    let filter: Document = {};
    while (pipe[i]?.$match && (i === 0 || !pipe[i]!.$match.$text)) {
      const m = pipe[i++]!.$match;
      if (m.$text) scored = true;
      const ex = m.$expr ? exprFilter(m.$expr, x.vars) : [];
      filter =
        Object.keys(filter).length || ex.length
          ? { $and: [...(Object.keys(filter).length ? [filter] : []), m, ...ex] }
          : m;
      if (scored) break;
    }
    spec.filter = filter;
    if (pipe[i]?.$sort && !Object.values(pipe[i]!.$sort).some((v: any) => v !== 1 && v !== -1))
      spec.sort = pipe[i++]!.$sort;
    if (pipe[i]?.$skip !== undefined && pipe[i + 1]?.$limit !== undefined) {
      spec.skip = pipe[i++]!.$skip;
      spec.limit = pipe[i++]!.$limit;
    } else if (pipe[i]?.$limit !== undefined) spec.limit = pipe[i++]!.$limit;
    if (c && !pipe[0]?.$documents) {
      if (i < pipe.length && pipe[i]?.$count && pipe.length === 1 && !Object.keys(filter).length)
        return [{ [pipe[i]!.$count]: (s.q(`SELECT count(*) n FROM d_${c.id}`).get() as any).n }].filter(
          (d) => Object.values(d)[0],
        );
      docs = find(s, c, spec).map((h) => {
        const d = (h.d ??= parse(h.v));
        if (scored) d[SCORE] = h.score;
        return d;
      });
    }
    if (scored)
      pipe = pipe.map((st) =>
        st.$sort
          ? { $sort: Object.fromEntries(Object.entries(st.$sort).map(([k, v]) => (isMeta(v) ? [SCORE, -1] : [k, v]))) }
          : st.$project
            ? {
                $project: Object.values(st.$project).some((v) => v === 0)
                  ? st.$project
                  : { ...deepMeta(st.$project), [SCORE]: 1 },
              }
            : deepMeta(st),
      );
  }
  docs = stages(x, docs, pipe.slice(i), coll);
  if (scored) for (const d of docs) delete d[SCORE];
  return docs;
}
/** Stages over documents already in memory; joins and unions go back to the indexes. */
function stages(x: AggCtx, docs: Document[], pipe: Document[], coll: string | null = null): Document[] {
  const o = opts(x.collation, x.vars, (n) => load(x, n));
  for (const st of pipe) {
    const name = Object.keys(st)[0]!,
      a = st[name];
    if (Object.keys(st).length !== 1)
      throw new MongoError(
        40323,
        'Location40323',
        'A pipeline stage specification object must contain exactly one field.',
      );
    switch (name) {
      case '$match': {
        if (a.$text)
          throw new MongoError(17313, 'Location17313', '$match with $text is only allowed as the first pipeline stage');
        const t = matcher(a, x.collation, x.vars);
        docs = docs.filter(t);
        break;
      }
      case '$sort': {
        const ss = sortSpec(a)!,
          f = fold(x.collation);
        docs = docs
          .map((d) => ({ d, k: sortKey(d, ss, f) }))
          .sort((p, q) => Buffer.compare(p.k, q.k))
          .map((k) => k.d);
        break;
      }
      case '$limit':
        if (!(a > 0)) throw new MongoError(15958, 'Location15958', 'the limit must be positive');
        docs = docs.slice(0, a);
        break;
      case '$skip':
        docs = docs.slice(a);
        break;
      case '$count':
        docs = docs.length ? [{ [a]: docs.length }] : [];
        break;
      case '$sample': {
        const n = Math.min(a.size, docs.length);
        docs = docs.slice();
        for (let i = 0; i < n; i++) {
          const j = i + Math.floor(Math.random() * (docs.length - i));
          [docs[i], docs[j]] = [docs[j]!, docs[i]!];
        }
        docs.length = n;
        break;
      }
      case '$lookup':
        docs = lookup(x, docs, a);
        break;
      case '$facet':
        docs = [
          Object.fromEntries(
            Object.entries(a).map(([k, p]) => [
              k,
              stages(
                x,
                docs.map((d) => ({ ...d })),
                p as Document[],
              ),
            ]),
          ),
        ];
        break;
      case '$unionWith':
        docs = docs.concat(
          aggregate(
            { ...x, hint: undefined },
            typeof a === 'string' ? a : (a.coll ?? null),
            typeof a === 'string' ? [] : (a.pipeline ?? []),
          ),
        );
        break;
      case '$out':
      case '$merge':
        write(x, docs, name, a);
        docs = [];
        break;
      case '$collStats': {
        const c = coll ? x.s.coll(x.db, coll) : undefined;
        docs = [{ ns: `${x.db}.${coll}`, count: c ? (x.s.q(`SELECT count(*) n FROM d_${c.id}`).get() as any).n : 0 }];
        break;
      }
      case '$indexStats':
        docs = (x.s.coll(x.db, coll!)?.indexes ?? []).map((ix) => ({
          name: ix.name,
          key: ix.key,
          accesses: { ops: 0 },
        }));
        break;
      default:
        if (!PASS.has(name))
          throw new MongoError(40324, 'Location40324', `Unrecognized pipeline stage name: '${name}'`);
        noScript(st);
        docs = run(docs, [st], o);
    }
  }
  return docs;
}
const load = (x: AggCtx, name: string): Document[] => {
  const c = x.s.coll(x.db, name);
  return c ? [...x.s.all(c)].map((r) => parse(r.v)) : [];
};
function lookup(x: AggCtx, docs: Document[], a: Document): Document[] {
  const c = a.from ? x.s.coll(x.db, a.from) : undefined;
  let vars = (d: Document) => x.vars;
  if (a.let) {
    const o = opts(x.collation, x.vars);
    vars = (d) => ({
      ...x.vars,
      ...(run([d], [{ $replaceRoot: { newRoot: Object.fromEntries(Object.entries(a.let)) } }], o)[0] ?? {}),
    });
  }
  if (a.localField === undefined)
    return docs.map((d) => ({
      ...d,
      [a.as]: aggregate({ ...x, vars: vars(d), hint: undefined }, a.from ?? null, a.pipeline),
    }));
  const lp = a.localField.split('.'),
    fp = a.foreignField.split('.'),
    local = docs.map((d) =>
      pathValues(d, lp)[0]
        .filter((v) => v !== EMPTY)
        .map((v) => v ?? null),
    ),
    want = new Map<string, any>();
  for (const vs of local) for (const v of vs) want.set(encode([v]).toString('latin1'), v);
  const by = new Map<string, Hit[]>(),
    vals = [...want.values()];
  for (let i = 0; c && i < vals.length; i += 500)
    for (const h of find(x.s, c, { filter: { [a.foreignField]: { $in: vals.slice(i, i + 500) } } })) {
      const d = (h.d ??= parse(h.v));
      const ks = new Set(
        pathValues(d, fp)[0]
          .filter((v) => v !== EMPTY)
          .map((v) => encode([v ?? null]).toString('latin1')),
      );
      for (const k of ks)
        if (want.has(k)) {
          const l = by.get(k);
          if (l) {
            if (l.at(-1)!.rid !== h.rid) l.push(h);
          } else by.set(k, [h]);
        }
    }
  return docs.map((d, i) => {
    const seen = new Set<number>(),
      got: Hit[] = [];
    for (const v of local[i]!)
      for (const h of by.get(encode([v]).toString('latin1')) ?? [])
        if (!seen.has(h.rid)) {
          seen.add(h.rid);
          got.push(h);
        }
    if (local[i]!.length > 1) got.sort((p, q) => p.rid - q.rid);
    const j = got.map((h) => h.d!);
    return {
      ...d,
      [a.as]: a.pipeline?.length
        ? stages(
            { ...x, vars: vars(d) },
            j.map((y) => ({ ...y })),
            a.pipeline,
          )
        : j,
    };
  });
}
function write(x: AggCtx, docs: Document[], name: string, a: any) {
  const t =
    typeof a === 'string'
      ? { db: x.db, coll: a }
      : name === '$out'
        ? a
        : typeof a.into === 'string'
          ? { db: x.db, coll: a.into }
          : a.into;
  x.s.tx(() => {
    let c = x.s.coll(t.db ?? x.db, t.coll);
    if (name === '$out' && c) for (const r of x.s.all(c)) x.s.remove(c, r.rid, parse(r.v));
    c = x.s.ensure(t.db ?? x.db, t.coll);
    const on = ([] as string[]).concat(a.on ?? '_id'),
      hit = a.whenMatched ?? 'merge',
      miss = a.whenNotMatched ?? 'insert';
    for (const d of docs) {
      d._id ??= new ObjectId();
      const old =
        name === '$merge'
          ? find(x.s, c, { filter: Object.fromEntries(on.map((k) => [k, d[k]])), limit: 1 })[0]
          : undefined;
      if (!old) {
        if (miss === 'insert') x.s.insert(c, serialize(d));
        else if (miss === 'fail')
          throw new MongoError(13113, 'MergeStageNoMatchingDocument', '$merge could not find a matching document');
        continue;
      }
      const od = (old.d ??= parse(old.v));
      if (hit === 'keepExisting') continue;
      if (hit === 'fail') throw new MongoError(11000, 'DuplicateKey', 'E11000 $merge matched');
      const nd = Array.isArray(hit)
        ? run([od], hit, opts(undefined, { ...x.vars, new: d }))[0]!
        : hit === 'replace'
          ? d
          : { ...od, ...d };
      x.s.replace(c, old.rid, od, { ...nd, _id: od._id });
    }
  });
}
// ---- updates
const isReplacement = (u: any) => !Array.isArray(u) && !Object.keys(u)[0]?.startsWith('$');
const diff = (
  a: Document,
  b: Document,
  pre = '',
  out: Document = { updatedFields: {}, removedFields: [], truncatedArrays: [] },
): Document => {
  for (const k of Object.keys(b)) {
    if (k in a && encode([a[k]]).equals(encode([b[k]]))) continue;
    const x = a[k],
      y = b[k];
    if (x && y && x.constructor === Object && y.constructor === Object) diff(x, y, `${pre}${k}.`, out);
    else out.updatedFields[pre + k] = y;
  }
  for (const k of Object.keys(a)) if (!(k in b)) out.removedFields.push(pre + k);
  return out;
};
function setPath(d: Document, path: string, v: any) {
  const p = path.split('.');
  let o: any = d;
  for (const k of p.slice(0, -1)) o = o[k] ??= {};
  o[p.at(-1)!] = v;
}
export function modify(
  s: Store,
  c: Coll,
  h: Hit,
  u: any,
  filter: Document,
  arrayFilters?: Document[],
  vars?: Document,
): [boolean, Document] {
  const old = parse(h.v);
  let d: Document;
  if (isReplacement(u)) {
    if (u._id !== undefined && !encode([u._id]).equals(encode([old._id])))
      throw new MongoError(
        66,
        'ImmutableField',
        "After applying the update, the (immutable) field '_id' was found to have been altered",
      );
    d = { _id: old._id, ...u };
  } else {
    const { $setOnInsert, ...ops } = Array.isArray(u) ? ({} as any) : u;
    const [f] = dropText(filter);
    d =
      Array.isArray(u) || Object.keys(ops).length
        ? applyUpdate(parse(h.v), Array.isArray(u) ? u : ops, f, arrayFilters, vars)
        : parse(h.v);
    if (d._id === undefined) d = { _id: old._id, ...d };
    if (!encode([d._id]).equals(encode([old._id])))
      throw new MongoError(
        66,
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
  }
  if (Buffer.compare(encode([old]), encode([d])) === 0) return [false, old];
  s.replace(c, h.rid, old, d, isReplacement(u) ? undefined : diff(old, d));
  return [true, d];
}
export function upsert(
  s: Store,
  c: Coll,
  filter: Document,
  u: any,
  arrayFilters?: Document[],
  vars?: Document,
): Document {
  let d: Document = {};
  const eqs = (f: Document) => {
    for (const [k, v] of Object.entries(f)) {
      if (k === '$and') v.forEach(eqs);
      else if (k.startsWith('$')) continue;
      else if (v && typeof v === 'object' && v.constructor === Object && Object.keys(v)[0]?.startsWith('$')) {
        if ('$eq' in v) setPath(d, k, v.$eq);
        else if (v.$in?.length === 1) setPath(d, k, v.$in[0]);
      } else if (!(v instanceof RegExp)) setPath(d, k, v);
    }
  };
  eqs(filter);
  if (isReplacement(u)) d = { ...(d._id !== undefined ? { _id: d._id } : {}), ...u };
  else if (Array.isArray(u)) d = applyUpdate(d, u, {}, arrayFilters, vars);
  else {
    const { $setOnInsert, ...ops } = u;
    const id = ops.$set?._id ?? $setOnInsert?._id;
    if (id !== undefined) {
      d._id = id;
      delete ops.$set?._id;
      delete $setOnInsert?._id;
    }
    if (Object.keys(ops).length) d = applyUpdate(d, ops, {}, arrayFilters);
    if ($setOnInsert && Object.keys($setOnInsert).length) d = applyUpdate(d, { $set: $setOnInsert }, {});
  }
  if (d._id === undefined) d = { _id: new ObjectId(), ...d };
  return s.insert(c, serialize(d));
}
