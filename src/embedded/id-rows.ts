import { serialize } from 'bson';
import type { Index } from './catalogue.ts';
import { TAG } from './values.ts';
import type { Row } from './writer.ts';

/** A row of which nothing but the `_id` was read; as a document it is that alone. */
export class IdRow implements Row {
  readonly rid: number;
  readonly key: Uint8Array;
  readonly id: string;

  constructor(rid: number, key: Uint8Array, id: string) {
    this.rid = rid;
    this.key = key;
    this.id = id;
  }

  get bytes(): Uint8Array {
    return serialize({ _id: this.id });
  }
}

/** Reads the `_id` out of keys of an index that ends with it; null for an index that does not. */
export function idReaderOf({ paths, directions, fold }: Index): ((key: Uint8Array) => string | null) | null {
  const last = paths.length - 1;
  if (fold || paths[last]?.join('.') !== '_id') return null;
  const flips = directions.map((direction) => (direction < 0 ? 0xff : 0));
  return (key) => {
    let at = 0;
    for (let place = 0; place < last && at >= 0; place++) at = endOfValue(key, at, flips[place] ?? 0);
    return at < 0 ? null : stringAtEnd(key, at, flips[last] ?? 0);
  };
}

/** Bytes of values that always take as many in a key, with their tag. */
const SIZES: ReadonlyMap<number, number> = new Map([
  [TAG.MIN_KEY, 1],
  [TAG.NULL, 1],
  [TAG.BOOLEAN, 2],
  [TAG.DATE, 9],
  [TAG.OBJECT_ID, 13],
]);
/** Behind a number that is no more than its double. */
const PLAIN_NUMBER = 0x80;

/** Where a value ends that begins there; -1 for one whose length only its value tells. */
function endOfValue(key: Uint8Array, start: number, flip: number): number {
  const tag = (key[start] ?? 0) ^ flip;
  if (tag === TAG.NUMBER) return ((key[start + 9] ?? 0) ^ flip) === PLAIN_NUMBER ? start + 10 : -1;
  if (tag === TAG.STRING) return endOfText(key, start + 1, flip) + 2;
  const size = SIZES.get(tag);
  return size === undefined ? -1 : start + size;
}

/** Two zeros end a text; one that is followed by something else is part of it. */
function endOfText(key: Uint8Array, start: number, flip: number): number {
  let at = start;
  while (at < key.length && (key[at] !== flip || key[at + 1] !== flip)) at += key[at] === flip ? 2 : 1;
  return at;
}

/** A text that takes all that is left of a key; null for other values, and for a text with zeros. */
function stringAtEnd(key: Uint8Array, start: number, flip: number): string | null {
  const end = key.length - 2;
  if (((key[start] ?? 0) ^ flip) !== TAG.STRING) return null;
  const text = Buffer.allocUnsafe(end - start - 1);
  for (let at = start + 1; at < end; at++) {
    if (key[at] === flip) return null;
    text[at - start - 1] = (key[at] ?? 0) ^ flip;
  }
  return text.toString('utf8');
}
