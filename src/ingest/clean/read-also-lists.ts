import type { BlockInput } from '#content/imported-item.ts';
import { textOfInline } from './inline-writer.ts';
import { isHeadline, loneLabel, readAlsoBlock } from './read-also.ts';

/** A text that is one link and nothing else. */
const ONE_LINK =
  /^(?:<(?:strong|em)>)*<a href="(?<href>[^"#][^"]*)">(?<text>(?:(?!<\/?a[ >])[^])*)<\/a>(?:<\/(?:strong|em)>)*$/;

/** Read-also lines that stand below their label: a label alone, then a list or paragraphs of which each is one link. All others stay as they are. */
export function joinReadAlso(blocks: readonly BlockInput[]): readonly BlockInput[] {
  if (!blocks.some((block) => labelOf(block) !== null)) return blocks;
  const made: BlockInput[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) break;
    const label = labelOf(block);
    const links = label === null ? [] : linksBelow(blocks, at + 1);
    if (label === null || links.length === 0) made.push(block);
    else {
      made.push(...links.flatMap(({ lines }) => lines).map(({ title, url }) => readAlsoBlock(label, title, url)));
      at += links.length;
    }
  }
  return made;
}

/** A label with all its marks and links is no longer: most paragraphs need not be read for it. */
const MAX_LABEL_HTML = 1_000;
/** Nor is one before the first tag, were each of its characters an entity. */
const MAX_LABEL_START = 300;

function labelOf(block: BlockInput): string | null {
  if (block.type !== 'paragraph' && block.type !== 'heading') return null;
  const { html } = block;
  const tag = html.indexOf('<');
  const start = tag < 0 ? html : html.slice(0, tag);
  if (html.length > MAX_LABEL_HTML || start.trim().length > MAX_LABEL_START) return null;
  return loneLabel(textOfInline(html));
}

interface Line {
  readonly title: string;
  readonly url: string;
}

/** The list below a label, or the paragraphs, as far as they are links alone. */
function linksBelow(blocks: readonly BlockInput[], from: number): readonly { readonly lines: readonly Line[] }[] {
  const found: { readonly lines: readonly Line[] }[] = [];
  for (const block of blocks.slice(from)) {
    const items =
      block.type === 'list' ? block.items.map(({ html }) => html) : block.type === 'paragraph' ? [block.html] : [];
    const lines = items.map(lineOf);
    if (lines.length === 0 || lines.includes(null)) break;
    found.push({ lines: lines.filter((line) => line !== null) });
    if (block.type === 'list') break;
  }
  return found;
}

function lineOf(html: string): Line | null {
  const { href, text } = ONE_LINK.exec(html)?.groups ?? {};
  const title = textOfInline(text ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return href === undefined || !isHeadline(title) ? null : { title, url: textOfInline(href) };
}
