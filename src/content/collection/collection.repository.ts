import type { Document, Filter } from 'mongodb';
import { parseCursor, toCursor, type Position } from '#mongo/keyset.ts';
import { foreignCursor } from '#mongo/page.ts';
import type { CollectionDoc } from './collection.ts';

/** The rule of a collection as a query, less the stories that are shown already. */
export function fillWhere({ fill }: CollectionDoc, shown: readonly string[]): Filter<Document> {
  return {
    ...(fill && fill.sectionIds.length > 0 ? { sectionIds: { $in: fill.sectionIds } } : {}),
    ...(fill && fill.topicIds.length > 0 ? { topicIds: { $in: fill.topicIds } } : {}),
    ...(fill && fill.kinds.length > 0 ? { kind: { $in: fill.kinds } } : {}),
    ...(shown.length > 0 ? { _id: { $nin: [...shown] as never } } : {}),
  };
}

/** Cursors of a collection: among the picks by place and id, among the rest by time and id. */
export class CollectionCursors {
  print(identity: string, pick: number, row: { readonly _id: string; readonly publishedAt: Date }): string {
    return toCursor(identity, pick === -1 ? { key: row.publishedAt, id: row._id } : { key: pick, id: row._id });
  }

  /** The place of a cursor, or the BAD_CURSOR error to answer with. */
  parse(identity: string, cursor: string): { readonly pick: number; readonly id: string } | Position | Error {
    const position = parseCursor(identity, cursor);
    if (!position) return foreignCursor();
    return typeof position.key === 'number' ? { pick: position.key, id: position.id } : position;
  }
}
