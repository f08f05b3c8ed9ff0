import type { Document, Filter } from 'mongodb';
import { ContentError } from '#errors.ts';
import { behind, parseCursor, reversed, toCursor, type Order, type Position } from './keyset.ts';

/** A list that can be walked. */
export interface KeysetList<Row> {
  /** What its cursors are bound to: field, parent, order, filter. */
  readonly identity: string;
  readonly order: Order;
  /** At most `limit` rows that meet the conditions, in the given order (the list's own or its reverse). */
  read(where: readonly Filter<Document>[], order: Order, limit: number): Promise<readonly Row[]>;
}

export interface KeysetRequest {
  readonly size: number;
  /** True: the last rows (of those before `before`), still in the list's order. */
  readonly backward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

export interface KeysetPage<Row> {
  readonly rows: readonly Row[];
  readonly cursorOf: (row: Row) => string;
  readonly hasNextPage: () => Promise<boolean>;
  readonly hasPreviousPage: () => Promise<boolean>;
}

/** One page; costs one read, and one more for each of hasNextPage and hasPreviousPage that lies behind a cursor. Throws BAD_CURSOR. */
export async function readPage<Row extends Document>(
  list: KeysetList<Row>,
  request: KeysetRequest,
): Promise<KeysetPage<Row>> {
  const after = positionOf(list, request.after);
  const before = positionOf(list, request.before);
  const [from, until] = request.backward ? [before, after] : [after, before];
  const order = request.backward ? reversed(list.order) : list.order;
  const where = [...(from ? [behind(order, from)] : []), ...(until ? [behind(reversed(order), until)] : [])];
  const rows = await list.read(where, order, request.size + 1);
  return {
    ...shownOf(list, rows, request),
    ...factsOf(request, {
      ahead: async () => rows.length > request.size || (until !== null && (await standsAt(list, until, order))),
      behind: async () => from !== null && standsAt(list, from, reversed(order)),
    }),
  };
}

/** The same for rows that were read together with other lists' first pages: at most `size + 1`, in reading order, no cursor given. */
export function firstPage<Row extends Document>(
  list: Omit<KeysetList<Row>, 'read'>,
  rows: readonly Row[],
  request: KeysetRequest,
): KeysetPage<Row> {
  return {
    ...shownOf(list, rows, request),
    ...factsOf(request, { ahead: async () => rows.length > request.size, behind: async () => false }),
  };
}

export function foreignCursor(): ContentError {
  return new ContentError('BAD_CURSOR', 'after, before: the cursor is broken or belongs to another list');
}

function shownOf<Row extends Document>(
  list: Omit<KeysetList<Row>, 'read'>,
  rows: readonly Row[],
  request: KeysetRequest,
) {
  const shown = rows.slice(0, request.size);
  const { by } = list.order;
  return {
    rows: request.backward ? shown.toReversed() : shown,
    cursorOf: (row: Row) => toCursor(list.identity, { key: row[by], id: row['_id'] }),
  };
}

type Fact = () => Promise<boolean>;
/** Reading order is the list's order, or its reverse for a page read backward. */
function factsOf({ backward }: KeysetRequest, facts: { readonly ahead: Fact; readonly behind: Fact }) {
  return backward
    ? { hasNextPage: facts.behind, hasPreviousPage: facts.ahead }
    : { hasNextPage: facts.ahead, hasPreviousPage: facts.behind };
}

/** Whether a row stands at this place or beyond it. */
async function standsAt<Row>(list: KeysetList<Row>, position: Position, order: Order): Promise<boolean> {
  return (await list.read([behind(order, position, true)], order, 1)).length > 0;
}

function positionOf(list: { readonly identity: string }, cursor: string | null): Position | null {
  if (cursor === null) return null;
  const position = parseCursor(list.identity, cursor);
  if (!position) throw foreignCursor();
  return position;
}
