import { describe, expect, it } from 'vitest';
import type { ArticleItem, ImportedItem } from '#content/imported-item.ts';
import { runImport } from '#ingest/run.ts';
import { createWordPressSource, type WordPressOptions } from '#ingest/wordpress/wordpress-source.ts';
import { exportOf, serveWordPress, type FakeOptions, type Post, type Site } from './_wordpress.ts';
import { useWriter } from '../_support/use-writer.ts';
import { fileOf, read, readSource, type ReadSource } from './wxr-text.ts';

const LONG = Array.from({ length: 70 }, (_, at) => `word${at}`).join(' ');
const classic = (id: number, more: Partial<Post> = {}): Post => ({
  id,
  slug: `story-${id}`,
  title: `Story ${id}`,
  content: `First paragraph of ${id}, it's "quoted" -- and more...\n\nSecond line\nbroken here - see page 9x9 & <a href="https://elsewhere.example/x">there</a>. ${LONG}`,
  categories: [3, 2],
  tags: [5, 4],
  ...more,
});

function site(posts: readonly Post[] = []): Site {
  return {
    users: [
      { id: 1, login: 'mara', slug: 'mara', name: 'Mara Holt' },
      { id: 2, login: 'Ida.Quill', slug: 'ida-quill', name: 'Ida “Q” Quill' },
      { id: 7, login: 'né@gazette.example', slug: 'negazette-example', name: 'Né Tidewell' },
    ],
    categories: [
      { id: 1, slug: 'uncategorized', name: 'Uncategorized' },
      { id: 2, slug: 'food-drink', name: 'Food &amp; Drink' },
      { id: 3, slug: 'harbour', name: 'Harbour', parent: 2 },
      { id: 8, slug: 'politics', name: 'Politics' },
      { id: 9, slug: 'politics-desk', name: 'Politics' },
    ],
    tags: [
      { id: 4, slug: 'rd', name: 'R&amp;D' },
      { id: 5, slug: '%e6%97%a5%e6%9c%ac', name: '日本' },
    ],
    media: [
      { id: 50, file: 'pier.jpg', alt: 'The pier', caption: 'The pier\'s "end" at dusk' },
      { id: 51, file: 'quay.jpg', alt: '', caption: '', description: 'Found in a drawer' },
    ],
    posts: [...posts],
  };
}

const TRAPS: readonly Post[] = [
  classic(7, { title: 'Titel &amp; "Anführung" <em>kursiv</em>', media: 50 }),
  classic(16, {
    title: 'Marks',
    content: `Sand--and---shingle, ''so'' they say (tm). At https://x.example/a--b it is.\u000b ${LONG}`,
    media: 51,
  }),
  classic(18, { date: '2024-03-31 01:30:00', modified: '2024-03-31 02:30:00' }),
  classic(17, { content: 'It says all.', excerpt: 'It says all.' }),
  classic(8, { title: "It's 5 - 4 & done -- really...", author: 2, excerpt: "The editor's own -- words" }),
  classic(9, { title: '', slug: '9' }),
  classic(10, { title: 'Typed “curly” ’quotes’ – kept', author: 406, media: 999_999 }),
  classic(11, { title: 'Control \u000b char', slug: '日本', categories: [1] }),
  classic(12, { title: 'Short--cut 1990---now', content: 'Too short for an excerpt.', author: 7, categories: [8, 9] }),
  classic(13, {
    title: 'Blocks',
    content:
      '<!-- wp:paragraph -->\n<p>It\'s a "block"\nof text.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2>What\'s next</h2>\n<!-- /wp:heading -->\n\n<!-- wp:list -->\n<ul><li>One</li><li>Two - three</li></ul>\n<!-- /wp:list -->\n\n<!-- wp:latest-posts /-->',
    format: 'video',
  }),
  classic(15, { title: 'Code', content: `${LONG}\n\n<pre>--- a/file\n+++ b -- c "d"</pre>` }),
  classic(19, { title: 'Made before the site moved', guid: 'http://old.example/?p=19' }),
  classic(23, {
    title: 'Links to it',
    content: `${LONG}\n\n<a href="http://old.example/2024/06/story-19/">There</a>, <a href="http://old.example/?p=19">and there</a>.`,
  }),
  classic(14, { title: 'Left-overs', content: `[quote_box]Text[/quote_box]\n\n${LONG}\n\nThe end.` }),
];
const SECRET = classic(20, { title: 'Behind a password', password: 'open-sesame', content: 'Hidden text.' });
const DRAFT = classic(21, { title: 'A draft', status: 'draft', slug: '' });

