// @ts-nocheck
/* oxlint-disable */
// mingo with MongoDB semantics corrected where mingo 7 differs (BSON types, array paths, key order).
import { ObjectId, type Document } from 'bson';
import { Query as BaseQuery } from 'mingo/query';
import { Aggregator as BaseAggregator } from 'mingo/aggregator';
import { Context, evalExpr } from 'mingo/core';
import { updateMany } from 'mingo/updater';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { encode, pathValues, TAG, tagOf } from './keys.ts';
import { jsonSchema } from './schema.ts';

export class MongoError extends Error {
  code: number;
  codeName: string;
  extra: Document;
  constructor(code: number, codeName: string, msg: string, extra: Document = {}) {
    super(msg);
    this.code = code;
    this.codeName = codeName;
    this.extra = extra;
  }
}
export const bad = (m: string) => new MongoError(2, 'BadValue', m);

const TYPES: Record<string, (v: any) => boolean> = {
  double: (v) => typeof v === 'number' && !Number.isInteger(v),
  int: (v) => Number.isInteger(v) && v === (v | 0),
  long: (v) => v?._bsontype === 'Long' || (Number.isInteger(v) && v !== (v | 0)),
  decimal: (v) => v?._bsontype === 'Decimal128',
  number: (v) => tagOf(v) === TAG.NUM,
  string: (v) => typeof v === 'string',
  object: (v) => v !== undefined && tagOf(v) === TAG.OBJ,
  array: Array.isArray,
  binData: (v) => tagOf(v) === TAG.BIN,
  objectId: (v) => v?._bsontype === 'ObjectId',
  bool: (v) => typeof v === 'boolean',
  date: (v) => v instanceof Date,
  null: (v) => v === null,
  regex: (v) => tagOf(v) === TAG.RE,
  timestamp: (v) => v?._bsontype === 'Timestamp',
};
const TYPE_NO: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
};
export const typeName = (v: any) =>
  v === undefined
    ? 'missing'
    : typeof v === 'number'
      ? Number.isInteger(v)
        ? v === (v | 0)
          ? 'int'
          : 'long'
        : 'double'
      : (Object.keys(TYPES).find((k) => k !== 'number' && TYPES[k]!(v)) ?? 'object');

