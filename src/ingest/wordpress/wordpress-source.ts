import { StartError } from '#errors.ts';
import { bareHost } from '#ingest/clean/links.ts';
import { NO_MAPPING, type Mapping } from '#ingest/mapping.ts';
import { checkItem } from '#ingest/check-item.ts';
import type { Found, Reject, Source, SourceEvent } from '#ingest/source.ts';
import { articleOf } from '#ingest/wxr/wxr-article.ts';
import { authorsOf } from '#ingest/wxr/wxr-authors.ts';
import { createIndexer } from '#ingest/wxr/wxr-index.ts';
import { siteOf, type WxrSite } from '#ingest/wxr/wxr-site.ts';
import { keyOf } from '#ingest/wxr/wxr-source.ts';
import { sectionItems, topicItems } from '#ingest/wxr/wxr-terms.ts';
import { isTimeZone } from '#lib/zoned-time.ts';
import type { z } from 'zod';
import { findApi, type WordPressApi } from './find-api.ts';
import { createPoliteClient, type ClientOptions, type PoliteClient } from './polite-client.ts';
import { isPublicAddress } from './public-address.ts';
import { attachmentOf, authorOf, channelOf, placeOf, postOf, termOf, type RestNames } from './rest-records.ts';
import { Hidden, restPages } from './rest-pages.ts';
import {
  restMedia,
  restPlace,
  restPost,
  restTerm,
  restUser,
  type RestPost,
  type RestTerm,
  type RestUser,
} from './rest-shapes.ts';
import { createSpool, type Spool } from './spool.ts';

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
}

const NOTHING: Found = { publishedPosts: 0, authors: 0, categories: 0, tags: 0 };
const POST_FIELDS =
  'id,date_gmt,modified_gmt,slug,status,link,title,content,excerpt,author,featured_media,categories,tags,format,meta.byline';
const MEDIA_FIELDS = 'id,source_url,alt_text,caption,post,media_details.width,media_details.height';
const STATUSES = 'publish,future,draft,pending,private';

interface Reading {
  readonly name: string;
  readonly api: WordPressApi;
  readonly client: PoliteClient;
  readonly options: WordPressOptions;
}

/**
 * A live WordPress by its address: everything is fetched before the first item is told, so that a site which breaks off leaves nothing half.
 * Items and source keys are those of the site's export. Throws StartError where there is no WordPress to be read.
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
  });
  const api = await findApi(new URL(address), client);
  const site = siteOfApi(api);
  let found = NOTHING;
  return {
    name: address,
    kind: 'wordpress',
    keyOf: (type, id) => keyOf(site.key, type, id),
    found: () => found,
    async *open() {
      await using posts = await createSpool<RestPost>();
      found = yield* readSite({ name: address, api, client, options }, site, posts);
    },
  };
}

/** A login goes to the site that was named and to no other, whatever its pages link to, and in clear only where private addresses are allowed. */
function authorizationFor(site: URL, { login, allowPrivate }: WordPressOptions): ClientOptions['authorization'] {
  if (login === null) return undefined;
  const secret = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const isSite = (url: URL): boolean => bareHost(url.hostname) === bareHost(site.hostname) && url.port === site.port;
  return (url) => (isSite(url) && (url.protocol === 'https:' || allowPrivate) ? secret : undefined);
}

function siteOfApi({ root, language }: WordPressApi): WxrSite {
  const site = siteOf(channelOf(root, language), root.home);
  const { timezone_string: timeZone } = root;
  return timeZone !== '' && isTimeZone(timeZone) ? { ...site, item: { ...site.item, timeZone } } : site;
}

async function* readSite(reading: Reading, site: WxrSite, posts: Spool<RestPost>): AsyncGenerator<SourceEvent, Found> {
  const { name } = reading;
  const edit = yield* fetchPosts(reading, posts);
  const indexer = createIndexer(reading.options.mapping ?? NO_MAPPING);
  const names = yield* fetchNames(reading);
  for (const user of names.users.values()) indexer.add({ kind: 'author', author: authorOf(user) }, site);
  for (const [taxonomy, terms] of [
    ['category', names.categories],
    ['post_tag', names.tags],
  ] as const)
    for (const term of terms.values())
      indexer.add({ kind: 'term', term: termOf(term, taxonomy, names.categories) }, site);
  const media = yield* fetchAll(reading, 'media', restMedia, { _fields: MEDIA_FIELDS, ...contextOf(edit) });
  for (const one of media) indexer.add({ kind: 'item', item: attachmentOf(one) }, site);
  for await (const post of posts.read()) indexer.add({ kind: 'item', item: postOf(post, names) }, site);
  if (reading.options.since !== null) {
    // The others' addresses: links to posts by id lead there.
    for (const { id, link } of yield* fetchAll(reading, 'posts', restPlace, { _fields: 'id,link' }))
      indexer.add({ kind: 'item', item: placeOf(id, link) }, site);
  }
  const { index } = indexer;
  for (const [reason, count] of index.skipped) yield { kind: 'skipped', reason, count };
  const authors = authorsOf(index, site.key);
  for (const item of [site.item, ...sectionItems(index), ...authors.items, ...topicItems(index)])
    yield* checked(item, name);
  yield { kind: 'barrier' };
  for await (const post of posts.read()) {
    if (isLocked(post)) {
      yield { kind: 'skipped', reason: 'protected', count: 1 };
      continue;
    }
    const { item, notices } = articleOf(postOf(post, names), String(post.id), { site, index, authors });
    for (const reason of notices) yield { kind: 'notice', reason };
    yield* checked(item, name);
  }
  return index.found;
}

