import { parseDocument } from 'htmlparser2';
import { isTag, type ChildNode } from 'domhandler';

const INLINE = new Set(['a', 'em', 'strong', 's', 'sub', 'sup', 'code', 'br', 'span']);
const NEVER = new Set(
  'script style iframe object embed form input button svg math template link meta base video audio source textarea title noscript xmp plaintext'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(['href', 'src', 'alt', 'lang', 'colspan', 'rowspan', 'start']);
const ADDRESS = /^(?:https?:\/\/|\/(?![/\\])|#|mailto:)/;

/** What is wrong with HTML that a reader's browser gets. */
function harmIn(html: string, inlineOnly: boolean): string[] {
  const harm: string[] = [];
  const visit = (node: ChildNode): void => {
    if (node.type === 'comment' || node.type === 'directive') harm.push(node.type);
    if (!isTag(node)) return;
    if (NEVER.has(node.name) || (inlineOnly && !INLINE.has(node.name))) harm.push(`<${node.name}>`);
    for (const [name, value] of Object.entries(node.attribs)) {
      if (!ATTRIBUTES.has(name)) harm.push(name);
      if ((name === 'href' || name === 'src') && !ADDRESS.test(value)) harm.push(`${name}=${value}`);
    }
    node.children.forEach(visit);
  };
  parseDocument(html).children.forEach(visit);
  return harm;
}

/** What a whole page, or a body of ours with players, may not have: what runs, and addresses that run. */
export function runningIn(page: string): string[] {
  const harm: string[] = [];
  const visit = (node: ChildNode): void => {
    if ('children' in node && !isTag(node)) node.children.forEach(visit);
    if (!isTag(node)) return;
    if (['script', 'iframe', 'object', 'embed', 'base', 'svg', 'math', 'template'].includes(node.name))
      harm.push(`<${node.name}>`);
    for (const [name, value] of Object.entries(node.attribs)) {
      if (/^on|^srcdoc$|^style$/.test(name)) harm.push(name);
      if (
        /^(?:href|src|poster|action|formaction|data|srcset|cite)$/.test(name) &&
        !/^(?:https?:\/\/|[/?#]|mailto:)/.test(value)
      )
        harm.push(`${name}=${value}`);
    }
    node.children.forEach(visit);
  };
  parseDocument(page).children.forEach(visit);
  return harm;
}

/** Names of properties that hold addresses. */
const ADDRESSES = new Set(['url', 'canonicalUrl', 'to', 'links', 'href', 'src']);

/** What is wrong with an item or an answer: its HTML, and every field that is an address. */
export function harmOf(thing: object): string[] {
  const harm: string[] = [];
  const visit = (value: unknown, key: string, inHtmlBlock: boolean): void => {
    if (typeof value === 'string') {
      if (key === 'html' || key === 'rows' || key === 'header') harm.push(...harmIn(value, !inHtmlBlock));
      if (ADDRESSES.has(key) && !/^(?:https?:\/\/|\/(?![/\\])|#)/.test(value)) harm.push(`${key}: ${value}`);
      if (key === 'anchor' && /[\s"'<>]/.test(value)) harm.push(`anchor: ${value}`);
    } else if (Array.isArray(value)) for (const one of value) visit(one, key, inHtmlBlock);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value))
        visit(one, name, inHtmlBlock || ('type' in value && value.type === 'html'));
  };
  visit(thing, '', false);
  return harm;
}
