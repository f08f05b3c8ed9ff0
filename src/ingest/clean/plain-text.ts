import { parseDocument } from 'htmlparser2';
import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { boundHtml } from './bound-html.ts';

// oxlint-disable-next-line no-control-regex -- these are what is taken out
const UNEVEN = /[\u0000-\u001f\u007f]|[^\S ]| {2}/;
// oxlint-disable-next-line no-control-regex -- the same
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** Elements within a line; every other one ends a word. */
export const WITHIN_A_LINE = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head']);

/**
 * Text out of something that may hold markup and entities: a title, a term's name, an excerpt. Tags are left out, entities decoded once,
 * white space collapsed. A bare `<` or `&` stays as it stands. '' when nothing is left.
 */
export function plainText(markup: string): string {
  if (!/[<&]/.test(markup)) return collapse(markup);
  return collapse(visibleText(parseDocument(boundHtml(markup).html, { decodeEntities: true }).children));
}

/** Runs of white space become one space; control characters are left out. */
export function collapse(text: string): string {
  return (UNEVEN.test(text) ? text.replaceAll(CONTROLS, '').replaceAll(/\s+/g, ' ') : text).trim();
}

/** What nodes show as text, a space where a word ends; white space as it stands. */
export function visibleText(
  nodes: readonly ChildNode[],
  isLeftOut: (element: Element) => boolean = () => false,
): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.data;
      if (!isTag(node) || UNSEEN.has(node.name) || isLeftOut(node)) return '';
      const text = visibleText(node.children, isLeftOut);
      return WITHIN_A_LINE.has(node.name) ? text : ` ${text} `;
    })
    .join('');
}
