import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { meta, post, wxr } from './wxr-text.ts';

/** A small WordPress of our own: one set of data, told by a REST API as WordPress renders it, and by an export as it is stored. */

interface Term {
  readonly id: number;
  readonly slug: string;
  /** As stored: escaped. */
  readonly name: string;
  readonly parent?: number;
}
interface User {
  readonly id: number;
  readonly login: string;
  readonly slug: string;
  readonly name: string;
}
interface Media {
  readonly id: number;
  readonly file: string;
  readonly alt: string;
  readonly caption: string;
  readonly description?: string;
}
export interface Post {
  readonly id: number;
  readonly title: string;
  readonly content: string;
  readonly slug: string;
  readonly status?: string;
  readonly excerpt?: string;
  readonly author?: number;
  readonly media?: number;
  readonly categories?: readonly number[];
  readonly tags?: readonly number[];
  readonly password?: string;
  readonly format?: string;
  readonly date?: string;
  readonly modified?: string;
  readonly isSticky?: boolean;
  /** Where it was made, if not where the site is. */
  readonly guid?: string;
  /** Post type; `post` if not said. */
  readonly type?: 'page' | 'recipe';
  /** Terms of the taxonomy `place`, by id. */
  readonly places?: readonly number[];
  /** What the site shows of its meta. */
  readonly meta?: Readonly<Record<string, string>>;
  /** What is in the export alone. */
  readonly hiddenMeta?: Readonly<Record<string, string>>;
}
export interface Site {
  readonly posts: Post[];
  readonly users: User[];
  readonly categories: Term[];
  readonly tags: Term[];
  readonly media: Media[];
  readonly places?: readonly Term[];
  /** Files that are counted and not shown, because their posts are not public; they come first. */
  readonly hiddenFiles?: number;
  /** Blocks that posts share. */
  readonly blocks?: readonly { readonly id: number; readonly content: string }[];
  readonly hidden?: readonly number[];
  readonly unlisted?: readonly number[];
}

const DATE = '2024-06-05 16:04:48';

