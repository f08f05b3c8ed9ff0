import type { ItemType } from '#content/imported-item.ts';
import { detached } from '#lib/detached.ts';
import { checkItem } from '#ingest/check-item.ts';
import { NO_MAPPING, type Mapping } from '#ingest/mapping.ts';
import { readText } from '#ingest/read-text.ts';
import type { Found, Reject, Source, SourceEvent } from '#ingest/source.ts';
import { dynamicParts } from '#ingest/wordpress/dynamic-parts.ts';
import { articleOf, type ArticleReading } from './wxr-article.ts';
import { authorsOf } from './wxr-authors.ts';
import { collectionItems } from './wxr-collections.ts';
import { foreignCode } from '#ingest/foreign-code.ts';
import { createIndexer, isArticle, isReusableBlock, type WxrIndex } from './wxr-index.ts';
import { postIdIn, slugOf } from './wxr-names.ts';
import { readWxr } from './wxr-reader.ts';
import { sectionItems, topicItems } from './wxr-terms.ts';
import type { WxrItem } from './wxr-shapes.ts';
import { siteOf, type WxrSite } from './wxr-site.ts';

const HASHED_CHARACTERS = 64 * 1024;
const NOTHING: Found = { publishedPosts: 0, authors: 0, categories: 0, tags: 0 };

/**
 * A WordPress export. Read twice: first for all that articles refer to, wherever in the file it stands, then for the articles. Source keys
 * are `wp:<site>:<post id>`, `wp:<site>:author:<login>` and `wp:<site>:term:<taxonomy>:<slug>`.
 */
export function createWxrSource(file: string, name: string, mapping: Mapping = NO_MAPPING): Source {
  let site: WxrSite | null = null;
  let found = NOTHING;
  return {
    name,
    kind: 'wxr',
    keyOf: (type, id) => keyOf(site?.key ?? `file:${name}`, type, id),
    found: () => found,
    async *open(signal, stored) {
      const first = yield* firstPass(file, name, mapping, signal);
      site = first.site;
      found = first.index.found;
      for (const [reason, count] of first.index.skipped) yield { kind: 'skipped', reason, count };
      const authors = authorsOf(first.index, first.site.key);
      const known = await stored?.known(`wp:${first.site.key}:`);
      yield { kind: 'coming', articles: [...first.index.ids].filter((id) => known?.has(id) !== true).length };
      for (const item of [first.site.item, ...sectionItems(first.index), ...authors.items, ...topicItems(first.index)])
        yield* checked(item, null, name);
      yield { kind: 'barrier' };
      yield* secondPass(file, name, { ...first, authors }, signal);
      yield { kind: 'barrier' };
      for (const item of collectionItems(first.index)) yield* checked(item, null, name);
    },
  };
}

/** The source key of what a WordPress site knows by an id: `wp:<site>:…`. */
export function keyOf(site: string, type: ItemType, id: string): string {
  if (type === 'article') return `wp:${site}:${id}`;
  // A slug holds no colon: what does names its taxonomy itself.
  if ((type === 'section' || type === 'topic') && id.includes(':')) return `wp:${site}:term:${id}`;
  if (type === 'section') return `wp:${site}:term:category:${id}`;
  if (type === 'topic') return `wp:${site}:term:post_tag:${id}`;
  return type === 'site' ? `wp:${site}` : `wp:${site}:${type}:${id}`;
}

