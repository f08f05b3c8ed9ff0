import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { hasClass } from './dom.ts';
import { escapeText } from './inline-writer.ts';
import type { Walk } from './walk.ts';

/** Preformatted text as code, with its language where a class names it; a verse as a paragraph with its line ends. */
export function readCode(element: Element, walk: Walk): boolean {
  const code = textWithBreaks(element.children).replace(/^\n/, '').replace(/\s+$/, '');
  if (code.trim() === '') return true;
  if (hasClass(element, /^wp-block-verse$/)) {
    const lines = code.split('\n').map((line) => escapeText(line.trim()));
    walk.add({ type: 'paragraph', html: lines.join('<br>') });
  } else walk.add({ type: 'code', code, language: languageOf(element) });
  return true;
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
