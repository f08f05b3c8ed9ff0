import { parseDocument } from 'htmlparser2';
import { isTag, isText, type ChildNode } from 'domhandler';
import { boundHtml } from './bound-html.ts';

// oxlint-disable-next-line no-control-regex -- these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head']);

/**
 * Text out of something that may hold markup and entities: a title, a term's name, an excerpt. Tags are left out, entities decoded once,
 * white space collapsed. A bare `<` or `&` stays as it stands. '' when nothing is left.
 */
export function plainText(markup: string): string {
  if (!/[<&]/.test(markup)) return collapse(markup);
  return collapse(textOf(parseDocument(boundHtml(markup).html, { decodeEntities: true }).children));
}

/** Runs of white space become one space; control characters are left out. */
export function collapse(text: string): string {
  return text.replaceAll(CONTROLS, '').replaceAll(/\s+/g, ' ').trim();
}

function textOf(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => (isText(node) ? node.data : isTag(node) && !UNSEEN.has(node.name) ? textOf(node.children) : ''))
    .join('');
}
