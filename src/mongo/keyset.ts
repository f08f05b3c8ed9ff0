import { createHash } from 'node:crypto';
import type { Document, Filter } from 'mongodb';
import { z } from 'zod';

/** A list's order: a property, then `_id` in the same direction, so that no two rows stand at one place. */
export interface Order {
  readonly by: string;
  readonly direction: 1 | -1;
}

type Key = Date | string | number;
/** A place in an ordered list, whether or not a row still stands there. */
export interface Position {
  readonly key: Key;
  readonly id: string;
}

/** Times are `[milliseconds]`, so that they come back as times. */
const cursorShape = z.tuple([z.string(), z.union([z.string(), z.number(), z.tuple([z.int()])]), z.string()]);

/** An opaque cursor: the list it belongs to (a short hash of `list`) and the place in it. */
export function toCursor(list: string, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([tagOf(list), key instanceof Date ? [key.getTime()] : key, id])).toString(
    'base64url',
  );
}

/** The place a cursor of this list names; null for a broken one and for one of another list. */
export function parseCursor(list: string, cursor: string): Position | null {
  const parsed = cursorShape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success || parsed.data[0] !== tagOf(list)) return null;
  const [, key, id] = parsed.data;
  return { key: Array.isArray(key) ? new Date(key[0]) : key, id };
}

export function sortOf({ by, direction }: Order): Readonly<Record<string, 1 | -1>> {
  return { [by]: direction, _id: direction };
}

export function reversed({ by, direction }: Order): Order {
  return { by, direction: direction === 1 ? -1 : 1 };
}

/** Rows behind a place in this order (with `inclusive`, also the one standing there): bounded by the index { …, by, _id }. */
export function behind({ by, direction }: Order, { key, id }: Position, inclusive = false): Filter<Document> {
  const than = direction === 1 ? '$gt' : '$lt';
  return {
    [by]: { [`${than}e`]: key },
    $or: [{ [by]: { [than]: key } }, { _id: { [inclusive ? `${than}e` : than]: id } }],
  };
}

function tagOf(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 10);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
