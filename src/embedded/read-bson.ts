import {
  Binary,
  Decimal128,
  deserialize,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
  BSONRegExp,
  type Document,
} from 'bson';
import { oncePerObject } from '#lib/once-per-object.ts';
import { setField } from './paths.ts';
import { toDouble } from './values.ts';

/** Names of fields to read; where it can also `get` one, of a document or of each of a list, the fields to read of that. */
export interface Wanted {
  /** How many there are: behind the last of them nothing is looked at. */
  readonly size: number;
  keys(): Iterable<string>;
  has(name: string): boolean;
  get?(name: string): Wanted | true | undefined;
}

/**
 * Reads a BSON document without losing a type: bson's own reader turns a double 42 and an int64 5 into the same JavaScript number.
 * With `only`, other fields are skipped. Rare types (code, DBPointer, symbol) are left to bson.
 */
export function readBson(bytes: Uint8Array, only?: Wanted): Document {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDocument(buffer, 0, only);
  } catch (error) {
    if (error !== RARE) throw error;
    return deserialize(buffer, { promoteValues: true, promoteLongs: false });
  }
}

/** A document with these fields alone, in its order, their bytes as they are: nothing is decoded. */
export function pickFields(bytes: Uint8Array, only: Wanted): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ranges: { readonly start: number; readonly end: number }[] = [];
  let length = 5;
  forEachField(buffer, 0, only, ({ start, valueAt, size }) => {
    ranges.push({ start, end: valueAt + size });
    length += valueAt + size - start;
  });
  const picked = Buffer.allocUnsafe(length);
  let at = picked.writeInt32LE(length, 0);
  for (const { start, end } of ranges) at += buffer.copy(picked, at, start, end);
  picked[at] = 0;
  return picked;
}

const RARE = new Error('a BSON type this reader leaves to bson');

function readDocument(buffer: Buffer, start: number, only?: Wanted): Document {
  const target: Document = {};
  readFields(buffer, start, only, (name, value) => setField(target, name, value));
  return target;
}

/** The elements of an array, whose names are places; `only` holds for each that is a document. */
function readItems(buffer: Buffer, start: number, only: Wanted | undefined): readonly unknown[] {
  const items: unknown[] = [];
  let at = start + 4;
  for (let type = buffer[at++]; type; type = buffer[at++]) {
    at = buffer.indexOf(0, at) + 1;
    const size = sizeOf(type, buffer, at);
    items.push(readValue(type, buffer, at, size, only));
    at += size;
  }
  return items;
}

/** Bytes a value takes after its name. */
function sizeOf(type: number, buffer: Buffer, at: number): number {
  switch (type) {
    case 0x01:
    case 0x09:
    case 0x11:
    case 0x12:
      return 8;
    case 0x02:
    case 0x0d:
    case 0x0e:
      return 4 + buffer.readInt32LE(at);
    case 0x0c:
      return 16 + buffer.readInt32LE(at);
    case 0x03:
    case 0x04:
    case 0x0f:
      return buffer.readInt32LE(at);
    case 0x05:
      return 5 + buffer.readInt32LE(at);
    case 0x06:
    case 0x0a:
    case 0x7f:
    case 0xff:
      return 0;
    case 0x07:
      return 12;
    case 0x08:
      return 1;
    case 0x0b: {
      const second = buffer.indexOf(0, at) + 1;
      return buffer.indexOf(0, second) + 1 - at;
    }
    case 0x10:
      return 4;
    case 0x13:
      return 16;
    default:
      throw new Error(`BSON has no type ${type}`);
  }
}

/** A field of a document, as its bytes lie in a buffer. */
interface Field {
  readonly name: string;
  readonly type: number;
  /** Where its type byte is. */
  readonly start: number;
  readonly valueAt: number;
  readonly size: number;
}

