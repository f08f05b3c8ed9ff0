import { cloneNode, Element, isTag, isText, Text, type ChildNode } from 'domhandler';
import { hasClass } from './dom.ts';
import type { Walk } from './walk.ts';

/** Preformatted text as code, with its language where a class names it; a verse as a paragraph with its line ends. */
export function readCode(element: Element, walk: Walk): boolean {
  const code = textWithBreaks(element.children).replace(/^\n/, '').replace(/\s+$/, '');
  if (hasClass(element, /^wp-block-verse$/)) {
    const { html, media } = walk.inline(withLineBreaks(element.children));
    if (html !== '') walk.add({ type: 'paragraph', html });
    for (const block of media) walk.add(block);
  } else if (code.trim() !== '') walk.add({ type: 'code', code, language: languageOf(element) });
  return true;
}

/** A copy in which line ends are `br` elements. */
function withLineBreaks(nodes: readonly ChildNode[]): ChildNode[] {
  return nodes.flatMap((node): ChildNode[] => {
    if (isText(node))
      return node.data
        .split('\n')
        .flatMap((line, at) => [...(at === 0 ? [] : [new Element('br', {})]), new Text(line)]);
    const copy = cloneNode(node);
    if (isTag(node) && isTag(copy)) copy.children = withLineBreaks(node.children);
    return [copy];
  });
}

function textWithBreaks(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) =>
      isText(node) ? node.data : isTag(node) ? (node.name === 'br' ? '\n' : textWithBreaks(node.children)) : '',
    )
    .join('');
}

function languageOf(element: Element): string | null {
  const inner = element.children.find((node): node is Element => isTag(node) && node.name === 'code');
  const classes = `${element.attribs['class'] ?? ''} ${inner?.attribs['class'] ?? ''}`;
  return /\b(?:language|lang|brush)[-:]\s*([\w+#-]{1,30})/.exec(classes)?.[1] ?? null;
}
