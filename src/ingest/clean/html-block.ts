import { isTag, isText, type ChildNode, type Element, type ParentNode, type Text } from 'domhandler';
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
  li: [],
  mark: [],
  ol: ['start'],
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

/** What no typed block can show, as HTML of a fixed list of tags; null when nothing visible is left. Frames and players are left out. */
export function htmlBlock(element: Element, context: CleanContext): BlockInput | null {
  const html = write(element, context).trim();
  return html.replaceAll(/<(?!img)[^>]*>/g, '').trim() === '' ? null : { type: 'html', html };
}

function write(node: ChildNode, context: CleanContext): string {
  if (isText(node)) return escapeText(spaced(node));
  if (!isTag(node)) return '';
  const inner = (): string => node.children.map((child) => write(child, context)).join('');
  const allowed = KEPT[node.name];
  if (allowed === undefined)
    return ['iframe', 'video', 'audio', 'object', 'embed'].includes(node.name) ? '' : apart(node, inner());
  const attributes: string[] = [];
  for (const name of allowed) {
    const value = attribute(node, name, context);
    if (value !== null) attributes.push(` ${name}="${escapeHtml(value)}"`);
  }
  if ((node.name === 'a' || node.name === 'img') && !attributes.some((one) => /^ (?:href|src)=/.test(one)))
    return node.name === 'a' ? inner() : '';
  const open = `<${node.name}${attributes.join('')}>`;
  return VOID.has(node.name) ? open : `${open}${inner()}</${node.name}>`;
}

/** What an element that is not kept held: on lines of its own, where the element was. */
function apart({ name }: Element, inner: string): string {
  return WITHIN_A_LINE.has(name) || inner.trim() === '' ? inner : `<div>${inner}</div>`;
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

function attribute(element: Element, name: string, context: CleanContext): string | null {
  const value = element.attribs[name];
  if (value === undefined) return null;
  if (name === 'href') return linkAddress(value, context);
  if (name === 'src') return mediaAddress(value, context);
  if (name === 'lang') return isLanguage(value) ? value : null;
  if (name === 'alt') return value;
  return /^\d{1,4}$/.test(value) ? value : null;
}

/** True for what looks like a language tag. */
export function isLanguage(value: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value);
}
