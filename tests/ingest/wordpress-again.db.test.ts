import { describe, expect, it } from 'vitest';
import { readMapping } from '#ingest/mapping.ts';
import type { SourceReport } from '#ingest/report.ts';
import { runImport, type ImportOptions } from '#ingest/run.ts';
import { useWriter } from '../_support/use-writer.ts';
import { exportOf, serveWordPress, type FakeOptions, type FakeWordPress, type Post, type Site } from './_wordpress.ts';
import { fileOf } from './wxr-text.ts';

const opened = useWriter();
const story = (id: number, more: Partial<Post> = {}): Post => ({
  id,
  slug: `story-${id}`,
  title: `Story ${id}`,
  content: `The words of ${id}.`,
  categories: [2],
  ...more,
});
const site = (...posts: readonly Post[]): Site => ({
  users: [{ id: 1, login: 'mara', slug: 'mara', name: 'Mara Holt' }],
  categories: [
    { id: 2, slug: 'harbour', name: 'Harbour' },
    { id: 3, slug: 'news', name: 'News' },
  ],
  tags: [],
  media: [],
  posts: [...posts],
});
const ED = { user: 'ed', password: 'secret' };

type Options = Partial<ImportOptions> & { readonly login?: typeof ED; readonly since?: Date };
async function importOf(source: string, { login, since, ...options }: Options = {}): Promise<SourceReport> {
  const wordpress = { allowPrivate: true, login: login ?? null, since: since ?? null, pause: async () => undefined };
  const { sources } = await runImport({ sources: [source], writer: opened.writer, wordpress, ...options });
  const [report] = sources;
  if (report === undefined) throw new Error('no report');
  return report;
}
/** Ids of the posts whose text a run has asked for. */
async function askedFor(server: FakeWordPress, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = server.asked.length;
  await work();
  return server.asked
    .slice(before)
    .filter((one) => one.includes('/posts?') && one.includes('content'))
    .map((one) => decodeURIComponent(/include=([^&]*)/.exec(one)?.[1] ?? 'page'));
}
const statuses = async (): Promise<object> =>
  Object.fromEntries(
    (await opened.db.collection('articles').find().sort({ headline: 1 }).toArray()).map((one) => [
      one['headline'],
      one['status'],
    ]),
  );
const many = (from: number, to: number): Post[] => Array.from({ length: to - from }, (_, at) => story(from + at));