async function* firstPass(
  file: string,
  name: string,
  mapping: Mapping,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent, { readonly site: WxrSite; readonly index: WxrIndex }> {
  const start = await startOf(file, signal);
  const indexer = createIndexer(mapping);
  let site: WxrSite | null = null;
  let hasBlocks = false;
  for await (const record of readWxr(file, signal, mapping, { withTexts: false })) {
    if (record.kind === 'channel') site = siteOf(record.channel, start);
    else if (record.kind === 'progress') yield { ...record, readBytes: record.readBytes / 2 };
    else if (record.kind === 'ill-formed') yield reject({ file: name, line: record.line, reason: 'ill-formed-xml' });
    else if (record.kind === 'refused') yield reject({ file: name, line: record.line, reason: record.reason });
    else if (record.kind === 'cut-off')
      yield reject({
        file: name,
        line: record.item.line,
        type: 'article',
        id: record.item.postId || null,
        reason: 'cut-off',
      });
    else if (site !== null) {
      hasBlocks ||= record.kind === 'item' && isReusableBlock(record.item);
      indexer.add(record, site);
    }
  }
  if (hasBlocks)
    for await (const record of readWxr(file, signal, mapping))
      if (record.kind === 'item' && isReusableBlock(record.item)) indexer.addBlock(record.item);
  const unknown = { title: '', link: '', language: '', baseSiteUrl: '', baseBlogUrl: '' };
  return { site: site ?? siteOf(unknown, start), index: indexer.index };
}

async function* secondPass(
  file: string,
  name: string,
  reading: ArticleReading,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  const taken = new Set<string>();
  for await (const record of readWxr(file, signal, reading.index.mapping)) {
    if (record.kind === 'progress') yield { ...record, readBytes: (record.readBytes + record.totalBytes) / 2 };
    if (record.kind !== 'item') continue;
    const post = record.item;
    if (post.comments > 0) yield { kind: 'skipped', reason: 'comment', count: post.comments };
    if (!isArticle(post, reading.index.mapping)) {
      const reason = reading.index.mapping.types.has(post.postType)
        ? 'auto-draft'
        : (foreignCode(post.postType) ?? 'no-type');
      yield { kind: 'skipped', reason, count: 1 };
      continue;
    }
    const id = idOf(post, reading.index, taken);
    if (id === null) {
      const reason = post.postId === '' ? 'no-id' : 'duplicate-id';
      yield reject({ file: name, line: post.line, type: 'article', id: post.postId || null, reason });
      continue;
    }
    taken.add(detached(id));
    if (id !== post.postId && post.postId !== '') yield { kind: 'notice', reason: 'duplicate-id' };
    for (const [part, count] of dynamicParts(post.content)) yield { kind: 'dynamic', name: part, count };
    const { item, notices } = articleOf(post, id, reading);
    for (const reason of notices) yield { kind: 'notice', reason };
    yield* checked(item, post.line, name);
  }
}

/** The post's id, else its guid, link, or type and slug: the first that no other post of the file has. Null when there is none. */
function idOf(post: WxrItem, { ids }: WxrIndex, taken: ReadonlySet<string>): string | null {
  const inGuid = postIdIn(post.guid);
  const candidates = [
    post.postId === '0' ? '' : post.postId,
    // An id in the guid is the post's own only where no post claims it.
    post.postId === '' && inGuid !== null && !ids.has(inGuid) ? inGuid : '',
    post.guid,
    post.link,
    post.postName === '' ? '' : `${post.postType}/${slugOf(post.postName)}`,
  ];
  return candidates.find((one) => one !== '' && one.length <= 500 && !taken.has(one)) ?? null;
}

function* checked(item: unknown, line: number | null, file: string): Generator<SourceEvent> {
  const result = checkItem(item);
  if ('item' in result) yield { kind: 'item', item: result.item, line };
  else yield reject({ file, line, ...result });
}

function reject(made: Partial<Reject> & Pick<Reject, 'file' | 'reason'>): SourceEvent {
  return { kind: 'reject', reject: { line: null, type: null, id: null, field: null, ...made } };
}

/** The first 64 kB of the text, which name an export without an address. */
async function startOf(file: string, signal: AbortSignal): Promise<string> {
  let start = '';
  for await (const { text } of readText(file, signal, () => undefined)) {
    start += text;
    if (start.length >= HASHED_CHARACTERS) break;
  }
  return start.slice(0, HASHED_CHARACTERS);
}
