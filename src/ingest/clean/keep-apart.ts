import { Text, type Document, type ParentNode } from 'domhandler';
import { append, prepend } from 'domutils';
import { isTag } from 'domhandler';
import { hasClass } from './dom.ts';

/** Links and spans that are painted as buttons. */
const BUTTON = /(?:^|[-_])(?:button|btn)(?:$|[-_])/;

/** Puts spaces around buttons, which a page shows apart from what they touch. Changes the document, and gives it back. */
export function keepApart(document: Document): Document {
  const visit = (parent: ParentNode): void => {
    for (const node of parent.children.slice()) {
      if (!isTag(node)) continue;
      visit(node);
      if ((node.name !== 'a' && node.name !== 'span') || !hasClass(node, BUTTON)) continue;
      prepend(node, new Text(' '));
      append(node, new Text(' '));
    }
  };
  visit(document);
  return document;
}
