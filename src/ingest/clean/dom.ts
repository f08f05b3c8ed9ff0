import { isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { collapse, WITHIN_A_LINE } from './plain-text.ts';

/** All elements below, in document order, that a test holds for; does not look inside those found. */
export function elementsBelow(element: Element | Document, test: (one: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (node: ChildNode): void => {
    if (!isTag(node)) return;
    if (test(node)) found.push(node);
    else node.children.forEach(visit);
  };
  element.children.forEach(visit);
  return found;
}

/** Elements below with one of some names, in document order. */
export function named(element: Element, ...names: readonly string[]): Element[] {
  return elementsBelow(element, (one) => names.includes(one.name));
}

export function hasClass(element: Element, pattern: RegExp): boolean {
  const names = element.attribs['class'];
  return names !== undefined && names.split(/\s+/).some((name) => pattern.test(name));
}

/** The text of a node or of several, white space collapsed; what stands on lines of its own is words of its own. */
export function textOf(node: ChildNode | readonly ChildNode[]): string {
  return collapse(isList(node) ? node.map(spaced).join('') : spaced(node));
}

function spaced(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node)) return '';
  if (isEmoji(node)) return node.attribs['alt'] ?? '';
  const inner = node.children.map(spaced).join('');
  return WITHIN_A_LINE.has(node.name) ? inner : ` ${inner} `;
}

function isList(node: ChildNode | readonly ChildNode[]): node is readonly ChildNode[] {
  return Array.isArray(node);
}

/** True for nodes that show nothing: white space, comments. */
export function isBlank(node: ChildNode): boolean {
  return isText(node) ? node.data.trim() === '' : !isTag(node);
}

/** Child elements of one of some names. */
export function childrenNamed(element: Element, ...names: readonly string[]): Element[] {
  return element.children.filter((node): node is Element => isTag(node) && names.includes(node.name));
}

/** True for the pictures that WordPress paints over emoji and smileys; their `alt` is what was typed. */
export function isEmoji(element: Element): boolean {
  return element.name === 'img' && hasClass(element, /^(?:wp-smiley|emoji)$/);
}
