import type { ImportedItem } from '#content/imported-item.ts';
import type { ItemSource, Outcome, Writer } from '#content/write.ts';
import type { GoneCode, NoticeCode, RejectCode, SkipReason } from './codes.data.ts';

/** What a source declares, whatever becomes of it. */
export interface Found {
  readonly publishedPosts: number;
  readonly authors: number;
  readonly categories: number;
  readonly tags: number;
}

/** A record that could not be taken over. */
export interface Reject {
  readonly file: string;
  /** Line of the decoded file, from 1, where it is known. */
  readonly line: number | null;
  readonly type: string | null;
  readonly id: string | null;
  readonly field: string | null;
  readonly reason: RejectCode | NonNullable<Outcome['reason']>;
}

/** An article that the source brought earlier and shows no more. */
export interface Gone {
  readonly id: string;
  readonly path: string;
  readonly reason: GoneCode;
  /** False where so much is gone at once that a fault is likelier: it is told, and nothing is done about it. */
  readonly isSure: boolean;
}

export type SourceEvent =
  | { readonly kind: 'item'; readonly item: ImportedItem; readonly line: number | null }
  /** What came before must be written before what follows, because the latter may refer to it. */
  | { readonly kind: 'barrier' }
  /** Something that is left out on purpose. */
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly count: number }
  /** Something that was taken over and is worth a look. */
  | { readonly kind: 'notice'; readonly reason: NoticeCode }
  | { readonly kind: 'reject'; readonly reject: Reject }
  /** So many articles that are not stored are about to come. */
  | { readonly kind: 'coming'; readonly articles: number }
  /** Something in a body that WordPress makes when it shows it: a block, `embed` or a `[shortcode]`. */
  | { readonly kind: 'dynamic'; readonly name: string; readonly count: number }
  /** Articles that are stored as the source has them, so that they were not read again. */
  | { readonly kind: 'unchanged'; readonly count: number }
  /** An article that is stored and that the source shows no more. */
  | { readonly kind: 'gone'; readonly gone: Gone }
  | { readonly kind: 'progress'; readonly readBytes: number; readonly totalBytes: number };

/** What a source may know of earlier imports. */
export interface Stored {
  readonly known: Writer['known'];
  /** Reads also what seems to be stored as the source has it. */
  readonly everything: boolean;
}

export type SourceKind = 'wxr' | 'wordpress' | 'ndjson';

/** One file or address as a stream of items. Read once; `keyOf` is right from the first item on, `found` after the last. */
export interface Source extends ItemSource {
  readonly name: string;
  readonly kind: SourceKind;
  open(signal: AbortSignal, stored?: Stored): AsyncIterable<SourceEvent>;
  found(): Found;
}
