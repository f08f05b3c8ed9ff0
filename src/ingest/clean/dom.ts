import { isTag, isText, type AnyNode, type ChildNode, type Element } from 'domhandler';
import { textContent } from 'domutils';
import { collapse } from './plain-text.ts';

/** All elements below, in document order, that a test holds for; does not look inside those found. */
export function elementsBelow(element: Element, test: (one: Element) => boolean): Element[] {
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

/** The text of a node, white space collapsed. */
export function textOf(node: AnyNode | readonly ChildNode[]): string {
  return collapse(textContent(Array.isArray(node) ? (node as ChildNode[]) : (node as AnyNode))); // the mutable type is domutils' own
}

/** True for nodes that show nothing: white space, comments. */
export function isBlank(node: ChildNode): boolean {
  return isText(node) ? node.data.trim() === '' : !isTag(node);
}

/** Child elements of one of some names. */
export function childrenNamed(element: Element, ...names: readonly string[]): Element[] {
  return element.children.filter((node): node is Element => isTag(node) && names.includes(node.name));
}
