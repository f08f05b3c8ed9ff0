// @ts-nocheck
/* oxlint-disable */
// Order-preserving encoding of BSON values: memcmp order of the bytes is BSON comparison order.
// Index tables and in-memory sorts both use it, so they can never disagree.
import { Decimal128, Long, ObjectId } from 'bson';

export const TAG = {
  MIN: 0x05,
  EMPTY: 0x08,
  NULL: 0x0a,
  NUM: 0x14,
  STR: 0x1e,
  OBJ: 0x28,
  ARR: 0x32,
  BIN: 0x3c,
  OID: 0x46,
  BOOL: 0x50,
  DATE: 0x5a,
  TS: 0x5f,
  RE: 0x64,
  MAX: 0xf0,
} as const;
/** Stands for an empty array in an index or sort key: before null, as in MongoDB. */
export const EMPTY: unique symbol = Symbol('[]');
let buf = Buffer.allocUnsafe(4096);
let pos = 0;
function need(n: number) {
  if (pos + n > buf.length) {
    const b = Buffer.allocUnsafe((pos + n) * 2);
    buf.copy(b, 0, 0, pos);
    buf = b;
  }
}
const byte = (b: number) => {
  need(1);
  buf[pos++] = b;
};

function num(n: number) {
  need(8);
  buf.writeDoubleBE(n === 0 ? 0 : n, pos);
  if (buf[pos]! & 0x80) for (let i = 0; i < 8; i++) buf[pos + i] = ~buf[pos + i]! & 0xff;
  else buf[pos]! |= 0x80;
  pos += 8;
}
function str(s: string) {
  const n = Buffer.byteLength(s);
  need(n * 2 + 2);
  const at = pos;
  pos += buf.write(s, pos, 'utf8');
  for (let i = at; i < pos; i++)
    if (buf[i] === 0) {
      buf.copy(buf, i + 2, i + 1, pos);
      buf[i + 1] = 0xff;
      pos++;
      i++;
    }
  buf[pos++] = 0;
  buf[pos++] = 0;
}
const bin = (b: Uint8Array) => {
  need(b.length + 4);
  buf.writeUInt32BE(b.length, pos);
  pos += 4;
  buf.set(b, pos);
  pos += b.length;
};

export function tagOf(v: any): number {
  switch (typeof v) {
    case 'number':
    case 'bigint':
      return TAG.NUM;
    case 'string':
      return TAG.STR;
    case 'boolean':
      return TAG.BOOL;
    case 'undefined':
      return TAG.NULL;
    case 'symbol':
      return TAG.EMPTY;
  }
  if (v === null) return TAG.NULL;
  if (Array.isArray(v)) return TAG.ARR;
  if (v instanceof Date) return TAG.DATE;
  if (v instanceof RegExp) return TAG.RE;
  switch (v._bsontype) {
    case 'ObjectId':
      return TAG.OID;
    case 'Long':
    case 'Decimal128':
    case 'Double':
    case 'Int32':
      return TAG.NUM;
    case 'Binary':
    case 'UUID':
      return TAG.BIN;
    case 'Timestamp':
      return TAG.TS;
    case 'BSONSymbol':
      return TAG.STR;
    case 'BSONRegExp':
      return TAG.RE;
    case 'MinKey':
      return TAG.MIN;
    case 'MaxKey':
      return TAG.MAX;
  }
  return v instanceof Uint8Array ? TAG.BIN : TAG.OBJ;
}
function value(v: any, coll?: (s: string) => string) {
  const t = tagOf(v);
  byte(t);
  switch (t) {
    case TAG.NUM:
      if (typeof v === 'number') num(v);
      else if (v._bsontype === 'Long') {
        num(v.toNumber());
        need(8);
        buf.writeBigInt64BE(v.toBigInt(), pos);
        buf[pos]! ^= 0x80;
        pos += 8;
      } else if (v._bsontype === 'Decimal128') {
        const s = v.toString();
        num(Number(s));
        if (String(Number(s)) !== s && !/^-?\d+(\.\d{1,12})?$/.test(s)) str(s);
      } else num(Number(v.valueOf()));
      break;
    case TAG.STR:
      str(coll ? coll(String(v)) : String(v));
      break;
    case TAG.OBJ:
      for (const k of Object.keys(v)) {
        if (v[k] === undefined) continue;
        byte(tagOf(v[k]));
        str(k);
        value(v[k], coll);
      }
      byte(0);
      break;
    case TAG.ARR:
      for (const x of v) value(x, coll);
      byte(0);
      break;
    case TAG.BIN:
      bin(v instanceof Uint8Array ? v : v.buffer.subarray(0, v.position ?? v.buffer.length));
      break;
    case TAG.OID:
      need(12);
      buf.set((v as ObjectId).id, pos);
      pos += 12;
      break;
    case TAG.BOOL:
      byte(v ? 1 : 0);
      break;
    case TAG.DATE:
      num(+v);
      break;
    case TAG.TS:
      need(8);
      buf.writeBigUInt64BE((v as Long).toBigInt(), pos);
      pos += 8;
      break;
    case TAG.RE:
      str(v.source ?? v.pattern);
      str(v.flags ?? v.options);
      break;
  }
}
/** Encode values; dir -1 inverts that component so that one memcmp orders mixed directions. */
export function encode(vals: any[], dirs?: number[], coll?: (s: string) => string): Buffer {
  pos = 0;
  for (let i = 0; i < vals.length; i++) {
    const at = pos;
    value(vals[i], coll);
    if (dirs && dirs[i]! < 0) for (let j = at; j < pos; j++) buf[j] = ~buf[j]! & 0xff;
  }
  return Buffer.from(buf.subarray(0, pos));
}
/** All values at a dotted path, expanding arrays as MongoDB does; [values, sawArray]. */
export function pathValues(doc: any, path: string[], expandLeaf = true): [any[], boolean] {
  const out: any[] = [];
  let multi = false;
  const walk = (v: any, i: number) => {
    if (i === path.length) {
      if (expandLeaf && Array.isArray(v)) {
        multi = true;
        if (v.length) for (const x of v) out.push(x);
        else out.push(EMPTY);
      } else out.push(v);
      return;
    }
    if (Array.isArray(v)) {
      multi = true;
      const k = path[i]!;
      if (/^\d+$/.test(k) && (+k) in v) walk(v[+k], i + 1);
      for (const x of v) if (x && typeof x === 'object' && !x._bsontype && !(x instanceof Date)) walk(x, i);
      return;
    }
    walk(v && typeof v === 'object' && !v._bsontype && Object.hasOwn(v, path[i]!) ? v[path[i]!] : undefined, i + 1);
  };
  walk(doc, 0);
  if (!out.length) out.push(undefined);
  return [out, multi];
}
/** Sort key of a document: minimum element of arrays ascending, maximum descending. */
export function sortKey(doc: any, spec: [string[], number][], coll?: (s: string) => string): Buffer {
  const vals = spec.map(([p, d]) => {
    const [vs] = pathValues(doc, p);
    if (vs.length === 1) return vs[0];
    let best = vs[0],
      bk = encode([best], [1], coll);
    for (const v of vs.slice(1)) {
      const k = encode([v], [1], coll);
      const c = Buffer.compare(k, bk);
      if (d > 0 ? c < 0 : c > 0) {
        best = v;
        bk = k;
      }
    }
    return best;
  });
  return encode(
    vals,
    spec.map((s) => s[1]),
    coll,
  );
}