function readFields(
  buffer: Buffer,
  start: number,
  only: Wanted | undefined,
  put: (name: string, value: unknown) => void,
): void {
  forEachField(buffer, start, only, ({ name, type, valueAt, size }) => {
    const inner = only?.get?.(name);
    put(name, readValue(type, buffer, valueAt, size, inner === true ? undefined : inner));
  });
}

function forEachField(buffer: Buffer, start: number, only: Wanted | undefined, act: (field: Field) => void): void {
  let left = only?.size ?? Infinity;
  const sieve = only && sieveOf(only);
  let at = start + 4;
  for (let type = buffer[at++]; type && left > 0; type = buffer[at++]) {
    const from = at - 1;
    let nameEnd = at;
    let bits = 0;
    for (let byte = buffer[at]; byte; byte = buffer[++nameEnd]) bits |= byte;
    const valueAt = nameEnd + 1;
    const size = sizeOf(type, buffer, valueAt);
    if (!sieve || sieve[sieveSlot(buffer[at] ?? 0, nameEnd - at)]) {
      // Nearly all names are ASCII, which is read faster.
      const name = buffer.toString(bits < 0x80 ? 'latin1' : 'utf8', at, nameEnd);
      if (!only || only.has(name)) {
        left -= 1;
        act({ name, type, start: from, valueAt, size });
      }
    }
    at = valueAt + size;
  }
}

/** Where names that begin with this byte and have so many bytes are marked. */
const sieveSlot = (first: number, bytes: number): number => (first + 31 * bytes) & 255;

/** What wanted names look like: most fields are passed over without a string for their name. */
const sieveOf = oncePerObject((only: Wanted): Uint8Array => {
  const sieve = new Uint8Array(256);
  for (const name of only.keys()) {
    const bytes = Buffer.from(name);
    sieve[sieveSlot(bytes[0] ?? 0, bytes.length)] = 1;
  }
  return sieve;
});

function readValue(type: number, buffer: Buffer, at: number, size: number, only?: Wanted): unknown {
  switch (type) {
    case 0x01:
      return toDouble(buffer.readDoubleLE(at));
    case 0x02:
      return buffer.toString('utf8', at + 4, at + size - 1);
    case 0x03:
      return readDocument(buffer, at, only);
    case 0x04:
      return readItems(buffer, at, only);
    case 0x05: {
      const subtype = buffer[at + 4] ?? 0;
      const bytes = Buffer.from(buffer.subarray(at + 5, at + size));
      return subtype === 4 && bytes.length === 16 ? new UUID(bytes) : new Binary(bytes, subtype);
    }
    case 0x06:
      return undefined;
    case 0x07:
      return new ObjectId(Buffer.from(buffer.subarray(at, at + 12)));
    case 0x08:
      return buffer[at] === 1;
    case 0x09:
      return new Date(Number(buffer.readBigInt64LE(at)));
    case 0x0a:
      return null;
    case 0x0b:
      return readRegex(buffer, at);
    case 0x10:
      return buffer.readInt32LE(at);
    case 0x11:
      return new Timestamp({ t: buffer.readUInt32LE(at + 4), i: buffer.readUInt32LE(at) });
    case 0x12:
      return new Long(buffer.readInt32LE(at), buffer.readInt32LE(at + 4));
    case 0x13:
      return new Decimal128(Buffer.from(buffer.subarray(at, at + 16)));
    case 0x7f:
      return new MaxKey();
    case 0xff:
      return new MinKey();
    default:
      throw RARE;
  }
}

/** A RegExp where JavaScript knows all options, else a BSONRegExp. */
function readRegex(buffer: Buffer, at: number): RegExp | BSONRegExp {
  const patternEnd = buffer.indexOf(0, at);
  const pattern = buffer.toString('utf8', at, patternEnd);
  const options = buffer.toString('utf8', patternEnd + 1, buffer.indexOf(0, patternEnd + 1));
  if (/^[im]*$/.test(options))
    try {
      return new RegExp(pattern, options);
    } catch {
      // PCRE syntax that JavaScript does not know: kept as it is, an error where it is used.
    }
  return new BSONRegExp(pattern, options);
}