describe('a later import of a live WordPress', () => {
  it('fetches what is new or changed, also what looks old, and nothing where nothing is', async () => {
    const from = site(...many(100, 110));
    await using server = await serveWordPress(from);
    await importOf(server.url);
    expect(await askedFor(server, () => importOf(server.url))).toEqual([]);
    from.posts[3] = story(103, { title: 'Changed', modified: '2025-01-01 00:00:00' });
    // Put in today under an old date, as importers do: `modified_after` would never tell of it.
    from.posts.unshift(story(50, { date: '2004-01-01 00:00:00' }));
    let report: SourceReport | undefined;
    expect(await askedFor(server, async () => (report = await importOf(server.url)))).toEqual(['50,103']);
    expect(report?.counts.article).toEqual({ created: 1, updated: 1, unchanged: 9 });
    expect(await askedFor(server, () => importOf(server.url))).toEqual([]);
  });

  it('fetches what changed one by one where the site does not hear which are wanted', async () => {
    const from = site(...many(100, 230));
    await using server = await serveWordPress(from, { deaf: ['include'] });
    await importOf(server.url);
    from.posts[120] = story(220, { title: 'Changed', modified: '2025-01-01 00:00:00' });
    expect((await importOf(server.url)).counts.article).toEqual({ created: 0, updated: 1, unchanged: 129 });
  });

  it('asks for the pictures of a few posts, not for the library', async () => {
    const pictures = [50, 51, 52].map((id) => ({ id, file: `${id}.jpg`, alt: `Picture ${id}`, caption: '' }));
    const from = {
      ...site(story(7, { media: 51, content: '<img class="wp-image-50" src="https://x.example/50.jpg" />' })),
      media: pictures,
    };
    await using server = await serveWordPress(from);
    await importOf(server.url);
    const asked = server.asked.filter((one) => one.includes('/media?')).map((one) => decodeURIComponent(one));
    expect(asked.map((one) => /(?:include|parent)=[^&]*/.exec(one)?.[0])).toEqual(['include=50,51', 'parent=7']);
    const [article] = await opened.db.collection('articles').find().toArray();
    expect(article).toMatchObject({ leadImage: { alt: 'Picture 51' }, body: [{ image: { alt: 'Picture 50' } }] });
    const again = await importOf(fileOf(exportOf(from, server.url)));
    expect(again.counts.article).toEqual({ created: 0, updated: 0, unchanged: 1 });
  });

  it('reads all again where the source is to win', async () => {
    const from = site(...many(100, 103));
    await using server = await serveWordPress(from);
    await importOf(server.url);
    let report: SourceReport | undefined;
    const again = async (): Promise<unknown> => (report = await importOf(server.url, { overwrite: true }));
    expect(await askedFor(server, again)).toEqual(['page']);
    expect(report?.counts.article).toEqual({ created: 0, updated: 0, unchanged: 3 });
  });

  it('keeps what only the export knows, and writes nothing at each switch between the two', async () => {
    const hiddenMeta = {
      _yoast_wpseo_title: 'For engines',
      _yoast_wpseo_metadesc: 'What it is about',
      _yoast_wpseo_canonical: 'https://elsewhere.example/first',
      _yoast_wpseo_primary_category: '2',
      _wp_old_slug: 'former',
      byline: 'By Ida Quill and Tom Reed',
    };
    const from = site(story(7, { hiddenMeta, categories: [3, 2] }));
    await using server = await serveWordPress(from);
    const file = (): string => fileOf(exportOf(from, server.url));
    await importOf(file());
    const [before] = await opened.db.collection('articles').find().toArray();
    expect(before).toMatchObject({ seoTitle: 'For engines', byline: 'By Ida Quill and Tom Reed' });
    expect(before?.['authorIds']).toHaveLength(2);
    for (const source of [server.url, file(), server.url])
      expect((await importOf(source, { overwrite: true })).counts.article).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await opened.db.collection('articles').find().toArray()).toEqual([before]);
    from.posts[0] = story(7, { hiddenMeta, categories: [3, 2], title: 'New', modified: '2025-01-01 00:00:00' });
    await importOf(server.url);
    const { rev: _, headline, updatedAt: __, imported: ___, ...kept } = { ...before };
    expect(await opened.db.collection('articles').findOne()).toMatchObject({ ...kept, headline: 'New' });
    expect(headline).toBe('Story 7');
    expect(await opened.path('/news/2024/06/former')).not.toBeNull();
  });

  it('takes pages, types and taxonomies by a map, as its export does', async () => {
    const places = [{ id: 40, slug: 'saltmarsh', name: 'Saltmarsh' }];
    const from: Site = {
      ...site(
        story(7, { places: [40], meta: { author_line: 'By hand' } }),
        story(8, { type: 'page' }),
        story(9, { type: 'recipe' }),
      ),
      places,
    };
    await using server = await serveWordPress(from);
    const mapping = await readMapping(
      fileOf(
        JSON.stringify({
          types: { page: 'article', recipe: { as: 'article', kind: 'FEATURE' }, podcast: 'article' },
          taxonomies: { place: { as: 'topic', kind: 'PLACE' } },
          meta: { byline: 'author_line' },
        }),
      ),
    );
    const report = await importOf(server.url, { mapping });
    expect([report.counts.article.created, report.notices]).toEqual([3, { 'podcast-hidden': 1 }]);
    expect(await opened.db.collection('topics').findOne()).toMatchObject({ name: 'Saltmarsh', topicKind: 'PLACE' });
    const again = await importOf(fileOf(exportOf(from, server.url)), { mapping });
    expect([again.counts.article, again.counts.topic]).toEqual([
      { created: 0, updated: 0, unchanged: 3 },
      { created: 0, updated: 0, unchanged: 1 },
    ]);
    // Without the map the others are not looked at, so they are not gone.
    expect((await importOf(server.url)).gone).toEqual([]);
    from.posts.splice(1, 1);
    expect((await importOf(server.url, { mapping })).gone).toMatchObject([{ id: '8', reason: 'deleted' }]);
  });
});

