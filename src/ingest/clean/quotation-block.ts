import { isTag, type ChildNode, type Element } from 'domhandler';
import { elementsBelow, hasClass, named, textOf } from './dom.ts';
import { embedBlock, providerOf } from './embed.ts';
import { textOfInline } from './inline-writer.ts';
import { linkAddress } from './links.ts';
import type { BlockInput, Walk } from './walk.ts';

/** What a quotation of plain text cannot hold. */
const NOT_IN_QUOTE = [
  'dl',
  'table',
  'pre',
  'img',
  'iframe',
  'video',
  'audio',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'blockquote',
  'object',
  'embed',
];
/** Widgets that networks paint over a blockquote. */
const CARD =
  /^(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|reddit-card|reddit-embed-bq|bluesky-embed|mastodon-embed|text-post-media|fb-xfbml-parse-ignore)$/;
const ATTRIBUTION = /^\s*(?:[—–―]|--)\s*(\S.{0,150})$/s;

/**
 * A quotation with its speaker: the `cite` or `footer`, else a last paragraph that starts with a dash. A network's card becomes an embed with
 * its words as title. False when it holds more than text.
 */
export function readBlockquote(element: Element, walk: Walk, outerCite: string | null = null): boolean {
  if (hasClass(element, CARD)) return readCard(element, walk);
  if (named(element, ...NOT_IN_QUOTE).length > 0) return false;
  const cites = elementsBelow(element, (one) => one.name === 'cite' || one.name === 'footer');
  const last = cites.at(-1);
  // A cite in the middle of the text is a title, not who speaks.
  const speaker = last !== undefined && isLast(last, element) ? last : null;
  const inside = walk.apart(without(element.children, speaker));
  const parts = inside.flatMap((block) => textOfPart(block) ?? []);
  // A list by itself is only moved in.
  if (parts.length < inside.length || (parts.length > 0 && inside.every(({ type }) => type === 'list'))) return false;
  let name = speaker === null ? null : textOf(speaker).replace(/^(?:[—–―-]|--)\s*/, '');
  const tail = parts.length > 1 && name === null ? ATTRIBUTION.exec(parts.at(-1) ?? '')?.[1]?.trim() : undefined;
  if (tail !== undefined) {
    name = tail;
    parts.pop();
  }
  const text = parts.join('\n\n');
  const outer = outerCite?.replace(/^(?:[—–―-]|--)\s*/, '') ?? null;
  if (text === '') return textOf(element) === '' && outer === null;
  walk.add({
    type: 'quote',
    quote: {
      text,
      speaker: [name, outer].filter((one) => one !== null && one !== '').join(', ') || null,
      source: null,
    },
  });
  return true;
}

/** A paragraph as text, a list with marks as people type them; null for what is more than text, links of a list included. */
function textOfPart(block: BlockInput): string | null {
  if (block.type === 'paragraph') return textOfInline(block.html).trim();
  if (block.type !== 'list' || block.items.some(({ html }) => html.includes('<a '))) return null;
  let number = 0;
  return block.items
    .map(({ level, html }) => {
      const mark = block.ordered && level === 0 ? `${++number}.` : '•';
      return `${'  '.repeat(level)}${mark} ${textOfInline(html)}`;
    })
    .join('\n');
}

/** `figure.wp-block-pullquote`: a quotation whose cite may stand outside of it. */
export function readPullquote(figure: Element, walk: Walk): boolean {
  const quote = named(figure, 'blockquote')[0];
  if (quote === undefined) return false;
  const captions = elementsBelow(figure, (one) => one.name === 'figcaption' || one.name === 'cite').filter(
    (one) => one.parent !== quote,
  );
  const outside = captions
    .filter((one) => !isInside(one, quote))
    .map(textOf)
    .join(' ');
  if (textOf(figure).replaceAll(/\s+/g, '') !== `${textOf(quote)}${outside}`.replaceAll(/\s+/g, '')) return false;
  return readBlockquote(quote, walk, outside === '' ? null : outside);
}

function readCard(element: Element, walk: Walk): boolean {
  const cited = element.attribs['cite'];
  const links = named(element, 'a').map((one) => one.attribs['href']);
  for (const one of [...links.toReversed(), cited]) {
    const url = linkAddress(one, walk.context);
    if (url === null || !url.startsWith('http') || providerOf(url, { card: true }) === null) continue;
    walk.add(embedBlock(url, textOf(element)));
    return true;
  }
  return false;
}

/** A copy of the nodes' order without an element that may stand deeper: its nearest ancestors are listed by their children. */
function without(nodes: readonly ChildNode[], gone: Element | null): readonly ChildNode[] {
  if (gone === null) return nodes;
  return nodes.flatMap((node) => {
    if (node === gone) return [];
    return isTag(node) && isInside(gone, node) ? without(node.children, gone) : [node];
  });
}

function isLast(one: Element, root: Element): boolean {
  for (let at: Element = one; at !== root;) {
    for (let next = at.next; next !== null; next = next.next) if (textOf(next) !== '') return false;
    if (at.parent === null || !isTag(at.parent)) return false;
    at = at.parent;
  }
  return true;
}

function isInside(element: Element, wrapper: Element): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (at === wrapper) return true;
  return false;
}
