import { StartError } from '#errors.ts';
import { NO_MAPPING, type Mapping } from '#ingest/mapping.ts';
import type { Found, Source, SourceEvent, Stored } from '#ingest/source.ts';
import { articleOf, type ArticleReading } from '#ingest/wxr/wxr-article.ts';
import { authorsOf } from '#ingest/wxr/wxr-authors.ts';
import { collectionItems } from '#ingest/wxr/wxr-collections.ts';
import { createIndexer } from '#ingest/wxr/wxr-index.ts';
import { siteOf, type WxrSite } from '#ingest/wxr/wxr-site.ts';
import { keyOf } from '#ingest/wxr/wxr-source.ts';
import { sectionItems, topicItems } from '#ingest/wxr/wxr-terms.ts';
import { isTimeZone } from '#lib/zoned-time.ts';
import { findGone, isStored, type KnownPosts } from './compare-stored.ts';
import { dynamicParts } from './dynamic-parts.ts';
import { checked } from './events.ts';
import { fetchPosts, postFields, type PostEvent } from './fetch-posts.ts';
import { findApi, type WordPressApi } from './find-api.ts';
import { fetchLibrary, fetchMediaOf } from './media.ts';
import { createPoliteClient, type ClientOptions } from './polite-client.ts';
import { PER_PAGE } from './rest-pages.ts';
import { listPosts, type Place } from './post-list.ts';
import { isPublicAddress } from './public-address.ts';
import { attachmentOf, authorOf, blockOf, channelOf, placeOf, postOf, termOf } from './rest-records.ts';
import { restBlock, type RestPost } from './rest-shapes.ts';
import { fetchAll, fetchNames, findTypes, type Reading, type RestNames } from './site-lists.ts';

export interface WordPressOptions {
  /** Private and loopback addresses may be read, too. */
  readonly allowPrivate: boolean;
  /** An application password; null: what everybody sees. */
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly mapping?: Mapping;
  /** Only posts that changed after it. */
  readonly since: Date | null;
  readonly pause?: ClientOptions['pause'];
  readonly resolve?: ClientOptions['resolve'];
  readonly maxMs?: ClientOptions['maxMs'];
}

const NOTHING: Found = { publishedPosts: 0, authors: 0, categories: 0, tags: 0 };
/** What plugins for search engines keep in post meta, which a REST API does not show. */
const UNSEEN = ['seoTitle', 'seoDescription', 'noindex', 'canonicalUrl', 'mainSection'];
/** Namespaces of plugins that give a post several authors, of whom the API shows the one who created it. */
const CO_AUTHORS = /^co-?authors/;

/**
 * A live WordPress by its address. What posts refer to and the list of all posts are fetched first; then the posts that are not stored as the site
 * has them, page by page. Items and source keys are those of the site's export. Throws StartError where there is no WordPress to be read.
 */
export async function createWordPressSource(
  address: string,
  options: WordPressOptions,
  signal: AbortSignal,
): Promise<Source> {
  if (options.login !== null && !options.allowPrivate && !/^https:/i.test(address))
    throw new StartError(`${address} would get the password in clear: write https, or leave WORDPRESS_PASSWORD out.`);
  const client = createPoliteClient({
    signal,
    isAllowed: options.allowPrivate ? () => true : isPublicAddress,
    authorization: authorizationFor(new URL(address), options),
    pause: options.pause,
    resolve: options.resolve,
    maxMs: options.maxMs,
  });
  const api = await findApi(new URL(address), client);
  refuseElsewhere(new URL(address), api, options);
  const site = siteOfApi(api);
  const blindTo = new Set([
    ...UNSEEN,
    'byline',
    ...(api.root.namespaces.some((one) => CO_AUTHORS.test(one)) ? ['authorIds'] : []),
  ]);
  const reading: SiteReading = {
    name: address,
    mapping: options.mapping ?? NO_MAPPING,
    api,
    client,
    options,
    site,
    // A key of meta is shown, empty or not, where the site has registered it.
    sawMeta: (meta) => void ('byline' in meta && blindTo.delete('byline')),
  };
  let found = NOTHING;
  return {
    name: address,
    kind: 'wordpress',
    keyOf: (type, id) => keyOf(site.key, type, id),
    get blindTo() {
      return { article: [...blindTo] };
    },
    found: () => found,
    async *open(_, stored = UNKNOWN) {
      found = yield* readSite(reading, stored);
    },
  };
}

type Indexer = ReturnType<typeof createIndexer>;

const UNKNOWN: Stored = { known: async () => new Map(), everything: false };

interface SiteReading extends Reading {
  readonly options: WordPressOptions;
  readonly site: WxrSite;
  readonly sawMeta: (meta: RestPost['meta']) => void;
}

/** A login goes to the origin that was named and to no other, wherever redirects and links of its pages lead. */
function authorizationFor(site: URL, { login }: WordPressOptions): ClientOptions['authorization'] {
  if (login === null) return undefined;
  const secret = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  return ({ origin }) => (origin === site.origin ? secret : undefined);
}

/** Whoever has a login means to see more: to read another origin without it would look as if that were all. */
function refuseElsewhere(site: URL, api: WordPressApi, { login }: WordPressOptions): void {
  const { origin } = api.address('', {});
  if (login !== null && origin !== site.origin)
    throw new StartError(
      `${site.href} is read at ${origin}, where the login was not sent: import that address, or leave WORDPRESS_USER out.`,
    );
}

