import type { BlockInput } from '#content/imported-item.ts';
import { cleanBody, type CleanBody } from '#ingest/clean/body.ts';
import { textOfInline } from '#ingest/clean/inline-writer.ts';
import type { Attachment, CleanContext } from '#ingest/clean/walk.ts';

export const context: CleanContext = {
  base: 'https://gazette.example/2024/06/ferry-returns/',
  isOwn: (url) => url.hostname === 'gazette.example',
  pathOfPost: (id) => (id === '9' ? '/2023/01/old-ferry' : null),
  postId: '7',
  attachment: (id) => library.find((one) => one.id === id) ?? null,
  attachmentsOf: (id) => library.filter((one) => one.parent === id),
};

const library: readonly Attachment[] = ['11', '12'].map((id) => ({
  id,
  url: `https://gazette.example/wp-content/uploads/${id}.jpg`,
  alt: `Alt ${id}`,
  caption: `Caption ${id}`,
  width: 800,
  height: 600,
  parent: '7',
}));

export function clean(html: string): CleanBody {
  return cleanBody(html, context);
}

export function blocksOf(html: string): readonly BlockInput[] {
  return clean(html).blocks;
}

/** The words that a reader of these blocks meets, in order. */
export function textOfBlocks(blocks: readonly BlockInput[]): string {
  return blocks.map(textOfBlock).join(' ');
}

function textOfBlock(block: BlockInput): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOfInline(block.html);
    case 'html':
      return textOfInline(block.html.replaceAll('<', ' <'));
    case 'image':
      return said(block.image.caption, block.image.credit);
    case 'gallery':
      return block.images.map(({ caption, credit }) => said(caption, credit)).join(' ');
    case 'quote':
      return said(block.quote.text, block.quote.speaker);
    case 'list':
      return block.items.map(({ html }) => textOfInline(html)).join(' ');
    case 'table':
      return [block.table.caption ?? '', ...(block.table.header ?? []), ...block.table.rows.flat()]
        .map(textOfInline)
        .join(' ');
    case 'embed':
      return said(block.embed.url, block.embed.title);
    case 'video':
      return said(block.video.caption, block.video.credit);
    case 'audio':
      return said(block.audio.caption, block.audio.credit);
    case 'read-also':
      return said(block.link.label, block.link.title);
    case 'code':
      return block.code;
    default:
      return '';
  }
}

function said(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' ');
}
