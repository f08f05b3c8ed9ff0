import type { ChildNode, Element } from 'domhandler';
import type { BlockInput, ImageInput } from '#content/imported-item.ts';
import type { InlineRun } from './inline-writer.ts';
import type { LinkContext } from './links.ts';

/** A picture or file of the source's library. */
export interface Attachment {
  readonly id: string;
  readonly url: string;
  readonly alt: string | null;
  readonly caption: string | null;
  /** Who made it, as far as the library says so apart from the caption. */
  readonly credit: string | null;
  readonly width: number | null;
  readonly height: number | null;
  /** The post that it was uploaded to, and where among the post's files editors have put it. */
  readonly parent: string;
  readonly position: number;
}

/** What a body is read with. */
export interface CleanContext extends LinkContext {
  readonly postId: string;
  attachment(id: string): Attachment | null;
  /** By its address. */
  attachmentAt(url: string): Attachment | null;
  /** Pictures uploaded to a post, in the order of the source. */
  attachmentsOf(postId: string): readonly Attachment[];
}

/** Inline content of something that holds no blocks: a cell, a list item, a caption. */
export interface InlineContent extends InlineRun {
  /** Pictures, films and frames that stood inside. */
  readonly media: readonly BlockInput[];
}

/** What the reader of one kind of element is given. */
export interface Walk {
  readonly context: CleanContext;
  /** True for the classic editor, where a single line end is a line break. */
  readonly classic: boolean;
  /** Heading anchors given so far. */
  readonly anchors: Set<string>;
  /** Ends the paragraph and adds a block after it. */
  add(block: BlockInput): void;
  /** Reads nodes as if they stood where the element does. */
  into(nodes: readonly ChildNode[]): void;
  inline(nodes: readonly ChildNode[]): InlineContent;
  /** Blocks of nodes, apart from the body. */
  apart(nodes: readonly ChildNode[]): readonly BlockInput[];
}

/** Turns one element into blocks. False: this is not what it seemed; it is read as a plain container. */
export type Reader = (element: Element, walk: Walk) => boolean;

export type { BlockInput, ImageInput };
