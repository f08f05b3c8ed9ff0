import type { StoredDoc } from '#content/content-type.ts';
import type { ImportedItem, RedirectItem, SiteItem } from '#content/imported-item.ts';
import type { Outcome } from '#content/write.ts';
import type { Imported } from '#content/stored.ts';
import { IMPORTER_VERSION, remember, type Fields, type Memory, type Side } from './merge.ts';
import type { NoticeCode, RefusalCode } from './codes.data.ts';

export type EntityItem = Exclude<ImportedItem, SiteItem | RedirectItem>;
/** A stored document of any type, with its own properties. */
export type AnyDoc = StoredDoc & Fields;

/** An item on its way to become a document. */
export interface Draft {
  readonly item: EntityItem;
  readonly index: number;
  readonly id: string;
  /** What is stored; null for what is new. */
  previous: AnyDoc | null;
  /** All keys the document will have; the first one made its `_id`. */
  readonly sourceKeys: readonly string[];
  /** The key under which this source knows it. */
  readonly key: string;
  readonly memory: Memory;
  readonly notices: Set<NoticeCode>;
  /** Fields that both sides have changed since the last import. */
  readonly conflicts: { readonly field: string; readonly took: 'here' | 'source' }[];
  /** Fields that are kept as they are here although the source says otherwise, from this import or an earlier one. */
  readonly kept: Set<string>;
  slug: string;
  /** What is remembered of the slug and the path for the next import. */
  readonly hashes: Record<string, string>;
  sourceHash: string;
  state: 'open' | 'unchanged' | { readonly reason: RefusalCode; readonly field: string | null };
  /** Complete but for the path. */
  doc: AnyDoc | null;
  /** Where it lives if the source names no path; null for types without pages. */
  defaultPath: string | null;
}

/** Notes which side a field was taken from. */
export function noteSide({ conflicts, kept, memory: { own } }: Draft, field: string, side: Side): void {
  if (side === 'conflict') conflicts.push({ field, took: 'here' });
  if (side === 'overwritten') conflicts.push({ field, took: 'source' });
  if (side === 'conflict' || (side === 'ours' && own?.kept?.includes(field))) kept.add(field);
}

/** What is to be remembered of this import: complete once slug and path are given. */
export function importedBy(draft: Draft): Imported | null {
  const { item, previous, sourceKeys, key, sourceHash, hashes, kept } = draft;
  if (item.stored) return item.stored.imported;
  const once = { sourceHash, importerVersion: IMPORTER_VERSION, fields: hashes };
  return remember(
    previous?.imported ?? null,
    key === sourceKeys[0],
    key,
    kept.size === 0 ? once : { ...once, kept: [...kept].toSorted() },
  );
}

export interface NumberedOutcome {
  readonly index: number;
  readonly outcome: Outcome;
}

/** What the report says of the draft once its batch is committed. */
export function outcomeOf({ item, index, previous, state, notices, conflicts }: Draft): NumberedOutcome {
  const rejected = typeof state === 'object' ? state : null;
  const settled = state === 'unchanged' ? 'unchanged' : previous ? 'updated' : 'created';
  return {
    index,
    outcome: {
      type: item.type,
      id: item.id,
      outcome: rejected ? 'rejected' : settled,
      reason: rejected?.reason ?? null,
      field: rejected?.field ?? null,
      conflicts: conflicts.map(({ field, took }) => ({ type: item.type, id: item.id, field, took })),
      notices: [...notices],
    },
  };
}
