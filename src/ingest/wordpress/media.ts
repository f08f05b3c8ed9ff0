import type { SourceEvent } from '#ingest/source.ts';
import { PER_PAGE } from './rest-pages.ts';
import { restMedia, type RestMedia, type RestPost } from './rest-shapes.ts';
import { fetchAll, type Reading } from './site-lists.ts';

const LIST = { name: 'media', route: 'wp/v2/media' };
/** WordPress leaves `media_details` out where only a part of it is asked for. */
const FIELDS = 'id,source_url,alt_text,caption,description,post,media_details';
/** Where a body names files of the library by id: classes of images, attributes of blocks and shortcodes. */
const MENTIONS: readonly RegExp[] = [
  /\bwp-image-(\d{1,15})\b/g,
  /\battachment_(\d{1,15})\b/g,
  /"(?:id|mediaId)":(\d{1,15})\b/g,
  /\bdata-(?:attachment-)?id=["']?(\d{1,15})\b/g,
  /\b(?:(?:gallery_)?ids|include|id|images?|image_id|attachment)=["']?([\d, ]{1,2000})/g,
  /"ids":\[([\d, ]{1,2000})\]/g,
];

/** The whole library. */
export function fetchLibrary(
  reading: Reading,
  context: Readonly<Record<string, string>>,
): AsyncGenerator<SourceEvent, readonly RestMedia[]> {
  return fetchAll(reading, LIST, restMedia, { _fields: FIELDS, ...context });
}

/** The files that a few posts show or that were uploaded to them: of a large library after a day's work these are few. */
export async function* fetchMediaOf(
  reading: Reading,
  posts: readonly RestPost[],
  context: Readonly<Record<string, string>>,
): AsyncGenerator<SourceEvent, readonly RestMedia[]> {
  const media = new Map<number, RestMedia>();
  const query = { _fields: FIELDS, ...context };
  for (const [filter, ids] of [
    ['include', mentioned(posts)],
    ['parent', posts.map(({ id }) => id)],
  ] as const) {
    for (let from = 0; from < ids.length; from += PER_PAGE) {
      const some = ids.slice(from, from + PER_PAGE).join(',');
      for (const one of yield* fetchAll(reading, LIST, restMedia, { ...query, [filter]: some })) media.set(one.id, one);
    }
  }
  // By id, as the library has them.
  return [...media.values()].toSorted((a, b) => a.id - b.id);
}

function mentioned(posts: readonly RestPost[]): readonly number[] {
  const ids = new Set<number>();
  for (const { featured_media, content } of posts) {
    ids.add(featured_media);
    const text = content.raw ?? content.rendered;
    for (const pattern of MENTIONS)
      for (const [, list = ''] of text.matchAll(pattern)) for (const id of list.split(/[, ]+/)) ids.add(Number(id));
  }
  ids.delete(0);
  return [...ids].toSorted((a, b) => a - b);
}
