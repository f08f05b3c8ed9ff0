import { isTag, type ChildNode } from 'domhandler';
import type { ArticleItem, BlockInput, ImportedItem } from '#content/imported-item.ts';
import { boundHtml } from './bound-html.ts';
import { htmlBlock } from './html-block.ts';
import { safeTree } from './safe-tree.ts';
import { inlineOf } from './to-blocks.ts';
import type { CleanContext } from './walk.ts';

/** Nothing is known of the site that a line comes from. */
const NO_CONTEXT: CleanContext = {
  base: null,
  isOwn: () => false,
  pathOfPost: () => null,
  pathBeforeMove: () => null,
  postId: '',
  attachment: () => null,
  attachmentAt: () => null,
  attachmentsOf: () => [],
};

/** An item whose HTML holds only what the contract allows; what it says otherwise is untouched. HTML that we wrote comes back as it is. */
export function safeItem(item: ImportedItem): ImportedItem {
  if (item.type !== 'article') return item;
  return { ...item, body: item.body.flatMap(safeBlock) } satisfies ArticleItem;
}

function safeBlock(block: BlockInput): readonly BlockInput[] {
  switch (block.type) {
    case 'paragraph':
      return [{ ...block, html: safeInline(block.html) }];
    case 'heading':
      // An anchor becomes an attribute and a part of addresses.
      return [{ ...block, html: safeInline(block.html), anchor: block.anchor.replaceAll(/[\s"'<>]+/g, '-') }];
    case 'list':
      return [{ ...block, items: block.items.map((item) => ({ ...item, html: safeInline(item.html) })) }];
    case 'table': {
      const { caption, header, rows } = block.table;
      return [
        {
          ...block,
          table: { caption, header: header?.map(safeInline) ?? null, rows: rows.map((row) => row.map(safeInline)) },
        },
      ];
    }
    case 'html': {
      const parts = nodesOf(block.html).flatMap((node) =>
        isTag(node) ? (htmlBlock(node, NO_CONTEXT) ?? []) : textBlock(node),
      );
      const html = parts.map((part) => (part.type === 'html' ? part.html : '')).join('');
      return html === '' ? [] : [{ type: 'html', html }];
    }
    default:
      return [block];
  }
}

function textBlock(node: Parameters<typeof inlineOf>[0][number]): readonly BlockInput[] {
  const { html } = inlineOf([node], NO_CONTEXT);
  return html === '' ? [] : [{ type: 'html', html }];
}

function safeInline(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const safe = inlineOf(nodesOf(html), NO_CONTEXT).html;
  // A bare & is as good as an escaped one: what was stored stays as it is.
  return bare(safe) === bare(html) ? html : safe;
}

function bare(html: string): string {
  return html.replaceAll('&amp;', '&');
}

function nodesOf(html: string): readonly ChildNode[] {
  return safeTree(boundHtml(html).html).children;
}