const pauses: number[] = [];
const OPTIONS: WordPressOptions = {
  allowPrivate: true,
  login: null,
  since: null,
  pause: async (ms) => void pauses.push(ms),
};

async function live(
  from: Site,
  fake: FakeOptions = {},
  options: Partial<WordPressOptions> = {},
): Promise<ReadSource & { readonly exported: ReadSource; readonly asked: readonly string[]; readonly most: number }> {
  await using server = await serveWordPress(from, fake);
  const source = await createWordPressSource(server.url, { ...OPTIONS, ...options }, new AbortController().signal);
  const result = await readSource(source);
  const exported = await read(exportOf(from, server.url));
  return { ...result, exported, asked: server.asked, most: server.mostAtOnce };
}

const byKey = ({ source, items }: Pick<ReadSource, 'source' | 'items'>): ReadonlyMap<string, ImportedItem> =>
  new Map(items.map((item) => [source.keyOf(item.type, item.id), item]));
const withoutSite = (items: ReadonlyMap<string, ImportedItem>): object =>
  Object.fromEntries([...items].filter(([, { type }]) => type !== 'site').toSorted());

describe('a live WordPress', () => {
  it('gives the items of its export, under the same source keys', async () => {
    const many = Array.from({ length: 230 }, (_, at) => classic(1_000 + at, { author: (at % 2) + 1 }));
    const result = await live(site([...TRAPS, ...many]));
    expect(withoutSite(byKey(result))).toEqual(withoutSite(byKey(result.exported)));
    expect(result.articles).toHaveLength(TRAPS.length + 230);
    expect(result.source.found()).toEqual(result.exported.source.found());
  });

  it.each([
    ['header', true],
    ['element', true],
    ['none', true],
    ['header', false],
    ['element', false],
    ['none', false],
  ] as const)('is found by its link (%s), with pretty permalinks: %s', async (link, pretty) => {
    const { articles } = await live(site([classic(7)]), { link, pretty });
    expect(articles.map(({ headline }) => headline)).toEqual(['Story 7']);
  });

  it('has headlines in one spelling, and takes no machine-made excerpt for a standfirst', async () => {
    const { articles } = await live(site(TRAPS));
    const of = (id: string): ArticleItem | undefined => articles.find((one) => one.id === id);
    expect(['7', '8', '10', '11'].map((id) => of(id)?.headline)).toEqual([
      'Titel & "Anführung" kursiv',
      "It's 5 - 4 & done — really...",
      'Typed “curly” ’quotes’ – kept',
      'Control char',
    ]);
    expect(articles.map(({ standfirst }) => standfirst).filter((one) => one !== null)).toEqual([
      "The editor's own — words",
    ]);
  });

  it('is asked for what is needed, in pages of 100 by id, two at a time, never for _embed', async () => {
    const many = Array.from({ length: 250 }, (_, at) => classic(1_000 + at));
    const { asked, most } = await live(site(many));
    const lists = asked.filter((one) => one.includes('/wp/v2/'));
    expect(
      lists.every((one) => /_fields=/.test(one) && /per_page=100/.test(one) && /orderby=id&order=asc/.test(one)),
    ).toBe(true);
    const posts = lists.filter((one) => one.includes('/posts?'));
    const pages = (some: readonly string[]): unknown => some.map((one) => /[?&]page=(\d+)/.exec(one)?.[1]);
    expect(pages(posts.filter((one) => one.includes('content')))).toEqual(['1', '2', '3']);
    expect(pages(posts.filter((one) => !one.includes('content')))).toEqual(['1', '2', '3']);
    expect(asked.join()).not.toContain('_embed');
    expect(most).toBeLessThanOrEqual(2);
  });

  it.each<[string, FakeOptions]>([
    ['has a front page that is not there', { instead: ({ url }) => (url === '/news/' ? { status: 404 } : null) }],
    [
      'has a front page that leads away',
      {
        instead: ({ url }) => (url === '/news/' ? { status: 302, headers: { location: 'http://127.0.0.1:1/' } } : null),
      },
    ],
    ['links to where the original was', { api: 'http://127.0.0.1:1/wp-json/' }],
    ['does not hear what is asked for', { deaf: ['_fields', 'orderby', 'order', 'include', 'parent', 'per_page'] }],
    [
      'refuses orders and fields',
      { refused: ['_fields', 'orderby'], instead: ({ url }) => (url === '/news/' ? { status: 404 } : null) },
    ],
    ['refuses any choice', { refused: ['_fields', 'orderby', 'per_page', 'include', 'parent'] }],
    ['does not tell the number of pages', { untold: true }],
    ['does not tell the number of pages, and gives ten at a time', { untold: true, deaf: ['per_page'] }],
  ])('that is a copy at another address is the same site, also where it %s', async (_, fake) => {
    const from = site([...TRAPS, ...Array.from({ length: 130 }, (_, at) => classic(1_000 + at))]);
    const home = 'http://127.0.0.1:28090/news';
    const { items, source } = await live(from, { ...fake, home });
    expect(withoutSite(byKey({ items, source }))).toEqual(withoutSite(byKey(await read(exportOf(from, home)))));
    expect(source.keyOf('article', '7')).toBe('wp:127.0.0.1:28090/news:7');
  });

  it('that gives one page whatever is asked for ends', async () => {
    const { articles } = await live(site([classic(7), classic(8)]), { untold: true, deaf: ['page'] });
    expect(articles.map(({ id }) => id)).toEqual(['7', '8']);
  });

  it('goes on after 429 and 5xx, for as long as they ask', async () => {
    pauses.length = 0;
    let left = 3;
    const { articles } = await live(site([classic(7)]), {
      instead: ({ url = '' }) => {
        if (!url.includes('/posts') || left === 0) return null;
        left -= 1;
        return left === 2 ? { status: 429, headers: { 'retry-after': '7' } } : { status: 503 };
      },
    });
    expect([articles.length, pauses]).toEqual([1, [7_000, 4_000, 8_000]]);
  });

  it('leaves out what is behind a password, and says nothing of it', async () => {
    const { articles, events } = await live(site([classic(7), SECRET]));
    expect(articles.map(({ id }) => id)).toEqual(['7']);
    expect(events).toContainEqual({ kind: 'skipped', reason: 'protected', count: 1 });
    expect(JSON.stringify(events)).not.toMatch(/open-sesame|Hidden text/);
  });

  it('shows drafts and protected posts to a login, as the export does', async () => {
    const shared = classic(22, {
      title: 'Shares',
      content: '<!-- wp:paragraph --><p>Own.</p><!-- /wp:paragraph --><!-- wp:block {"ref":70} /-->',
    });
    const blocks = [{ id: 70, content: '<!-- wp:paragraph --><p>Shared words.</p><!-- /wp:paragraph -->' }];
    const from = { ...site([...TRAPS, SECRET, DRAFT, shared]), blocks };
    const result = await live(from, {}, { login: { user: 'ed', password: 'secret' } });
    expect(withoutSite(byKey(result))).toEqual(withoutSite(byKey(result.exported)));
    expect(result.articles.find(({ id }) => id === '20')?.status).toBe('draft');
    expect(result.articles.find(({ id }) => id === '22')?.body).toHaveLength(2);
    expect(JSON.stringify(result.events)).not.toContain('open-sesame');
  });

  it('with a login that may not edit shows what everybody sees, noticed', async () => {
    const { articles, events } = await live(site([classic(7), DRAFT]), {}, { login: { user: 'guest', password: 'x' } });
    expect(articles.map(({ id }) => id)).toEqual(['7']);
    expect(events).toContainEqual({ kind: 'notice', reason: 'login-sees-no-drafts' });
  });

  it('keeps the login from another site that its page names as its API, and asks to be told that address', async () => {
    const heard: unknown[] = [];
    await using other = await serveWordPress(site([classic(7)]), {
      host: '127.0.0.2',
      instead: ({ headers }) => {
        heard.push(headers.authorization);
        return null;
      },
    });
    const api = `${other.url}wp-json/`;
    const login = { user: 'ed', password: 'secret' };
    await expect(live(site([]), { api }, { login })).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringContaining(`is read at ${new URL(other.url).origin}, where the login was not sent`),
    });
    expect(new Set(heard)).toEqual(new Set([undefined]));
    expect((await live(site([]), { api })).articles).toHaveLength(1);
  });

  it.each(['another port', 'another host', 'a name that starts the same'])(
    'keeps the login from %s that it redirects to',
    async (where) => {
      const heard: unknown[] = [];
      await using other = await serveWordPress(site([classic(7)]), {
        ...(where === 'another host' && { host: '127.0.0.2' }),
        instead: ({ headers }) => {
          heard.push(headers.authorization);
          return null;
        },
      });
      const port = new URL(other.url).port;
      const to = where === 'a name that starts the same' ? `http://127.0.0.1.nip.example:${port}/` : other.url;
      const options = { login: { user: 'ed', password: 'secret' }, resolve: async () => ['127.0.0.1'] };
      const redirected = live(site([]), { instead: () => ({ status: 302, headers: { location: to } }) }, options);
      await expect(redirected).rejects.toMatchObject({ name: 'StartError' });
      expect([heard.length > 0, new Set(heard)]).toEqual([true, new Set([undefined])]);
    },
  );

  it('that shows its posts to nobody without a login says so', async () => {
    const locked = live(site([classic(7)]), {
      instead: ({ url = '' }) => (url.includes('/posts') ? { status: 401 } : null),
    });
    await expect(locked).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(/ does not show its posts: set WORDPRESS_USER and WORDPRESS_PASSWORD/),
    });
  });

  it('whose users are hidden gives articles without authors, noticed', async () => {
    const { articles, events } = await live(site([classic(7)]), {
      instead: ({ url = '' }) => (url.includes('/users') ? { status: 401 } : null),
    });
    expect(articles.map(({ authors }) => authors)).toEqual([[]]);
    expect(events).toContainEqual({ kind: 'notice', reason: 'users-hidden' });
  });

  it('gives only posts that changed since a time, whose links know the others', async () => {
    const old = classic(7);
    const fresh = classic(8, { date: '2025-01-02 03:04:05', content: '<p><a href="/news/?p=7">It</a></p>' });
    const { articles } = await live(site([old, fresh]), {}, { since: new Date('2025-01-01T00:00:00Z') });
    expect(articles.map(({ id, body }) => [id, JSON.stringify(body).includes('/2024/06/story-7')])).toEqual([
      ['8', true],
    ]);
  });

  describe('in a database', () => {
    const opened = useWriter();
    it('has one author for a user whose name in addresses was changed, also where its export is mixed in', async () => {
      const from = {
        ...site([classic(7)]),
        users: [{ id: 1, login: 'mara', slug: 'editor-in-chief', name: 'Mara Holt' }],
      };
      await using server = await serveWordPress(from);
      const file = fileOf(exportOf(from, server.url));
      for (const source of [file, server.url, file, server.url])
        await runImport({ sources: [source], writer: opened.writer, wordpress: OPTIONS });
      const authors = await opened.db.collection('authors').find().toArray();
      const [article] = await opened.db.collection('articles').find().toArray();
      expect([authors.map(({ name }) => name), article?.['authorIds']]).toEqual([['Mara Holt'], [authors[0]?._id]]);
      expect([authors[0]?.['rev'], article?.['rev']]).toEqual([3, 1]);
    });

    it('is mixed with its export: one article each, and nothing is written the second time', async () => {
      await using server = await serveWordPress(site(TRAPS));
      const file = fileOf(exportOf(site(TRAPS), server.url));
      const importOf = async (source: string): Promise<number> => {
        const { sources } = await runImport({ sources: [source], writer: opened.writer, wordpress: OPTIONS });
        return sources
          .flatMap(({ counts }) => Object.values(counts))
          .reduce((sum, { created, updated }) => sum + created + updated, 0);
      };
      expect(await importOf(file)).toBeGreaterThan(TRAPS.length);
      expect([await importOf(server.url), await importOf(file), await importOf(server.url)]).toEqual([0, 0, 0]);
      expect(await opened.db.collection('articles').countDocuments()).toBe(TRAPS.length);
    });
  });
});

it('posts that fill more than an answer may hold are asked for in smaller parts; one that does so by itself is a reject', async () => {
  const picture = (megabytes: number): string =>
    `<img src="data:image/png;base64,${'iVBO'.repeat(megabytes * 262_144)}">`;
  const posts = [11, 21].map((megabytes, at) =>
    classic(at + 1, { content: `Before ${picture(megabytes)} after.`, excerpt: 'Short.' }),
  );
  const { articles, events } = await live(site(posts));
  expect(articles.map(({ id, body }) => [id, body])).toEqual([['1', [{ type: 'paragraph', html: 'Before after.' }]]]);
  expect(events.flatMap((event) => (event.kind === 'reject' ? [event.reject] : []))).toMatchObject([
    { type: 'article', id: '2', reason: 'too-long' },
  ]);
});
