import type { StoredDoc } from '#content/content-type.ts';
import type { ImportedItem, RedirectItem, SiteItem } from '#content/imported-item.ts';
import type { Outcome } from '#content/write.ts';
import type { Fields } from './merge.ts';

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
  readonly notices: Set<string>;
  readonly conflicts: string[];
  slug: string;
  /** What is remembered of the slug and the path for the next import. */
  readonly hashes: Record<string, string>;
  sourceHash: string;
  state: 'open' | 'unchanged' | { readonly reason: string; readonly field: string | null };
  /** Complete but for the path. */
  doc: AnyDoc | null;
  /** Where it lives if the source names no path; null for types without pages. */
  defaultPath: string | null;
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
      conflicts: conflicts.map((field) => ({ type: item.type, id: item.id, field })),
      notices: [...notices],
    },
  };
}
