import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { textContent } from 'domutils';
import { readHeading } from './heading.ts';
import { hasClass, isEmoji, named, textOf } from './dom.ts';
import { embedBlock, loneEmbed } from './embed.ts';
import { imagesBlock, isFigure, readFigure } from './figure.ts';
import { htmlBlock, isLanguage } from './html-block.ts';
import { imageOf } from './image.ts';
import { InlineWriter } from './inline-writer.ts';
import { linkAddress } from './links.ts';
import { readList } from './list.ts';
import { readAudio, readFrame, readVideo } from './media.ts';
import { isMadeWhenShown } from './made-when-shown.ts';
import { paragraphBlock } from './paragraph.ts';
import { readCode } from './code.ts';
import { readBlockquote, readPullquote } from './quotation-block.ts';
import { readTable } from './table.ts';
import type { BlockInput, CleanContext, InlineContent, Reader, Walk } from './walk.ts';

/** Inline tags as they are kept; every other inline element leaves its text. */
const INLINE: Readonly<Record<string, 'em' | 'strong' | 's' | 'sub' | 'sup' | 'code'>> = {
  em: 'em',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  strong: 'strong',
  b: 'strong',
  s: 's',
  del: 's',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};
const TRANSPARENT = new Set([
  'abbr',
  'acronym',
  'bdi',
  'bdo',
  'big',
  'font',
  'ins',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  'small',
  'span',
  'time',
  'u',
]);

const READERS: Readonly<Record<string, Reader>> = {
  h1: readHeading,
  h2: readHeading,
  h3: readHeading,
  h4: readHeading,
  h5: readHeading,
  h6: readHeading,
  ul: readList,
  ol: readList,
  table: (element, walk) => readTable(element, walk),
  blockquote: (element, walk) => readBlockquote(element, walk),
  pre: readCode,
  hr: (_element, walk) => {
    walk.add({ type: 'divider' });
    return true;
  },
  img: (element, walk) => {
    const image = imageOf(element, null, walk.context);
    if (image !== null) walk.add(imagesBlock([image]));
    return true;
  },
  iframe: (element, walk) => readFrame(element, walk),
  embed: (element, walk) => readFrame(element, walk),
  object: (element, walk) => readFrame(element, walk),
  video: (element, walk) => readVideo(element, walk),
  audio: (element, walk) => readAudio(element, walk),
  dl: (element, walk) => readRaw(element, walk),
  details: (element, walk) => named(element, 'img', 'iframe', 'video', 'audio').length === 0 && readRaw(element, walk),
};

/**
 * The blocks of sanitised nodes, in reading order. Rules for text outside of paragraphs, after WordPress' own for its classic editor: a
 * blank line ends a paragraph, a single line end is a line break, a player's bare address on its own line is an embed; every other
 * line end is a space (posts of blocks, and everything inside `<pre>`, keep theirs).
 */
export function toBlocks(nodes: readonly ChildNode[], context: CleanContext, classic: boolean): readonly BlockInput[] {
  return new BlockWalk(context, classic, new Set(), false).run(nodes);
}

class BlockWalk implements Walk {
  readonly context: CleanContext;
  readonly classic: boolean;
  readonly anchors: Set<string>;
  readonly #writer = new InlineWriter();
  readonly #blocks: BlockInput[] = [];
  /** Inline only: blocks are collected apart and the end of a paragraph is a line break. */
  readonly #inlineOnly: boolean;

  constructor(context: CleanContext, classic: boolean, anchors: Set<string>, inlineOnly: boolean) {
    this.context = context;
    this.classic = classic;
    this.anchors = anchors;
    this.#inlineOnly = inlineOnly;
  }

  run(nodes: readonly ChildNode[]): readonly BlockInput[] {
    this.into(nodes);
    this.#endParagraph();
    return this.#blocks;
  }

  add(block: BlockInput): void {
    if (!this.#inlineOnly) this.#endParagraph();
    this.#blocks.push(block);
  }

  into(nodes: readonly ChildNode[]): void {
    for (const node of nodes) {
      if (isText(node)) this.#text(node.data, node);
      else if (isTag(node)) this.#element(node);
    }
  }

  inline(nodes: readonly ChildNode[]): InlineContent {
    const inner = new BlockWalk(this.context, this.classic, this.anchors, true);
    inner.into(nodes);
    const run = inner.#writer.take() ?? { html: '', plain: '', links: [] };
    return { ...run, media: inner.#blocks };
  }

  apart(nodes: readonly ChildNode[]): readonly BlockInput[] {
    return new BlockWalk(this.context, this.classic, this.anchors, false).run(nodes);
  }

  #endParagraph(): void {
    if (this.#inlineOnly) {
      if (this.#writer.waitingBreaks === 0) this.#writer.break();
      return;
    }
    const run = this.#writer.take();
    if (run !== null) this.#blocks.push(paragraphBlock(run));
  }

  #break(): void {
    this.#writer.break();
    if (this.#writer.waitingBreaks > 1) this.#endParagraph();
  }

  #text(data: string, node: ChildNode): void {
    if (!this.classic || !data.includes('\n')) {
      this.#writer.text(data);
      return;
    }
    const lines = (data.includes('\r') ? data.replaceAll(/\r\n?/g, '\n') : data).split('\n');
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.#lineEnd(lines, at, node);
      const url = this.#inlineOnly || !this.#writer.atLineStart || !endsLine(node, at, lines) ? null : loneEmbed(line);
      if (url === null) this.#writer.text(line);
      else this.add(embedBlock(url, null));
    }
  }

