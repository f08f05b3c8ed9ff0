import type { BlockInput } from '#content/imported-item.ts';
import { cleanBody, type CleanBody } from '#ingest/clean/body.ts';
import type { Attachment, CleanContext } from '#ingest/clean/walk.ts';

export const context: CleanContext = {
  base: 'https://gazette.example/2024/06/ferry-returns/',
  isOwn: (url) => url.hostname === 'gazette.example',
  pathOfPost: (id) => (id === '9' ? '/2023/01/old-ferry' : null),
  pathBeforeMove: () => null,
  postId: '7',
  attachment: (id) => library.find((one) => one.id === id) ?? null,
  attachmentAt: (url) => library.find((one) => one.url === url) ?? null,
  attachmentsOf: (id) => library.filter((one) => one.parent === id),
};

/** A picture of the library, as an article has it. */
export function libraryImage(id: string) {
  return {
    url: `https://gazette.example/wp-content/uploads/${id}.jpg`,
    alt: `Alt ${id}`,
    caption: `Caption ${id}`,
    credit: null,
    width: 800,
    height: 600,
  };
}

const library: readonly Attachment[] = ['11', '12'].map((id) => ({
  ...libraryImage(id),
  id,
  parent: '7',
  position: 0,
}));

export function clean(html: string): CleanBody {
  return cleanBody(html, context);
}

export function blocksOf(html: string): readonly BlockInput[] {
  return clean(html).blocks;
}
