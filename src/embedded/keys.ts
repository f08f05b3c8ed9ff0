import { Binary, BSONRegExp, Decimal128, Long, ObjectId, type Document } from 'bson';
import { numberOf, TAG, tagOf } from './values.ts';
import type { Fold } from './collation.ts';
import { pathValues } from './paths.ts';

/**
 * Order-preserving encoding: comparing the bytes of two keys compares the BSON values. Index tables, sorts, equality and grouping
 * all use it, so they cannot disagree. Equal numbers of different types have equal keys. Decimals of more than 15 digits order as text.
 */
let buffer = Buffer.allocUnsafe(4096);
let end = 0;

function reserve(bytes: number): void {
  if (end + bytes <= buffer.length) return;
  const larger = Buffer.allocUnsafe((end + bytes) * 2);
  buffer.copy(larger, 0, 0, end);
  buffer = larger;
}

function putByte(byte: number): void {
  reserve(1);
  buffer[end++] = byte;
}

/** A double whose byte order is its numeric order; NaN first. */
function putDouble(value: number): void {
  reserve(8);
  const at = end;
  end += 8;
  if (Number.isNaN(value)) return void buffer.fill(0, at, end);
  buffer.writeDoubleBE(value === 0 ? 0 : value, at);
  const negative = ((buffer[at] ?? 0) & 0x80) !== 0;
  if (!negative) buffer[at] = (buffer[at] ?? 0) | 0x80;
  else for (let i = at; i < end; i++) buffer[i] = ~(buffer[i] ?? 0) & 0xff;
}

/** Zero bytes inside are escaped, so that the end (two zeros) sorts before every continuation. */
function putString(text: string): void {
  const bytes = Buffer.byteLength(text);
  reserve(bytes * 2 + 2);
  const start = end;
  end += buffer.write(text, end, 'utf8');
  for (let i = start; i < end; i++) {
    if (buffer[i] !== 0) continue;
    buffer.copy(buffer, i + 2, i + 1, end);
    buffer[++i] = 0xff;
    end++;
  }
  buffer[end++] = 0;
  buffer[end++] = 0;
}

function putBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  buffer.set(bytes, end);
  end += bytes.length;
}

/** The nearest double, then what is left of an exact value beside it: 0x80 for nothing, less before it, more after it. */
function putNumber(value: unknown): void {
  const near = numberOf(value) ?? Number(value);
  putDouble(near);
  if (value instanceof Long) {
    const rest = value.toBigInt() - BigInt(near);
    putByte(rest === 0n ? 0x80 : rest > 0n ? 0x81 : 0x7f);
    if (rest === 0n) return;
    reserve(8);
    buffer.writeBigInt64BE(rest, end);
    buffer[end] = (buffer[end] ?? 0) ^ 0x80;
    end += 8;
  } else if (value instanceof Decimal128 && value.toString().replace(/\D/g, '').length > 15) {
    putByte(0x81);
    putString(value.toString());
  } else putByte(0x80);
}

function putBinary(value: Uint8Array | Binary): void {
  const bytes = value instanceof Binary ? value.buffer.subarray(0, value.position) : value;
  reserve(5);
  end = buffer.writeUInt32BE(bytes.length, end);
  putByte(value instanceof Binary ? value.sub_type : 0);
  putBytes(bytes);
}

function putDocument(value: Document, fold: Fold): void {
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    putByte(tagOf(item));
    putString(key);
    putValue(item, fold);
  }
  putByte(0);
}

function putRegex(value: unknown): void {
  const bson = value instanceof BSONRegExp;
  const regex = value as RegExp; // tagOf said REGEX: either class
  putString(bson ? value.pattern : regex.source);
  putString(bson ? value.options : regex.flags);
}

function putValue(value: unknown, fold: Fold): void {
  const tag = tagOf(value);
  putByte(tag);
  if (tag === TAG.NUMBER) putNumber(value);
  else if (tag === TAG.STRING) putString(fold ? fold(String(value)) : String(value));
  else if (tag === TAG.DATE) putDouble(Number(value));
  else if (value instanceof ObjectId) putBytes(value.id);
  else if (tag === TAG.BOOLEAN) putByte(value === true ? 1 : 0);
  else if (Array.isArray(value)) {
    for (const item of value) putValue(item, fold);
    putByte(0);
  } else if (value instanceof Uint8Array || value instanceof Binary) putBinary(value);
  else if (tag === TAG.TIMESTAMP && value instanceof Long) {
    reserve(8);
    end = buffer.writeBigUInt64BE(BigInt.asUintN(64, value.toBigInt()), end);
  } else if (tag === TAG.REGEX) putRegex(value);
  else if (tag === TAG.OBJECT) putDocument(value as Document, fold); // the last tag that has content
}

/** The key of several values; direction -1 inverts its component, so that one comparison orders mixed directions. */
export function encode(values: readonly unknown[], directions?: readonly number[], fold?: Fold): Buffer {
  end = 0;
  values.forEach((value, i) => {
    const start = end;
    putValue(value, fold);
    if ((directions?.[i] ?? 1) < 0) for (let j = start; j < end; j++) buffer[j] = ~(buffer[j] ?? 0) & 0xff;
  });
  return Buffer.from(buffer.subarray(0, end));
}

/** A string that equal values share, for maps and sets. */
export const hashOf = (value: unknown, fold?: Fold): string => encode([value], undefined, fold).toString('latin1');

/** Below 0, 0 or above 0, in BSON's order over all types. */
export const compareValues = (a: unknown, b: unknown, fold?: Fold): number =>
  Buffer.compare(encode([a], undefined, fold), encode([b], undefined, fold));

/** Equality in that order; null equals a missing value. */
export const equalValues = (a: unknown, b: unknown, fold?: Fold): boolean =>
  tagOf(a) === tagOf(b) && compareValues(a, b, fold) === 0;

export type SortSpec = readonly (readonly [path: readonly string[], direction: number])[];

/** Where a document stands in a sort: by the smallest element of an array ascending, the largest descending. */
export function sortKey(document: Document, spec: SortSpec, fold?: Fold): Buffer {
  const values = spec.map(([path, direction]) => {
    const { values: found } = pathValues(document, path);
    let best: unknown = found[0];
    if (found.length > 1)
      for (const value of found.slice(1)) {
        const order = compareValues(value, best, fold);
        if (direction > 0 ? order < 0 : order > 0) best = value;
      }
    return best;
  });
  return encode(
    values,
    spec.map(([, direction]) => direction),
    fold,
  );
}