  /** A line end in the classic editor: nothing next to a block, the end of the paragraph when the line is blank, else a line break. */
  #lineEnd(lines: readonly string[], at: number, node: ChildNode): void {
    const blank = at + 1 < lines.length && (lines[at] ?? '').trim() === '';
    if (blank) this.#endParagraph();
    else if (at + 1 < lines.length || (lines[at] ?? '').trim() !== '' || isInlineNode(node.next)) {
      if (this.#writer.waitingBreaks === 0) this.#writer.break();
    }
  }

  #element(element: Element): void {
    const { name } = element;
    if (name === 'br') {
      this.#break();
      return;
    }
    if (isEmoji(element)) {
      this.#writer.text(element.attribs['alt'] ?? '');
      return;
    }
    // The way back from a footnote to its place.
    if (name === 'a' && /^\u21a9[\ufe0e\ufe0f]?$/.test(textOf(element))) return;
    if (isMadeWhenShown(element)) return;
    const inline = INLINE[name];
    if (inline !== undefined || name === 'a' || TRANSPARENT.has(name)) this.#inlineElement(element, inline ?? null);
    else if (READERS[name] === undefined || this.#inlineOnly) this.#container(element);
    else if (!READERS[name](element, this)) this.#container(element);
  }

  #inlineElement(element: Element, tag: 'em' | 'strong' | 's' | 'sub' | 'sup' | 'code' | null): void {
    const { name, attribs } = element;
    const lang = attribs['lang'];
    if (name === 'a') {
      const href = linkAddress(attribs['href'], this.context);
      this.#writer.open(href === null ? null : 'a', href === null ? null : { name: 'href', value: href });
    } else if (name === 'span' && lang !== undefined && isLanguage(lang))
      this.#writer.open('span', { name: 'lang', value: lang });
    else this.#writer.open(tag);
    if (name === 'q') this.#writer.text('“');
    this.into(element.children);
    if (name === 'q') this.#writer.text('”');
    this.#writer.close();
  }

  /** Paragraphs, divisions, cells and all that has no reader: a paragraph ends before and after it. */
  #container(element: Element): void {
    if (this.#inlineOnly) {
      const reader = READERS[element.name];
      if (reader !== undefined && ['img', 'iframe', 'embed', 'object', 'video', 'audio'].includes(element.name)) {
        reader(element, this);
        return;
      }
      if (isFigure(element) && readFigure(element, this)) return;
    }
    this.#endParagraph();
    if (!this.#special(element)) this.into(element.children);
    this.#endParagraph();
  }

  #special(element: Element): boolean {
    if (this.#inlineOnly) return false;
    if (element.name === 'div' && hasClass(element, /^wp-block-cover__image-background$/)) {
      const image = imageOf(element, null, this.context);
      if (image !== null) this.add(imagesBlock([image]));
      return true;
    }
    if (hasClass(element, /^wp-block-pullquote$/) && readPullquote(element, this)) return true;
    if (element.name === 'figure' && hasClass(element, /^wp-block-table$/)) {
      const table = named(element, 'table')[0];
      const caption = named(element, 'figcaption').map(textOf).join(' ');
      if (table !== undefined && readTable(table, this, caption)) return true;
    }
    return isFigure(element) && readFigure(element, this);
  }
}

function readRaw(element: Element, walk: Walk): boolean {
  const block = htmlBlock(element, walk.context);
  if (block !== null) walk.add(block);
  return true;
}

/** True when the line of a text node ends where the node's next line or a block does. */
function endsLine(node: ChildNode, at: number, lines: readonly string[]): boolean {
  return at + 1 < lines.length || !isInlineNode(node.next);
}

function isInlineNode(node: ChildNode | null): boolean {
  if (node === null) return false;
  if (isText(node)) return textContent(node).trim() !== '';
  return isTag(node) && (INLINE[node.name] !== undefined || node.name === 'a' || TRANSPARENT.has(node.name));
}

/** Nodes as one run of inline HTML: what is no text is left out, the end of a block is a line break. */
export function inlineOf(nodes: readonly ChildNode[], context: CleanContext): InlineContent {
  return new BlockWalk(context, false, new Set(), true).inline(nodes);
}