/** A post behind a password without its text: taking it over would empty what an export has brought. */
function isLocked({ content }: RestPost): boolean {
  return content.protected && content.raw === undefined;
}

/** Puts all posts aside; tells whether they came as their editors see them. */
async function* fetchPosts(reading: Reading, posts: Spool<RestPost>): AsyncGenerator<SourceEvent, boolean> {
  const { options } = reading;
  const query = {
    _fields: POST_FIELDS,
    ...(options.since === null ? {} : { modified_after: options.since.toISOString().replace(/\.\d+Z$/, '') }),
  };
  if (options.login !== null) {
    try {
      yield* fetchInto(reading, posts, { ...query, context: 'edit', status: STATUSES });
      return true;
    } catch (error) {
      // Refused at the first page: this user may not edit everything.
      if (!(error instanceof Hidden)) throw error;
      yield { kind: 'notice', reason: 'login-sees-no-drafts' };
    }
  }
  yield* fetchInto(reading, posts, query);
  return false;
}

async function* fetchInto(
  reading: Reading,
  posts: Spool<RestPost>,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<SourceEvent> {
  const seen = new Set<number>();
  for await (const { rows, page, pages } of restPages(reading, 'wp/v2/posts', query)) {
    const good: RestPost[] = [];
    for (const row of rows) {
      const post = restPost.safeParse(row);
      if (!post.success) yield badRow(reading.name, 'article', row);
      else if (!seen.has(post.data.id)) {
        // One that was deleted meanwhile moves the next page by one, so a post may come twice.
        seen.add(post.data.id);
        good.push(post.data);
      }
    }
    await posts.add(good);
    yield { kind: 'progress', readBytes: page, totalBytes: Math.max(pages, 1) };
  }
}

async function* fetchNames(reading: Reading): AsyncGenerator<SourceEvent, RestNames> {
  const term = { _fields: 'id,slug,name,description,parent' };
  const users = yield* fetchAll(reading, 'users', restUser, { _fields: 'id,slug,name' });
  const categories = yield* fetchAll(reading, 'categories', restTerm, term);
  const tags = yield* fetchAll(reading, 'tags', restTerm, { _fields: 'id,slug,name,description' });
  const byId = <Row extends RestUser | RestTerm>(rows: readonly Row[]): ReadonlyMap<number, Row> =>
    new Map(rows.map((row) => [row.id, row]));
  return { users: byId(users), categories: byId(categories), tags: byId(tags) };
}

function contextOf(edit: boolean): Readonly<Record<string, string>> {
  return edit ? { context: 'edit' } : {};
}

/** A whole list; one that is hidden from us is empty, and noticed as `<list>-hidden`. */
async function* fetchAll<Row>(
  reading: Reading,
  list: string,
  schema: z.ZodType<Row>,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<SourceEvent, readonly Row[]> {
  const all: Row[] = [];
  try {
    for await (const { rows } of restPages(reading, `wp/v2/${list}`, query)) {
      for (const row of rows) {
        const parsed = schema.safeParse(row);
        if (parsed.success) all.push(parsed.data);
        else yield badRow(reading.name, list, row);
      }
    }
  } catch (error) {
    if (!(error instanceof Hidden)) throw error;
    if ('context' in query) return yield* fetchAll(reading, list, schema, withoutContext(query));
    yield { kind: 'notice', reason: `${list}-hidden` };
  }
  return all;
}

function withoutContext(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { context: _, ...rest } = query;
  return rest;
}

function badRow(file: string, type: string, row: unknown): SourceEvent {
  const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id).slice(0, 100) : null;
  return rejected({ file, type, id, reason: 'bad-value' });
}

function* checked(item: unknown, file: string): Generator<SourceEvent> {
  const result = checkItem(item);
  if ('item' in result) yield { kind: 'item', item: result.item, line: null };
  else yield rejected({ file, ...result });
}

function rejected(made: Partial<Reject> & Pick<Reject, 'file' | 'reason'>): SourceEvent {
  return { kind: 'reject', reject: { line: null, type: null, id: null, field: null, ...made } };
}