export type Fold = ((s: string) => string) | undefined;
/** Approximation of a collation as a folded string: strength 1 drops accents and case, 2 drops case. */
export function fold(c?: Document): Fold {
  if (!c || !c.locale || c.locale === 'simple') return undefined;
  if ((c.strength ?? 3) >= 3 || c.numericOrdering || c.caseLevel)
    throw new MongoError(
      72,
      'InvalidOptions',
      'the embedded database supports collation strength 1 and 2 only, without numericOrdering or caseLevel',
    );
  const loc = c.locale.replace('_', '-').split('@')[0];
  return (s) => {
    const x = s.normalize('NFKD');
    return (c.strength === 1 ? x.replace(/\p{M}/gu, '') : x).toLocaleLowerCase(loc);
  };
}
/** Values a predicate sees at a path: every array element, plus the array itself. */
function seen(doc: any, path: string[]): any[] {
  const [vs, multi] = pathValues(doc, path, false);
  if (!multi && vs.length === 1 && !Array.isArray(vs[0])) return vs;
  const out: any[] = [];
  for (const v of vs) {
    if (Array.isArray(v)) out.push(...v);
    out.push(v);
  }
  return out;
}
function ops(f: Fold) {
  const enc = (v: any) => encode([v], undefined, f);
  const eqTest = (v: any): ((x: any) => boolean) => {
    const t = tagOf(v);
    if (t === TAG.RE) {
      const re = v instanceof RegExp ? v : new RegExp(v.pattern, v.options);
      return (x) => (typeof x === 'string' ? re.test(x) : x instanceof RegExp && String(x) === String(re));
    }
    if (v === null || v === undefined) return (x) => x === null || x === undefined;
    if (t === TAG.STR && !f) return (x) => x === v;
    if (t === TAG.OID) {
      const h = v.toHexString();
      return (x) => x?._bsontype === 'ObjectId' && x.toHexString() === h;
    }
    const k = enc(v);
    return (x) => tagOf(x) === t && k.equals(enc(x));
  };
  const some = (sel: string, test: (x: any) => boolean) => {
    const p = sel.split('.');
    return (o: any) => {
      for (const x of seen(o, p)) if (test(x)) return true;
      return false;
    };
  };
  const cmp = (ok: (c: number) => boolean) => (sel: string, v: any) => {
    const t = tagOf(v),
      k = enc(v);
    if (t === TAG.NUM && typeof v === 'number')
      return some(sel, (x) => (typeof x === 'number' ? ok(x - v) : tagOf(x) === t && ok(Buffer.compare(enc(x), k))));
    if (t === TAG.DATE) return some(sel, (x) => x instanceof Date && ok(+x - +v));
    return some(sel, (x) => tagOf(x) === t && ok(Buffer.compare(enc(x), k)));
  };
  const $eq = (sel: string, v: any) => some(sel, eqTest(v));
  const $in = (sel: string, vs: any[]) => {
    if (!Array.isArray(vs)) throw bad('$in needs an array');
    const res = vs.filter((v) => tagOf(v) === TAG.RE || v === null).map(eqTest),
      keys = new Set(vs.filter((v) => tagOf(v) !== TAG.RE && v !== null).map((v) => enc(v).toString('latin1')));
    return some(
      sel,
      (x) => (x !== undefined && x !== null && keys.has(enc(x).toString('latin1'))) || res.some((t) => t(x)),
    );
  };
  const not = (g: any) => (sel: string, v: any) => {
    const t = g(sel, v);
    return (o: any) => !t(o);
  };
  const $type = (sel: string, v: any) => {
    const ts = (Array.isArray(v) ? v : [v]).map(
      (t) =>
        TYPES[TYPE_NO[t as number] ?? t] ??
        (() => {
          throw bad(`Unknown type name alias: ${t}`);
        })(),
    );
    return some(sel, (x) => x !== undefined && ts.some((t) => t(x)));
  };
  const $all = (sel: string, vs: any[]) => {
    const ts = vs.map((v) => (v && v.$elemMatch ? null : $eq(sel, v))),
      em = vs.filter((v) => v && v.$elemMatch).map((v) => matcher({ [sel]: v }));
    return vs.length ? (o: any) => ts.every((t) => !t || t(o)) && em.every((t) => t(o)) : () => false;
  };
  const $mod = (sel: string, v: any[]) => {
    if (!Array.isArray(v)) throw bad('malformed mod, needs to be an array');
    if (v.length !== 2) throw bad(`malformed mod, ${v.length < 2 ? 'not enough' : 'too many'} elements`);
    const [a, b] = v.map((x) => (typeof x === 'number' ? Math.trunc(x) : NaN)) as [number, number];
    if (!(a === a)) throw bad('malformed mod, divisor not a number');
    if (a === 0) throw bad('divisor cannot be 0');
    return some(sel, (x) => typeof x === 'number' && Math.trunc(x) % a === (b || 0));
  };
  return {
    $all,
    $mod,
    $eq,
    $ne: not($eq),
    $in,
    $nin: not($in),
    $gt: cmp((c) => c > 0),
    $gte: cmp((c) => c >= 0),
    $lt: cmp((c) => c < 0),
    $lte: cmp((c) => c <= 0),
    $type,
  };
}
const roundEven = (x: number) => {
  const r = Math.round(x);
  return Math.abs(x % 1) === 0.5 && r % 2 ? r - 1 : r;
};
const rnd = (o: any, e: any, opt: any, f: (x: number) => number) => {
  const [a, p = 0] = ([] as any[]).concat(evalExpr(o, Array.isArray(e) ? e : [e], opt));
  if (a == null) return null;
  if (typeof a !== 'number') throw new MongoError(51081, 'Location51081', '$round only supports numeric types');
  const m = 10 ** p;
  return f(a * m) / m;
};
const exprOps = {
  $toObjectId: (o: any, e: any, opt: any) => {
    const v = evalExpr(o, e, opt) as any;
    return v == null ? null : v._bsontype === 'ObjectId' ? v : new ObjectId(String(v));
  },
  $toString: (o: any, e: any, opt: any) => {
    const v = evalExpr(o, e, opt) as any;
    return v == null
      ? null
      : v._bsontype === 'ObjectId'
        ? v.toHexString()
        : v instanceof Date
          ? v.toISOString()
          : String(v);
  },
  $type: (o: any, e: any, opt: any) => typeName(evalExpr(o, e, opt)),
  $round: (o: any, e: any, opt: any) => rnd(o, e, opt, roundEven),
  $trunc: (o: any, e: any, opt: any) => rnd(o, e, opt, Math.trunc),
  $mod: (o: any, e: any, opt: any) => {
    const [a, b] = evalExpr(o, e, opt) as any[];
    if (a == null || b == null) return null;
    if (typeof a !== 'number' || typeof b !== 'number')
      throw new MongoError(16611, 'Location16611', '$mod only supports numeric types');
    if (b === 0) throw new MongoError(16610, 'Location16610', "can't $mod by zero");
    return a % b;
  },
  $indexOfCP: (o: any, e: any, opt: any) => {
    const [s, t, a = 0, b] = e.map((x: any) => evalExpr(o, x, opt));
    if (s == null) return null;
    const i = [...s.slice(0)].join('').indexOf(t, a);
    return b !== undefined && i >= b ? -1 : i;
  },
  ...Object.fromEntries(
    Object.keys(expression)
      .filter((k) =>
        /^\$(dayOf|hour$|minute$|second$|millisecond$|month$|year$|week$|iso|date(Trunc|Add|Subtract|ToParts|Diff))/.test(
          k,
        ),
      )
      .map((k) => [
        k,
        (o: any, e: any, opt: any) => {
          const ds =
            e && e.constructor === Object && !Object.keys(e)[0]?.startsWith('$')
              ? k === '$dateDiff' || k === '$dateAdd' || k === '$dateSubtract'
                ? [e.startDate, ...(e.endDate !== undefined ? [e.endDate] : [])]
                : [e.date]
              : [e];
          return ds.some((d) => evalExpr(o, Array.isArray(d) ? d[0] : d, opt) == null)
            ? null
            : (expression as any)[k](o, e, opt);
        },
      ]),
  ),
};
const FULL = Context.init({ accumulator, expression, pipeline, projection, query, window } as any);
const ctx = (f: Fold) => Context.from(Context.init({ query: ops(f) as any, expression: exprOps as any }), FULL);
const PLAIN = ctx(undefined);
export const opts = (collation?: Document, variables: Document = {}, resolve?: (n: string) => Document[]) => {
  const f = fold(collation);
  return {
    context: f ? ctx(f) : PLAIN,
    idKey: '_id',
    scriptEnabled: true,
    variables,
    collectionResolver: resolve,
    jsonSchemaValidator: jsonSchema,
  } as any;
};
const wrap = (e: any): never => {
  if (e instanceof MongoError) throw e;
  const m = String(e?.message ?? e);
  let r = /unregistered pipeline operator (\$\w+)/.exec(m);
  if (r) throw new MongoError(40324, 'Location40324', `Unrecognized pipeline stage name: '${r[1]}'`);
  r = /Use of undefined variable: (\w+)/.exec(m);
  if (r) throw new MongoError(17276, 'Location17276', `Use of undefined variable: ${r[1]}`);
  if (/Unknown update operator/.test(m)) throw new MongoError(9, 'FailedToParse', m);
  if (/immutable field/.test(m)) throw new MongoError(66, 'ImmutableField', m);
  if (/would create a conflict/.test(m)) throw new MongoError(40, 'ConflictingUpdateOperators', m);
  throw new MongoError(2, 'BadValue', m);
};
function check(f: Document): Document {
  for (const [k, v] of Object.entries(f)) {
    if (k === '$and' || k === '$or' || k === '$nor') {
      if (!Array.isArray(v)) throw bad(`${k} argument must be an array`);
      if (!v.length) throw bad('$and/$or/$nor must be a nonempty array');
      for (const x of v) {
        if (tagOf(x) !== TAG.OBJ) throw bad('$or/$and/$nor entries need to be full objects');
        check(x);
      }
    } else if (k[0] !== '$' && v && v.constructor === Object) {
      if (['$and', '$or', '$nor'].some((o) => o in v)) throw bad(`unknown operator: ${Object.keys(v)[0]}`);
      if ('$not' in v && !(v.$not instanceof RegExp) && (tagOf(v.$not) !== TAG.OBJ || !Object.keys(v.$not).length))
        throw bad('$not needs a regex or a document');
    }
  }
  if ('$comment' in f) {
    const { $comment, ...r } = f;
    return r;
  }
  return f;
}
/** mingo needs scriptEnabled for $setWindowFields, so refuse server-side JavaScript here instead. */
export function noScript(v: any): void {
  if (Array.isArray(v)) v.forEach(noScript);
  else if (v && typeof v === 'object' && v.constructor === Object)
    for (const k of Object.keys(v)) {
      if (k === '$where' || k === '$function' || k === '$accumulator')
        throw new MongoError(2, 'BadValue', `${k} is not supported by the embedded database`);
      noScript(v[k]);
    }
}
export function matcher(filter: Document, collation?: Document, vars?: Document): (d: Document) => boolean {
  if (!Object.keys(filter).length) return () => true;
  noScript(filter);
  filter = check(filter);
  try {
    const q = new BaseQuery(filter as any, opts(collation, vars));
    return (d) => {
      try {
        return q.test(d as any);
      } catch (e) {
        return wrap(e);
      }
    };
  } catch (e) {
    return wrap(e);
  }
}
export function project(docs: Document[], p: Document, filter: Document): Document[] {
  try {
    return new BaseQuery(filter as any, opts()).find(docs as any, p as any).all() as any;
  } catch (e) {
    return wrap(e);
  }
}
export function run(docs: Document[], pipe: Document[], o: any): Document[] {
  try {
    return new BaseAggregator(pipe as any, o).run(docs as any) as any;
  } catch (e) {
    return wrap(e);
  }
}
export function applyUpdate(
  doc: Document,
  upd: Document | Document[],
  filter: Document,
  arrayFilters?: Document[],
  vars?: Document,
): Document {
  noScript(upd);
  const pos =
    !Array.isArray(upd) &&
    Object.values(upd).some((o) => o && Object.keys(o).some((k) => k.endsWith('.$') || k.includes('.$.')));
  try {
    const a = [doc];
    updateMany(
      a as any,
      (pos ? filter : {}) as any,
      upd as any,
      { arrayFilters, cloneMode: 'deep', let: vars } as any,
      opts(undefined, vars),
    );
    return a[0]!;
  } catch (e) {
    return wrap(e);
  }
}
