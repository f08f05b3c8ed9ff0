import {
  cloneNode,
  Document,
  isTag,
  isText,
  type ChildNode,
  type Element,
  type ParentNode,
  type Text,
} from 'domhandler';
import { prepend, removeElement, textContent } from 'domutils';
import { escapeHtml, escapeText } from './inline-writer.ts';
import { WITHIN_A_LINE } from './plain-text.ts';
import { linkAddress, mediaAddress } from './links.ts';
import type { BlockInput, CleanContext } from './walk.ts';

/** Tags that an HTML block may hold, with their attributes. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  abbr: [],
  b: [],
  blockquote: [],
  br: [],
  caption: [],
  cite: [],
  code: [],
  dd: [],
  del: [],
  details: [],
  dfn: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  i: [],
  img: ['src', 'alt'],
  ins: [],
  kbd: [],
  li: ['value'],
  mark: [],
  ol: ['start', 'reversed'],
  p: [],
  pre: [],
  q: [],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  samp: [],
  small: [],
  span: ['lang'],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['colspan', 'rowspan'],
  tfoot: [],
  th: ['colspan', 'rowspan'],
  thead: [],
  tr: [],
  u: [],
  ul: [],
  var: [],
};
const VOID = new Set(['br', 'hr', 'img']);

/** Frames and players, which are blocks of their own or nothing. */
const LEFT_OUT = new Set(['iframe', 'video', 'audio', 'object', 'embed']);

/** What no typed block can show, as HTML of a fixed list of tags; null when nothing visible is left. HTML that we wrote comes back as it is. */
export function htmlBlock(element: Element, context: CleanContext): BlockInput | null {
  const copy = cloneNode(element, true);
  const around = new Document([copy]);
  copy.parent = around;
  keepKnown(around, context);
  const html = around.children.map(write).join('').trim();
  return html.replaceAll(/<(?!img)[^>]*>/g, '').trim() === '' ? null : { type: 'html', html };
}

/** Leaves what is kept, and joins the texts that something else stood between: their white space is one, as it will be when it is read again. */
function keepKnown(parent: ParentNode, context: CleanContext): void {
  for (const node of parent.children.slice()) {
    if (isText(node)) continue;
    if (!isTag(node) || LEFT_OUT.has(node.name)) {
      removeElement(node);
      continue;
    }
    keepKnown(node, context);
    const isKnown = KEPT[node.name] !== undefined;
    node.attribs = keptAttributes(node, context);
    if (node.name === 'img') {
      if (node.attribs['src'] === undefined) removeElement(node);
    } else if (node.name === 'a' ? node.attribs['href'] === undefined : !isKnown) {
      // What an element that is not kept held: on lines of its own, where the element was.
      if (WITHIN_A_LINE.has(node.name) || textContent(node).trim() === '') unwrap(node);
      else node.name = 'div';
    }
  }
  for (const node of parent.children.slice()) {
    if (!isText(node) || node.prev === null || !isText(node.prev)) continue;
    node.data = node.prev.data + node.data;
    removeElement(node.prev);
  }
}

function unwrap(element: Element): void {
  for (const child of element.children.slice()) prepend(element, child);
  removeElement(element);
}

function write(node: ChildNode): string {
  if (isText(node)) return escapeText(spaced(node));
  if (!isTag(node)) return '';
  const attributes = Object.entries(node.attribs).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const open = `<${node.name}${attributes.join('')}>`;
  return VOID.has(node.name) ? open : `${open}${node.children.map(write).join('')}</${node.name}>`;
}

/** A text with the white space that shows, which is none next to a block: an export's lines and those that WordPress makes are broken in other places. */
function spaced(node: Text): string {
  for (let at: ParentNode | null = node.parent; at !== null; at = at.parent)
    if (isTag(at) && at.name === 'pre') return node.data;
  const text = node.data.replaceAll(/[ \t\n\r\f]+/g, ' ');
  const start = isInline(node.prev, node) ? text : text.replace(/^ /, '');
  return isInline(node.next, node) ? start : start.replace(/ $/, '');
}

/** True where the line goes on with this sibling; without one, where the element around is within a line itself. */
function isInline(sibling: ChildNode | null, { parent }: Text): boolean {
  const next = sibling ?? parent;
  return next !== null && (isText(next) || (isTag(next) && WITHIN_A_LINE.has(next.name)));
}

function keptAttributes(element: Element, context: CleanContext): Record<string, string> {
  return Object.fromEntries(
    (KEPT[element.name] ?? []).flatMap((name) => {
      const value = attribute(element, name, context);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function attribute(element: Element, name: string, context: CleanContext): string | null {
  const value = element.attribs[name];
  if (value === undefined) return null;
  if (name === 'href') return linkAddress(value, context);
  if (name === 'src') return mediaAddress(value, context);
  if (name === 'lang') return isLanguage(value) ? value : null;
  if (name === 'alt') return value;
  if (name === 'reversed') return '';
  if (name === 'start' || name === 'value') return isOrdinal(value) ? value : null;
  return /^\d{1,4}$/.test(value) ? value : null;
}

/** True for a number that a line of a list may have. */
export function isOrdinal(value: string | undefined): boolean {
  return /^-?\d{1,4}$/.test(value ?? '');
}

/** True for what looks like a language tag. */
export function isLanguage(value: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value);
}