describe('what a live WordPress shows no more', () => {
  it('is reported, archived where that is asked for, and comes back with the site', async () => {
    const from = site(...many(100, 103));
    await using server = await serveWordPress(from);
    await importOf(server.url);
    const [removed] = from.posts.splice(1, 1);
    const gone = { id: '101', path: '/news/2024/06/story-101', reason: 'deleted', isSure: true };
    expect((await importOf(server.url)).gone).toEqual([{ ...gone, archived: false }]);
    expect(await statuses()).toMatchObject({ 'Story 101': 'published' });
    const report = await importOf(server.url, { archiveGone: true });
    expect(report.gone).toEqual([{ ...gone, archived: true }]);
    expect(await statuses()).toMatchObject({ 'Story 100': 'published', 'Story 101': 'archived' });
    expect((await importOf(server.url, { archiveGone: true })).gone).toEqual([]);
    if (removed !== undefined) from.posts.push(removed);
    expect((await importOf(server.url)).counts.article).toEqual({ created: 0, updated: 1, unchanged: 2 });
    expect(await statuses()).toMatchObject({ 'Story 101': 'published' });
  });

  it('is seen by a run that reads only what is new, too', async () => {
    const from = site(...many(100, 103));
    await using server = await serveWordPress(from);
    await importOf(server.url);
    from.posts.splice(1, 1);
    const { gone } = await importOf(server.url, { since: new Date('2025-01-01T00:00:00Z') });
    expect(gone.map(({ id }) => id)).toEqual(['101']);
  });

  it('is what got a password meanwhile, too', async () => {
    const from = site(story(7), story(8));
    await using server = await serveWordPress(from);
    await importOf(server.url);
    from.posts[0] = story(7, { password: 'open-sesame', modified: '2025-01-01 00:00:00' });
    const { gone } = await importOf(server.url, { archiveGone: true });
    expect(gone).toMatchObject([{ id: '7', reason: 'protected', archived: true }]);
    expect(await statuses()).toEqual({ 'Story 7': 'archived', 'Story 8': 'published' });
  });

  it('is not what a login had shown, or what is not yet public', async () => {
    const from = site(
      story(7),
      story(8, { status: 'draft' }),
      story(9, { status: 'future', date: '2124-01-01 00:00:00' }),
    );
    await using server = await serveWordPress(from);
    await importOf(server.url, { login: ED });
    expect((await importOf(server.url, { archiveGone: true })).gone).toEqual([]);
    from.posts.splice(1, 1);
    expect((await importOf(server.url, { login: ED, archiveGone: true })).gone).toMatchObject([
      { id: '8', archived: true },
    ]);
  });

  it('is nothing where most is gone at once: another site may answer there', async () => {
    const from = site(...many(100, 130));
    await using server = await serveWordPress(from);
    await importOf(server.url);
    from.posts.splice(0, 25);
    const { gone } = await importOf(server.url, { archiveGone: true });
    expect([gone.length, gone.some(({ isSure, archived }) => isSure || archived)]).toEqual([25, false]);
    expect(Object.values(await statuses())).toEqual(Array(30).fill('published'));
  });

  it('is nothing where the list has moved while it was read: it is asked for once more', async () => {
    const from = site(...many(100, 310));
    let page = 0;
    const fake: FakeOptions = {
      instead: ({ url = '' }) => {
        // Between two pages of the list its first post is deleted, so that another one slips through.
        if (url.includes('/posts?') && !url.includes('content') && page++ === 1) from.posts.splice(0, 1);
        return null;
      },
    };
    page = 10;
    await using server = await serveWordPress(from, fake);
    await importOf(server.url);
    page = 0;
    // The deleted one was seen before it went: that is for the next run to tell.
    expect((await importOf(server.url, { archiveGone: true })).gone).toEqual([]);
    expect((await importOf(server.url)).gone.map(({ id }) => id)).toEqual(['100']);
  });

  it('is nothing that the site still has and its lists leave out, as with plugins for several languages', async () => {
    const from = site(story(7), story(8), story(9));
    const unlisted: number[] = [];
    await using server = await serveWordPress(from, { unlisted });
    await importOf(server.url);
    unlisted.push(8);
    from.posts.splice(2, 1);
    expect((await importOf(server.url)).gone.map(({ id }) => id)).toEqual(['9']);
  });

  it.each([
    ['drops the login in the middle of the list', 401],
    ['fails in the middle of the list', 503],
  ])('is nothing where the site %s: the run ends in a sentence', async (_, status) => {
    const from = site(...many(100, 310));
    let isBroken = false;
    await using server = await serveWordPress(from, {
      instead: ({ url = '' }) => (isBroken && /posts\?.*[?&]page=2/.test(url) ? { status } : null),
    });
    await importOf(server.url, { login: ED });
    from.posts.splice(150, 1);
    isBroken = true;
    await expect(importOf(server.url, { login: ED, archiveGone: true })).rejects.toMatchObject({ name: 'StartError' });
    expect(new Set(Object.values(await statuses()))).toEqual(new Set(['published']));
  });

  it('is nothing where a user sees only a part of what is counted', async () => {
    const from = site(story(7), story(8), story(9));
    const hidden: number[] = [];
    await using server = await serveWordPress(from, { hidden });
    await importOf(server.url);
    hidden.push(8);
    const report = await importOf(server.url, { archiveGone: true });
    expect([report.gone, report.notices]).toEqual([[], { 'posts-hidden': 1 }]);
  });
});
