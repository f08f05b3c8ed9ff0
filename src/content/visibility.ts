/**
 * Who sees what: the one rule. A reader sees published articles whose `publishedAt` is not after, and whose expiry is not before,
 * the request's one instant. Everything else does not exist for readers.
 */

/** Stored as `expiresAt` where an article never expires, so that the rule is one comparison on an index. */
export const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** The stored properties that decide; every article has them. */
export interface Visible {
  readonly status: 'draft' | 'published' | 'archived';
  readonly publishedAt: Date;
  readonly expiresAt: Date;
}

/** The rule as a query: part of every read of articles on a reader's behalf, by id too. */
export function visibleAt(now: Date): {
  readonly status: 'published';
  readonly publishedAt: { readonly $lte: Date };
  readonly expiresAt: { readonly $gte: Date };
} {
  return { status: 'published', publishedAt: { $lte: now }, expiresAt: { $gte: now } };
}

/** A time span, both ends included. */
export interface Interval {
  readonly from: Date;
  readonly to: Date;
}

/** When an article is visible, as an interval; null where it never is. */
export function visibleInterval({ status, publishedAt, expiresAt }: Visible): Interval | null {
  return status === 'published' && publishedAt <= expiresAt ? { from: publishedAt, to: expiresAt } : null;
}

/** Authors and topics exist for readers while at least one of their articles is visible: one stored interval holds now. */
export function existsAt(now: Date): { readonly visible: { readonly $elemMatch: object } } {
  return { visible: { $elemMatch: { from: { $lte: now }, to: { $gte: now } } } };
}

/** The union of intervals: sorted by start, without overlaps. */
export function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = merged.at(-1);
    if (!last || next.from > last.to) merged.push(next);
    else if (next.to > last.to) merged[merged.length - 1] = { from: last.from, to: next.to };
  }
  return merged;
}

/** True where one of the intervals holds the whole of `wanted`. */
export function covers(intervals: readonly Interval[], wanted: Interval): boolean {
  return intervals.some(({ from, to }) => from <= wanted.from && to >= wanted.to);
}
