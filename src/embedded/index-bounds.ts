import type { Fold } from './collation.ts';
import { compareValues, encode } from './keys.ts';
import type { Predicate } from './predicates.ts';
import { TAG, tagOf } from './values.ts';

/** Low inclusive, high exclusive, for one component of an index key. */
export interface Bounds {
  readonly low: Buffer;
  readonly high: Buffer;
  /** Whether the bounds say all that the predicates say. */
  readonly exact: boolean;
}

const AFTER = Buffer.from([0xff]);
/** Behind every key that begins with this one. */
const after = (key: Buffer): Buffer => Buffer.concat([key, AFTER]);

/** The keys that satisfy all ranges; values of other types are outside, as in MongoDB. */
export function rangeBounds(ranges: readonly Predicate[], direction: number, fold: Fold): Bounds {
  let low: Predicate | undefined;
  let high: Predicate | undefined;
  let prefix: string | undefined;
  for (const range of ranges) {
    if (range.prefix !== undefined) prefix = range.prefix;
    if (range.low !== undefined && (!low || isTighter(range, low, 'low', fold))) low = range;
    if (range.high !== undefined && (!high || isTighter(range, high, 'high', fold))) high = range;
  }
  if (prefix !== undefined && !low && !high) return prefixBounds(prefix, direction, fold);
  const tag = tagOf(low ? low.low : high?.high);
  const sameType = !low || !high || tagOf(low.low) === tagOf(high.high);
  const exact = sameType && tag !== TAG.MIN_KEY && tag !== TAG.MAX_KEY && ranges.every((range) => range.exact);
  const key = (value: unknown): Buffer => encode([value], [direction], fold);
  const typeEdge = (edge: number): Buffer => Buffer.from([direction < 0 ? ~edge & 0xff : edge]);
  if (tag === TAG.MIN_KEY || tag === TAG.MAX_KEY || !sameType)
    return { low: Buffer.alloc(0), high: AFTER, exact: false };
  if (direction < 0)
    return {
      low: high ? (high.highOpen ? after(key(high.high)) : key(high.high)) : typeEdge(tag),
      high: low ? (low.lowOpen ? key(low.low) : after(key(low.low))) : typeEdge(tag - 1),
      exact,
    };
  return {
    low: low ? (low.lowOpen ? after(key(low.low)) : key(low.low)) : typeEdge(tag),
    high: high ? (high.highOpen ? key(high.high) : after(key(high.high))) : typeEdge(tag + 1),
    exact,
  };
}

function isTighter(range: Predicate, than: Predicate, side: 'low' | 'high', fold: Fold): boolean {
  const order = compareValues(range[side], than[side], fold) * (side === 'low' ? 1 : -1);
  return order > 0 || (order === 0 && (side === 'low' ? range.lowOpen === true : range.highOpen === true));
}

function prefixBounds(prefix: string, direction: number, fold: Fold): Bounds {
  // Without the two bytes that end a string.
  const start = encode([prefix], [direction], fold).subarray(0, -2);
  return { low: Buffer.from(start), high: after(Buffer.from(start)), exact: false };
}
