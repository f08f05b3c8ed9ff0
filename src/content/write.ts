import type { ImportedItem, ItemType } from './imported-item.ts';

/** How a source names its items: the same key for the same item in every run. */
export interface ItemSource {
  /** The source key (see content/README) of an item of this source, by its type and the `id` or reference it is known by there. */
  keyOf(type: ItemType, id: string): string;
}

/** One field that was changed both here and at the source; what is here was kept. */
export interface Conflict {
  readonly type: ItemType;
  readonly id: string;
  readonly field: string;
}

/** What became of one item. */
export interface Outcome {
  readonly type: ItemType;
  /** The item's own id at its source. */
  readonly id: string;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'rejected';
  /** Documented kebab-case code, where rejected. */
  readonly reason: string | null;
  readonly field: string | null;
  readonly conflicts: readonly Conflict[];
  /** Kebab-case codes of what was noticed and not refused: `no-date`, `slug-taken`, `unknown-reference`, … */
  readonly notices: readonly string[];
}

/** The only code that writes content. */
export interface Writer {
  /** Writes items in transactions of at most 200 documents or 8 MB; one outcome per item, same order. Safe to run in several processes at once. */
  write(items: readonly ImportedItem[], source: ItemSource): Promise<readonly Outcome[]>;
}