function siteOfApi({ root, language }: WordPressApi): WxrSite {
  const site = siteOf(channelOf(root, language), root.home);
  const { timezone_string: timeZone } = root;
  return timeZone !== '' && isTimeZone(timeZone) ? { ...site, item: { ...site.item, timeZone } } : site;
}

async function* readSite(reading: SiteReading, stored: Stored): AsyncGenerator<SourceEvent, Found> {
  const { name, mapping, options, site } = reading;
  const types = yield* findTypes(reading);
  const list = yield* listPosts(reading, types, options.login !== null);
  const names = yield* fetchNames(reading);
  const known = await stored.known(`wp:${site.key}:`);
  const wanted = list.places.filter((place) => isWanted(place, known, options.since, stored.everything));
  const indexer = createIndexer(mapping);
  addNames(indexer, names, site);
  for (const place of list.places)
    indexer.add({ kind: 'item', item: placeOf({ ...place, type: place.list.name }) }, site);
  if (list.isEditor) yield* addSharedBlocks(indexer, reading);
  const fields = fieldsOf(names, mapping);
  const fetched = fetchPosts(reading, { all: list.places, wanted, view: list.view, fields });
  // So few are held until their pictures are known; of many the pictures are most of the library.
  const few = wanted.length <= PER_PAGE ? await Array.fromAsync(fetched) : null;
  const context = list.isEditor ? { context: 'edit' } : {};
  const media = few === null ? fetchLibrary(reading, context) : fetchMediaOf(reading, few.flatMap(postIn), context);
  for (const one of yield* media) indexer.add({ kind: 'item', item: attachmentOf(one) }, site);
  const { index } = indexer;
  for (const [reason, count] of index.skipped) yield { kind: 'skipped', reason, count };
  const authors = authorsOf(index, site.key);
  for (const item of [site.item, ...sectionItems(index), ...authors.items, ...topicItems(index)])
    yield* checked(item, name);
  yield { kind: 'barrier' };
  yield { kind: 'coming', articles: wanted.filter(({ id }) => !known.has(String(id))).length };
  if (options.since === null) yield { kind: 'unchanged', count: list.places.length - wanted.length };
  yield* readPosts(reading, few ?? fetched, { names, known }, { site, index, authors });
  yield { kind: 'barrier' };
  for (const item of collectionItems(index)) yield* checked(item, name);
  if (!list.isWhole) yield { kind: 'notice', reason: 'posts-hidden' };
  for (const gone of await findGone(reading, list, types, { known, site: site.key, now: new Date() }))
    yield { kind: 'gone', gone };
  return index.found;
}

/** Since a time: what changed after it. Always: what is not stored as it is. */
function isWanted(place: Place, known: KnownPosts, since: Date | null, everything: boolean): boolean {
  if (!everything && isStored(place, known.get(String(place.id)))) return false;
  return since === null || place.modified === null || new Date(place.modified) > since;
}

/** Blocks that posts share: who may edit is told a post's text as it is stored, in which only their ids stand. */
async function* addSharedBlocks(indexer: Indexer, reading: Reading): AsyncGenerator<SourceEvent> {
  const query = { context: 'edit', _fields: 'id,content' };
  for (const one of yield* fetchAll(reading, { name: 'blocks', route: 'wp/v2/blocks' }, restBlock, query))
    indexer.addBlock(blockOf(one));
}

function addNames(indexer: Indexer, { users, taxonomies }: RestNames, site: WxrSite): void {
  for (const user of users.values()) indexer.add({ kind: 'author', author: authorOf(user) }, site);
  for (const { name, terms } of taxonomies)
    for (const term of terms.values()) indexer.add({ kind: 'term', term: termOf(term, name, terms) }, site);
}

function fieldsOf({ taxonomies }: RestNames, { meta }: Mapping): string {
  return postFields(
    taxonomies.map(({ base }) => base),
    [...meta.byline, ...meta.standfirst],
  );
}

function postIn(event: PostEvent): readonly RestPost[] {
  return event.kind === 'post' ? [event.post] : [];
}

async function* readPosts(
  reading: SiteReading,
  fetched: AsyncIterable<PostEvent> | Iterable<PostEvent>,
  { names, known }: { readonly names: RestNames; readonly known: KnownPosts },
  article: ArticleReading,
): AsyncGenerator<SourceEvent> {
  const { name, sawMeta } = reading;
  for await (const event of fetched) {
    if (event.kind !== 'post') {
      yield event;
      continue;
    }
    const { post, place } = event;
    const id = String(post.id);
    sawMeta(post.meta);
    if (isLocked(post)) {
      yield { kind: 'skipped', reason: 'protected', count: 1 };
      const before = known.get(id);
      if (before?.status === 'published')
        yield { kind: 'gone', gone: { id, path: before.path, reason: 'protected', isSure: true } };
      continue;
    }
    for (const [part, count] of dynamicParts(post.content.raw ?? `<!-- wp:rendered -->${post.content.rendered}`))
      yield { kind: 'dynamic', name: part, count };
    const { item, notices } = articleOf(postOf(post, place.list.name, names, reading), id, article);
    for (const reason of notices) yield { kind: 'notice', reason };
    yield* checked(item, name);
  }
}

/** A post behind a password without its text: taking it over would empty what an export has brought. */
function isLocked({ content }: RestPost): boolean {
  return content.protected && content.raw === undefined;
}
