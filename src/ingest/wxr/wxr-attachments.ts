import { detached } from '#lib/detached.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import { untexturize } from '#ingest/clean/untexturize.ts';
import type { Attachment } from '#ingest/clean/walk.ts';
import { creditOf, metaOf, sizeOf } from './wxr-meta.ts';
import type { WxrItem } from './wxr-shapes.ts';

/** The library of an export. Look-ups by address and by post are made when the first is asked for: few sources need them. */
export interface AttachmentIndex {
  /** By id. */
  readonly attachments: ReadonlyMap<string, Attachment>;
  attachmentAt(url: string): Attachment | null;
  /** Those that were uploaded to a post, in file order. */
  attachmentsOf(postId: string): readonly Attachment[];
}

/** Gathers the library; ask the index when all attachments are added. */
export function createAttachmentIndexer(): { add(item: WxrItem): void; readonly index: AttachmentIndex } {
  const attachments = new Map<string, Attachment>();
  let byAddress: ReadonlyMap<string, Attachment> | null = null;
  let byPost: ReadonlyMap<string, readonly Attachment[]> | null = null;
  return {
    add(item) {
      if (item.postId === '' || item.attachmentUrl === '') return;
      const metadata = metaOf(item, '_wp_attachment_metadata');
      const size = sizeOf(metadata);
      attachments.set(item.postId, {
        id: item.postId,
        url: detached(item.attachmentUrl),
        alt: detachedOrNull(metaOf(item, '_wp_attachment_image_alt')),
        caption: detachedOrNull(plainText(untexturize(item.excerpt)) || null),
        credit: detachedOrNull(creditOf(item, metadata)),
        width: size?.width ?? null,
        height: size?.height ?? null,
        parent: item.postParent,
        position: Number(item.menuOrder) || 0,
      });
    },
    index: {
      attachments,
      attachmentAt(url) {
        byAddress ??= new Map([...attachments.values()].map((one) => [one.url, one]));
        return byAddress.get(url) ?? null;
      },
      attachmentsOf(postId) {
        byPost ??= Map.groupBy(attachments.values(), ({ parent }) => parent);
        return byPost.get(postId) ?? [];
      },
    },
  };
}

function detachedOrNull(text: string | null): string | null {
  return text === null ? null : detached(text);
}
