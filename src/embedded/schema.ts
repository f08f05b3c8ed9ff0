// @ts-nocheck
/* oxlint-disable */
// The part of $jsonSchema that content models use.
import type { Document } from 'bson';
import { encode, TAG, tagOf } from './keys.ts';

const T: Record<string, (v: any) => boolean> = {
  object: (v) => v !== undefined && tagOf(v) === TAG.OBJ,
  array: Array.isArray,
  string: (v) => typeof v === 'string',
  bool: (v) => typeof v === 'boolean',
  boolean: (v) => typeof v === 'boolean',
  date: (v) => v instanceof Date,
  objectId: (v) => v?._bsontype === 'ObjectId',
  number: (v) => tagOf(v) === TAG.NUM,
  int: (v) => Number.isInteger(v),
  long: (v) => Number.isInteger(v) || v?._bsontype === 'Long',
  double: (v) => typeof v === 'number',
  decimal: (v) => v?._bsontype === 'Decimal128',
  null: (v) => v === null,
};
const same = (a: any, b: any) => encode([a]).equals(encode([b]));
export function jsonSchema(s: Document): (v: any) => boolean {
  const tests: ((v: any) => boolean)[] = [],
    add = (t: (v: any) => boolean) => tests.push(t),
    isObj = T.object!,
    num = (v: any) => typeof v === 'number';
  const types = ([] as string[]).concat(s.bsonType ?? s.type ?? []);
  if (types.length) add((v) => types.some((t) => T[t]?.(v)));
  if (s.enum) add((v) => s.enum.some((e: any) => same(e, v)));
  if (s.required) add((v) => !isObj(v) || s.required.every((k: string) => v[k] !== undefined));
  for (const [k, p] of Object.entries(s.properties ?? {})) {
    const t = jsonSchema(p as Document);
    add((v) => !isObj(v) || v[k] === undefined || t(v[k]));
  }
  if (s.additionalProperties === false)
    add(
      (v) =>
        !isObj(v) ||
        Object.keys(v).every(
          (k) => k in (s.properties ?? {}) || Object.keys(s.patternProperties ?? {}).some((r) => new RegExp(r).test(k)),
        ),
    );
  if (s.items && !Array.isArray(s.items)) {
    const t = jsonSchema(s.items);
    add((v) => !Array.isArray(v) || v.every(t));
  }
  if (s.minItems !== undefined) add((v) => !Array.isArray(v) || v.length >= s.minItems);
  if (s.maxItems !== undefined) add((v) => !Array.isArray(v) || v.length <= s.maxItems);
  if (s.uniqueItems)
    add((v) => !Array.isArray(v) || new Set(v.map((x) => encode([x]).toString('latin1'))).size === v.length);
  if (s.minLength !== undefined) add((v) => typeof v !== 'string' || [...v].length >= s.minLength);
  if (s.maxLength !== undefined) add((v) => typeof v !== 'string' || [...v].length <= s.maxLength);
  if (s.pattern) {
    const r = new RegExp(s.pattern);
    add((v) => typeof v !== 'string' || r.test(v));
  }
  if (s.minimum !== undefined) add((v) => !num(v) || (s.exclusiveMinimum === true ? v > s.minimum : v >= s.minimum));
  if (s.maximum !== undefined) add((v) => !num(v) || (s.exclusiveMaximum === true ? v < s.maximum : v <= s.maximum));
  if (s.multipleOf) add((v) => !num(v) || v % s.multipleOf === 0);
  for (const [k, f] of [
    ['allOf', 'every'],
    ['anyOf', 'some'],
  ] as const)
    if (s[k]) {
      const ts = s[k].map(jsonSchema);
      add((v) => ts[f]((t: any) => t(v)));
    }
  if (s.oneOf) {
    const ts = s.oneOf.map(jsonSchema);
    add((v) => ts.filter((t: any) => t(v)).length === 1);
  }
  if (s.not) {
    const t = jsonSchema(s.not);
    add((v) => !t(v));
  }
  return (v) => tests.every((t) => t(v));
}
