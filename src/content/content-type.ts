import type { z } from 'zod';
import type { Result } from '#lib/result.ts';
import type { IndexSpec } from '#mongo/indexes.ts';
import type { LinkTarget } from '#content/article/links.ts';
import type { SectionTree } from '#content/section/section-tree.ts';
import type { ImportedItem } from './imported-item.ts';
import type { Imported } from './stored.ts';
import type { NoticeCode, RefusalCode } from '#content/writing/codes.data.ts';

/** The types that have a collection each; `registry.ts` holds one manifest per name. */
export type EntityType = 'article' | 'author' | 'topic' | 'section' | 'collection';

/** What every stored document has; the rest is the type's own. */
export interface StoredDoc {
  readonly _id: string;
  readonly rev: number;
  readonly sourceKeys: readonly string[];
  readonly slug: string;
  /** Types without pages have none. */
  readonly path?: string;
  readonly imported: Imported | null;
}
/** Given by the writer alone, never by a type. */
type WriterProperty = '_id' | 'rev' | 'sourceKeys' | 'slug' | 'path' | 'imported';

export interface ItemReference {
  readonly type: EntityType;
  /** An `id` of the same source, or a slug. */
  readonly ref: string;
}

/** What a type may ask while it turns an item into a document. Everything was read before: nothing here waits. */
export interface IngestContext {
  /** The `_id` of the document. */
  readonly id: string;
  readonly site: { readonly locale: string; readonly timeZone: string };
  /** For what a document remembers of having been visible; never stored. */
  readonly now: Date;
  /** All sections, those of the same import included. */
  readonly sections: SectionTree;
  /** The id of what a reference names; null, and noticed as `unknown-reference`, where there is none. */
  resolve(type: EntityType, ref: string): string | null;
  /** Where an address in the text leads. */
  link(url: string | null): LinkTarget;
  /** What the item's source cannot see: properties, and `mainSection`. */
  readonly blindTo: ReadonlySet<string>;
  /** Notes something that was seen and not refused. */
  notice(code: NoticeCode): void;
}

/**
 * How an item becomes a document. `Derived` names the properties that follow from the others:
 * they are worked out after the source's fields have been merged with what was edited here.
 */
export interface Ingest<Doc extends StoredDoc, Item, Derived extends keyof Doc> {
  /** Everything the item refers to, so that it is read in one go. */
  references(item: Item): readonly ItemReference[];
  /** The source's own words, one property at a time: the unit in which edits and re-imports are told apart. */
  fields(
    item: Item,
    previous: Doc | null,
    context: IngestContext,
  ): Result<Omit<Doc, WriterProperty | Derived>, RefusalCode>;
  derive(
    fields: Omit<Doc, WriterProperty | Derived>,
    previous: Doc | null,
    context: IngestContext,
    item: Item,
  ): Pick<Doc, Derived>;
  /** The text a slug is made of where the source gives none. */
  nameOf(item: Item): string;
  /** The path where the source gives none; null for types without pages. */
  defaultPath(
    doc: { readonly slug: string } & Omit<Doc, WriterProperty | Derived>,
    context: IngestContext,
  ): string | null;
}

type AnyFields = Readonly<Record<string, unknown>>;
/** An ingest as the writer sees it, whatever the type. */
export interface AnyIngest {
  references(item: ImportedItem): readonly ItemReference[];
  fields(item: ImportedItem, previous: StoredDoc | null, context: IngestContext): Result<AnyFields, RefusalCode>;
  derive(fields: AnyFields, previous: StoredDoc | null, context: IngestContext, item: ImportedItem): AnyFields;
  nameOf(item: ImportedItem): string;
  defaultPath(doc: { readonly slug: string } & AnyFields, context: IngestContext): string | null;
}

/** The full list of duties of a content type: a folder `content/x/` that fulfils them is a type. */
export interface ContentType {
  readonly type: EntityType;
  readonly collection: string;
  /** The stored document; nothing else is ever written. */
  readonly schema: z.ZodType<StoredDoc>;
  readonly indexes: readonly IndexSpec[];
  readonly ingest: AnyIngest;
}