/** What WordPress makes of typed text when it shows it, so far as our texts need it. */
function texturize(html: string): string {
  return html
    .split(/(<pre>[^]*?<\/pre>|<[^>]*>)/)
    .map((part) =>
      part.startsWith('<')
        ? part
        : part
            .replaceAll('...', '&#8230;')
            .replaceAll('``', '&#8220;')
            .replaceAll("''", '&#8221;')
            .replaceAll('---', '&#8212;')
            .replaceAll(/(^|\s)--(?=\s|$)/g, '$1&#8212;')
            .replaceAll('--', '&#8211;')
            .replaceAll(/(^|\s)-(?=\s|$)/g, '$1&#8211;')
            .replaceAll(/(\d)x(?=\d)/g, '$1&#215;')
            .replaceAll(/(^|[\s(])"/g, '$1&#8220;')
            .replaceAll('"', '&#8221;')
            .replaceAll(/(^|[\s(])'/g, '$1&#8216;')
            .replaceAll("'", '&#8217;')
            .replaceAll(/&(?!#?\w+;)/g, '&#038;'),
    )
    .join('');
}

function rendered(content: string): string {
  const html = content
    .replaceAll('<!-- wp:latest-posts /-->', '<ul class="wp-block-latest-posts"><li>Another story</li></ul>')
    .replaceAll(/<!-- \/?wp:.*?-->\n*/g, '');
  // It takes the sign for the beginning of a tag, and sees no paragraphs in it.
  if (/<\s/.test(html)) return `<p>${html}</p>`;
  const paragraphs = content.includes('<!-- wp:')
    ? html
    : html
        .split(/\n\n+/)
        .map((one) => (/^<(?:h|pre)/.test(one) ? one : `<p>${one.replaceAll('\n', '<br />\n')}</p>`))
        .join('\n');
  return texturize(paragraphs);
}

function excerptOf({ excerpt, content }: Post): string {
  if (excerpt !== undefined) return `<p>${texturize(excerpt)}</p>\n`;
  const words = rendered(content)
    .replaceAll(/<[^>]*>/g, ' ')
    .trim()
    .split(/\s+/);
  return `<p>${words.slice(0, 55).join(' ')}${words.length > 55 ? ' [&hellip;]' : ''}</p>\n`;
}

export interface FakeWordPress extends AsyncDisposable {
  readonly url: string;
  /** Paths with query, in the order of asking. */
  readonly asked: readonly string[];
  /** The most requests that were under way at once. */
  readonly mostAtOnce: number;
}

export interface FakeOptions {
  readonly pretty?: boolean;
  readonly link?: 'header' | 'element' | 'none';
  /** Where its page says that the API is. */
  readonly api?: string;
  /** Answers instead of the site: a status with headers, or null. */
  readonly instead?: (request: IncomingMessage) => { readonly status: number; readonly headers?: object } | null;
  readonly host?: string;
  /** What an answer waits for; null: nothing. */
  readonly hold?: (request: IncomingMessage) => Promise<unknown> | null;
  /** Posts that are counted and not shown; may change while it runs. */
  readonly hidden?: number[];
  /** Posts that lists leave out, as plugins for several languages do; may change while it runs. */
  readonly unlisted?: number[];
  /** What the site calls its own address, where it is a copy that answers elsewhere. */
  readonly home?: string;
  /** Parameters that are not heard, and those for which there is no answer. */
  readonly deaf?: readonly string[];
  readonly refused?: readonly string[];
  /** A proxy takes the numbers of rows and pages away. */
  readonly untold?: boolean;
}

export async function serveWordPress(site: Site, options: FakeOptions = {}): Promise<FakeWordPress> {
  const { pretty = true, link = 'header', instead } = options;
  const asked: string[] = [];
  const count = { now: 0, most: 0 };
  const server = createServer(async (request, response) => {
    count.now += 1;
    count.most = Math.max(count.most, count.now);
    response.on('close', () => (count.now -= 1));
    asked.push(request.url ?? '');
    const refused = instead?.(request) ?? null;
    if (refused !== null) {
      response.writeHead(refused.status, { ...refused.headers }).end('{}');
      return;
    }
    await (options.hold?.(request) ?? new Promise((resolve) => setImmediate(resolve)));
    const url = new URL(request.url ?? '/', base());
    const route = pretty
      ? /^\/news\/wp-json\/(.*)$/.exec(url.pathname)?.[1]
      : url.searchParams.get('rest_route')?.replace(/^\//, '');
    const api = options.api ?? (pretty ? `${base()}/wp-json/` : `${base()}/index.php?rest_route=/`);
    if (route === undefined) {
      if (link === 'header')
        response.setHeader('link', `<${api}>; rel="https://api.w.org/", <${base()}/?p=1>; rel=shortlink`);
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><html lang="en-GB"><head>${link === 'element' ? `<link rel="https://api.w.org/" href="${api}">` : ''}</head><body></body></html>`,
      );
      return;
    }
    if (options.refused?.some((name) => url.searchParams.has(name))) {
      response.writeHead(404).end('not here');
      return;
    }
    for (const name of options.deaf ?? []) url.searchParams.delete(name);
    const { status, headers, body } = answer(
      { ...site, hidden: options.hidden ?? [], unlisted: options.unlisted ?? [] },
      options.home ?? base(),
      route,
      url.searchParams,
      request.headers.authorization,
    );
    const bytes = gzipSync(JSON.stringify(body));
    response
      .writeHead(status, {
        ...(options.untold === true ? {} : headers),
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      })
      .end(bytes);
  });
  server.listen(0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const base = (): string => `http://${options.host ?? '127.0.0.1'}:${(server.address() as AddressInfo).port}/news`;
  return {
    url: `${base()}/`,
    asked,
    get mostAtOnce() {
      return count.most;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Reply = { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown };

function answer(site: Site, base: string, route: string, query: URLSearchParams, authorization?: string): Reply {
  if (route === '')
    return ok({
      name: 'Saltmarsh &amp; Gazette',
      url: base,
      home: base,
      timezone_string: 'Europe/London',
      namespaces: ['wp/v2'],
    });
  if (route === 'wp/v2/types' || route === 'wp/v2/taxonomies') {
    const bases = { post: 'posts', page: 'pages', recipe: 'recipes', category: 'categories', place: 'places' };
    return ok(Object.fromEntries(Object.entries(bases).map(([name, rest_base]) => [name, { rest_base }])));
  }
  const editor = authorization === `Basic ${Buffer.from('ed:secret').toString('base64')}`;
  const edit = query.get('context') === 'edit';
  if (edit && !editor) return fail(401, 'rest_forbidden_context');
  if (query.has('status') && !editor) return fail(400, 'rest_invalid_param');
  const perPage = Number(query.get('per_page') ?? 10);
  if (perPage > 100) return fail(400, 'rest_invalid_param');
  const single = /^wp\/v2\/posts\/(\d+)$/.exec(route)?.[1];
  if (single !== undefined) {
    const [row] =
      rowsOf({ ...site, unlisted: [] }, base, 'wp/v2/posts', new URLSearchParams({ include: single }), edit) ?? [];
    return row === undefined ? fail(404, 'rest_post_invalid_id') : ok(row);
  }
  const all = rowsOf(site, base, route, query, edit);
  if (all === null) return fail(404, 'rest_no_route');
  const pages = Math.ceil(all.length / perPage);
  const page = Number(query.get('page') ?? 1);
  if (page > 1 && page > pages) return fail(400, 'rest_post_invalid_page_number');
  const fields = query
    .get('_fields')
    ?.split(',')
    // As WordPress has it: of the details of a file all or nothing.
    .map((field) => (field.startsWith('media_details.') ? '' : field.split('.')[0]));
  const rows = all
    .slice((page - 1) * perPage, page * perPage)
    // Counted, then hidden: what belongs to a post that is not public.
    .filter((row) => !('hidden' in row))
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => fields?.includes(name) ?? true)));
  return ok(rows, { 'x-wp-total': String(all.length), 'x-wp-totalpages': String(pages) });
}

function ok(body: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, headers, body };
}
function fail(status: number, code: string): Reply {
  return { status, headers: {}, body: { code, message: 'no', data: { status } } };
}

function rowsOf(
  {
    posts,
    users,
    categories,
    tags,
    media,
    places = [],
    blocks = [],
    hiddenFiles = 3,
    hidden = [],
    unlisted = [],
  }: Site,
  base: string,
  route: string,
  query: URLSearchParams,
  edit: boolean,
): readonly object[] | null {
  if (route === 'wp/v2/users') return users.map(({ id, slug, name }) => ({ id, slug, name }));
  if (route === 'wp/v2/blocks')
    return blocks.map(({ id, content }) => ({ id, content: { raw: content, rendered: rendered(content) } }));
  const terms = { 'wp/v2/categories': categories, 'wp/v2/tags': tags, 'wp/v2/places': places }[route];
  if (terms !== undefined)
    return terms.map(({ id, slug, name, parent = 0 }) => ({
      id,
      slug,
      name,
      description: '',
      parent,
    }));
  if (route === 'wp/v2/media')
    return [
      ...Array.from({ length: hiddenFiles }, (_, at) => ({ id: 900 + at, hidden: true })),
      ...media
        .filter(({ id }) => !query.has('parent') && (query.get('include')?.split(',').includes(String(id)) ?? true))
        .map(({ id, file, alt, caption, description = '' }) => ({
          id,
          source_url: `${base}/wp-content/uploads/${file}`,
          alt_text: alt,
          // Where there is no caption WordPress makes one of the description.
          caption: { rendered: `<p>${texturize(caption || description)}</p>\n` },
          description: { rendered: `<p class="attachment"><img src="${file}" /></p>\n<p>${description}</p>\n` },
          post: null,
          media_details: { width: 1200, height: 800 },
        })),
    ];
  const type = { 'wp/v2/posts': undefined, 'wp/v2/pages': 'page', 'wp/v2/recipes': 'recipe' };
  if (!Object.hasOwn(type, route)) return null;
  const include = query.get('include')?.split(',').map(Number);
  return posts
    .filter((one) => one.type === type[route as keyof typeof type]) // it has it
    .filter(({ id }) => !unlisted.includes(id) && (include?.includes(id) ?? true))
    .filter(({ status = 'publish' }) => status === 'publish' || (query.get('status')?.includes(status) ?? false))
    .map((one) => {
      const { id, title, content, slug, status = 'publish', author = 1, excerpt = '', date = DATE } = one;
      const locked = one.password !== undefined && !edit;
      const raw = (text: string): object => (edit ? { raw: text } : {});
      return {
        ...(hidden.includes(id) ? { hidden: true } : {}),
        id,
        date: inLondon(date),
        date_gmt: status === 'draft' ? '0000-00-00T00:00:00' : throughLondon(date),
        modified: inLondon(one.modified ?? date),
        modified_gmt: throughLondon(one.modified ?? date),
        slug: encodeURIComponent(slug).toLowerCase(),
        status,
        link: linkOf(base, one),
        guid: { rendered: one.guid ?? `${base}/?p=${one.id}` },
        title: { rendered: texturize(title), ...raw(title) },
        content: {
          rendered: locked ? '' : rendered(content),
          protected: one.password !== undefined,
          ...raw(content),
        },
        excerpt: { rendered: locked ? '' : excerptOf(one), ...raw(excerpt) },
        author,
        featured_media: one.media ?? 0,
        categories: one.categories ?? [],
        tags: one.tags ?? [],
        sticky: one.isSticky === true,
        format: one.format ?? 'standard',
        places: one.places ?? [],
        meta: one.meta ?? [],
      };
    });
}

/** A UTC time on the site's clock. */
function inLondon(utc: string): string {
  const clock = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' });
  return clock.format(new Date(`${utc}Z`)).replace(' ', 'T');
}

/** A UTC time as WordPress tells it: taken for one on the site's clock, so that the hour which that skips is told as the next. */
function throughLondon(utc: string): string {
  return utc.replace(/^2024-03-31 01:/, '2024-03-31 02:').replace(' ', 'T');
}

function linkOf(base: string, { id, slug, status = 'publish' }: Post): string {
  return status === 'draft' ? `${base}/?p=${id}` : `${base}/2024/06/${encodeURIComponent(slug).toLowerCase()}/`;
}

/** The export of the same site at the same address. */
export function exportOf(
  { posts, users, categories, tags, media, places = [], blocks = [] }: Site,
  url: string,
): string {
  const base = url.replace(/\/$/, '');
  const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  const slugOf = (terms: readonly Term[], id = 0): string => terms.find((one) => one.id === id)?.slug ?? '';
  const named = (domain: string, terms: readonly Term[], ids: readonly number[] = []): string =>
    terms
      .filter(({ id }) => ids.includes(id))
      .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      .map(({ slug, name }) => `<category domain="${domain}" nicename="${slug}">${cdata(name)}</category>`)
      .join('');
  const head = [
    ...users.map(
      ({ id, login, name }) =>
        `<wp:author><wp:author_id>${id}</wp:author_id><wp:author_login>${cdata(login)}</wp:author_login><wp:author_display_name>${cdata(name)}</wp:author_display_name></wp:author>`,
    ),
    ...categories.map(
      ({ id, slug, name, parent }) =>
        `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${slugOf(categories, parent)}</wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`,
    ),
    ...tags.map(
      ({ id, slug, name }) =>
        `<wp:tag><wp:term_id>${id}</wp:term_id><wp:tag_slug>${slug}</wp:tag_slug><wp:tag_name>${cdata(name)}</wp:tag_name></wp:tag>`,
    ),
  ].join('\n');
  const items = [
    ...posts.map((one) =>
      post(
        {
          title: cdata(one.title),
          link: linkOf(base, one),
          guid: one.guid ?? `${base}/?p=${one.id}`,
          'dc:creator': cdata(users.find(({ id }) => id === (one.author ?? 1))?.login ?? ''),
          'content:encoded': cdata(one.content),
          'excerpt:encoded': cdata(one.excerpt ?? ''),
          'wp:post_id': String(one.id),
          'wp:post_date_gmt': one.status === 'draft' ? '0000-00-00 00:00:00' : (one.date ?? DATE),
          'wp:post_modified_gmt': one.modified ?? one.date ?? DATE,
          'wp:post_type': one.type ?? 'post',
          'wp:post_name': encodeURIComponent(one.slug).toLowerCase(),
          'wp:status': one.status ?? 'publish',
          'wp:is_sticky': one.isSticky === true ? '1' : '0',
          'wp:post_password': cdata(one.password ?? ''),
        },
        named('category', categories, one.categories) +
          named('post_tag', tags, one.tags) +
          named('place', places, one.places) +
          Object.entries({ ...one.meta, ...one.hiddenMeta })
            .map(([key, value]) => meta(key, value))
            .join('') +
          (one.format === undefined
            ? ''
            : `<category domain="post_format" nicename="post-format-${one.format}">${cdata(one.format)}</category>`) +
          (one.media === undefined ? '' : meta('_thumbnail_id', String(one.media))),
      ),
    ),
    ...blocks.map(({ id, content }) =>
      post({ 'wp:post_id': String(id), 'wp:post_type': 'wp_block', guid: '', 'content:encoded': cdata(content) }),
    ),
    ...media.map(({ id, file, alt, caption }) =>
      post(
        {
          'wp:post_id': String(id),
          'wp:post_type': 'attachment',
          'wp:status': 'inherit',
          guid: '',
          'wp:post_parent': '0',
          'excerpt:encoded': cdata(caption),
          'wp:attachment_url': `${base}/wp-content/uploads/${file}`,
        },
        meta('_wp_attachment_image_alt', alt) +
          meta('_wp_attachment_metadata', 'a:2:{s:5:"width";i:1200;s:6:"height";i:800;}'),
      ),
    ),
  ];
  return wxr(items, head)
    .replaceAll('https://gazette.example<', `${base}<`)
    .replace('Saltmarsh Gazette', 'Saltmarsh &amp;amp; Gazette');
}
