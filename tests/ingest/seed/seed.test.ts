import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ARTICLE_KINDS } from '#content/article/article.ts';
import type { ArticleItem, ImageInput, ImportedItem, ItemType } from '#content/imported-item.ts';
import { importedItem } from '#content/imported-item.ts';
import { TOPIC_KINDS } from '#content/topic/topic.ts';
import { ANCHOR, newsroomFiles, seedItems, seedSource } from '#ingest/seed/seed.ts';

const FOLDER = new URL('../../../src/ingest/seed/', import.meta.url);
const items = seedItems(ANCHOR);
const ofType = <Type extends ItemType>(type: Type): readonly Extract<ImportedItem, { type: Type }>[] =>
  // filter cannot tell the compiler which member of the union is left
  items.filter((item) => item.type === type) as unknown as readonly Extract<ImportedItem, { type: Type }>[];
const articles = ofType('article');
const ids = (type: ItemType): ReadonlySet<string> => new Set(ofType(type).map(({ id }) => id));

function images(article: ArticleItem): readonly ImageInput[] {
  const inBody = article.body.flatMap((block) => {
    if (block.type === 'image') return [block.image];
    if (block.type === 'gallery') return block.images;
    return block.type === 'video' && block.video.poster ? [block.video.poster] : [];
  });
  return article.leadImage ? [article.leadImage, ...inBody] : inBody;
}

const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ');
function wordCount(article: ArticleItem): number {
  const text = article.body.map((block) => {
    if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'html') return plain(block.html);
    if (block.type === 'list') return block.items.map(({ html }) => plain(html)).join(' ');
    if (block.type === 'quote') return block.quote.text;
    return block.type === 'table' ? block.table.rows.flat().map(plain).join(' ') : '';
  });
  return [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text.join(' '))].filter((s) => s.isWordLike)
    .length;
}

test('every line of every file parses as an imported item', () => {
  const issues = newsroomFiles().flatMap((file) =>
    readFileSync(new URL(`newsroom/${file}`, FOLDER), 'utf8')
      .trimEnd()
      .split('\n')
      .flatMap((line, index) =>
        (importedItem.safeParse(JSON.parse(line)).error?.issues ?? []).map((issue) => ({
          file,
          line: index + 1,
          issue,
        })),
      ),
  );
  expect(issues).toEqual([]);
});

test('ids, slugs and paths are unique', () => {
  const unique = (names: readonly string[]): void => expect(names).toEqual([...new Set(names)]);
  unique(items.map(({ type, id }) => seedSource.keyOf(type, id)));
  unique(items.flatMap((item) => ('slug' in item && item.slug !== null ? [`${item.type} ${item.slug}`] : [])));
  unique(
    items.flatMap((item) => {
      if (item.type === 'redirect') return [item.from];
      const own = 'path' in item && item.path !== null ? [item.path] : [];
      return 'formerPaths' in item ? [...own, ...item.formerPaths] : own;
    }),
  );
});

test('every reference leads to an item that comes before', () => {
  const seen = new Set<string>();
  const lost: string[] = [];
  for (const item of items) {
    lost.push(...references(item).filter((key) => !seen.has(key)));
    seen.add(`${item.type}:${item.id}`);
  }
  expect(lost).toEqual([]);
});

function references(item: ImportedItem): readonly string[] {
  const keys = (type: ItemType, ids: readonly string[]): readonly string[] => ids.map((id) => `${type}:${id}`);
  if (item.type === 'section') return keys('section', item.parent === null ? [] : [item.parent]);
  if (item.type === 'collection')
    return [
      ...keys('article', item.picks),
      ...keys('section', item.fill?.sections ?? []),
      ...keys('topic', item.fill?.topics ?? []),
    ];
  if (item.type !== 'article') return [];
  return [
    ...keys('author', item.authors),
    ...keys('section', item.mainSection === null ? item.sections : [...item.sections, item.mainSection]),
    ...keys('topic', item.topics),
  ];
}

test('links and redirects of this site lead somewhere', () => {
  const paths = new Set([
    ...articles.flatMap(({ path, formerPaths }) => [path, ...formerPaths]),
    ...ofType('topic').map(({ slug }) => `/topic/${slug}`),
    ...ofType('author').map(({ slug }) => `/author/${slug}`),
    ...ofType('section').map(({ slug }) => `/section/${slug}`),
  ]);
  const targets = [
    ...articles.flatMap(({ body }) => body.map((block) => (block.type === 'read-also' ? block.link.url : null))),
    ...[...JSON.stringify(articles).matchAll(/href=\\"([^"\\]*)\\"/g)].map(([, href]) => href ?? null),
    ...ofType('redirect').map(({ to }) => to),
  ];
  expect(targets.filter((target) => target?.startsWith('/') && !paths.has(target))).toEqual([]);
});

test('every image exists and has its size and an alt text, and each lead image its caption and credit', () => {
  const all = articles.flatMap(images);
  const bad = all.filter(
    ({ url, width, height, alt }) => !existsSync(new URL(url.slice(1), FOLDER)) || !width || !height || alt === null,
  );
  expect(bad).toEqual([]);
  expect(new Set(all.map(({ url }) => url)).size).toBeGreaterThanOrEqual(40);
  const leads = articles.filter(({ status }) => status !== 'draft').flatMap(({ leadImage }) => leadImage ?? []);
  expect(leads.filter(({ caption, credit }) => !caption || !credit)).toEqual([]);
});

test('no address is that of a real host', () => {
  const hosts = [...JSON.stringify(items).matchAll(/https?:\/\/([^/"\\]+)/g)].map(([, host]) => host ?? '');
  expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
});

test('every kind of body block, of article and of topic occurs', () => {
  expect(new Set(articles.flatMap(({ body }) => body.map(({ type }) => type))).size).toBe(14);
  expect(new Set(articles.map(({ kind }) => kind))).toEqual(new Set(ARTICLE_KINDS));
  expect(new Set(ofType('topic').map(({ topicKind }) => topicKind))).toEqual(new Set(TOPIC_KINDS));
});

test('the newsroom is large enough to look alive', () => {
  const written = articles.filter(({ status }) => status !== 'draft');
  const full = written.filter((article) => wordCount(article) >= 250);
  expect(written.length).toBeGreaterThanOrEqual(80);
  expect(full.length).toBeGreaterThanOrEqual(24);
  expect(new Set(full.flatMap(({ body }) => body.map(({ type }) => type))).size).toBe(14);
  const briefs = written.filter((article) => !full.includes(article)).map(wordCount);
  expect([Math.min(...briefs) >= 80, Math.max(...briefs) <= 200]).toEqual([true, true]);
  expect(articles.filter(({ locale }) => locale === 'fr').length).toBeGreaterThanOrEqual(8);
  expect([ids('author').size, ids('section').size, ids('collection').size]).toEqual([8, 7, 3]);
  expect(ids('topic').size).toBeGreaterThanOrEqual(30);
  expect(ofType('section').filter(({ parent }) => parent !== null)).toHaveLength(1);
  expect(ofType('collection').map(({ slug }) => slug)).toEqual(expect.arrayContaining(['top-news', 'dont-miss']));
  expect(ofType('site')).toHaveLength(1);
});

test('stories run on, are quoted, credited and linked', () => {
  // A running story has a file of its own; these hold what stands alone, and a pair.
  const alone = ['city-desk', 'desk', 'features', 'views-and-reviews', 'rowing'];
  const lengths = newsroomFiles()
    .filter(
      (file) => file.startsWith('articles-') && !alone.includes(file.slice('articles-'.length, -'.ndjson'.length)),
    )
    .map(
      (file) =>
        readFileSync(new URL(`newsroom/${file}`, FOLDER), 'utf8')
          .trimEnd()
          .split('\n').length,
    );
  expect(lengths.length).toBeGreaterThanOrEqual(8);
  expect(lengths.filter((length) => length < 4 || length > 8)).toEqual([]);
  const count = (is: (article: ArticleItem) => boolean): number => articles.filter(is).length;
  const has = (type: string) => count(({ body }) => body.some((block) => block.type === type));
  expect(has('read-also')).toBeGreaterThanOrEqual(50);
  expect(has('quote')).toBeGreaterThanOrEqual(15);
  expect(count(({ quotes }) => quotes.some(({ speaker }) => speaker !== null))).toBeGreaterThanOrEqual(40);
  expect(count(({ sources }) => sources.length > 0)).toBeGreaterThanOrEqual(30);
  expect(count(({ creditLine }) => creditLine !== null)).toBeGreaterThanOrEqual(10);
});

test('every author, topic and section has a story that readers see', () => {
  const now = ANCHOR.toISOString();
  const seen = articles.filter(
    (one) => one.status === 'published' && (one.publishedAt ?? now) <= now && !one.expiresAt,
  );
  const used = (pick: (article: ArticleItem) => readonly string[]): ReadonlySet<string> => new Set(seen.flatMap(pick));
  expect(used(({ authors }) => authors)).toEqual(ids('author'));
  expect(used(({ topics }) => topics)).toEqual(ids('topic'));
  expect(used(({ sections }) => sections)).toEqual(ids('section'));
});

test('stories span six weeks, and some are drafts, scheduled, expired, withdrawn or moved', () => {
  const ages = articles.flatMap(({ publishedAt }) =>
    publishedAt === null ? [] : [(ANCHOR.getTime() - Date.parse(publishedAt)) / 86_400_000],
  );
  expect(Math.max(...ages)).toBeGreaterThan(38);
  expect(Math.max(...ages)).toBeLessThanOrEqual(43);
  const count = (is: (article: ArticleItem) => boolean): number => articles.filter(is).length;
  expect(count(({ status }) => status === 'draft')).toBeGreaterThanOrEqual(2);
  expect(
    count((one) => one.status === 'published' && Date.parse(one.publishedAt ?? '') > ANCHOR.getTime()),
  ).toBeGreaterThanOrEqual(2);
  expect(
    count(({ expiresAt }) => expiresAt !== null && Date.parse(expiresAt) < ANCHOR.getTime()),
  ).toBeGreaterThanOrEqual(1);
  expect(count(({ status, hiddenSince }) => status === 'archived' && hiddenSince !== null)).toBeGreaterThanOrEqual(1);
  expect(count(({ formerPaths }) => formerPaths.length > 0)).toBeGreaterThanOrEqual(2);
  expect(ofType('redirect').some(({ to }) => to === null)).toBe(true);
});

test('quotations are words of their story', () => {
  const bare = (value: string): string => value.replaceAll(/\s+/g, '');
  const strange = articles.flatMap(({ id, body, quotes }) => {
    const text = bare(body.map((block) => (block.type === 'paragraph' ? plain(block.html) : '')).join(' '));
    return quotes.filter((quote) => !text.includes(bare(quote.text))).map((quote) => `${id}: ${quote.text}`);
  });
  expect(strange).toEqual([]);
});

/** The items with all their times moved by a number of days, and nothing else. */
function movedByDays(list: readonly ImportedItem[], days: number): readonly object[] {
  const moved = (value: unknown): unknown =>
    typeof value === 'string' ? new Date(Date.parse(value) + days * 86_400_000).toISOString() : value;
  return list.map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([key, value]) => [key, /(?:At|Since)$/.test(key) ? moved(value) : value]),
    ),
  );
}

test.each([
  ['2026-03-01T12:00:00Z', 0],
  ['2026-03-02T08:44:59Z', 0],
  ['2026-03-02T11:59:59Z', 1],
  ['2027-07-14T23:59:59Z', 500],
])('seeded at %s, all times have moved by %i days, so that each keeps its hour, and nothing else has', (now, days) => {
  expect(movedByDays(seedItems(new Date(now)), 0)).toEqual(movedByDays(items, days));
});

test('whenever it is seeded, the newest story is less than a day old, and none that is out has a time to come', () => {
  const outIds = new Set(
    articles
      .filter(({ publishedAt }) => publishedAt !== null && Date.parse(publishedAt) <= ANCHOR.getTime())
      .map(({ id }) => id),
  );
  for (let hour = 0; hour < 24; hour += 1) {
    const now = Date.parse('2030-06-15T00:30:00Z') + hour * 3_600_000;
    const times = seedItems(new Date(now)).flatMap((item) =>
      item.type === 'article' && outIds.has(item.id)
        ? [Date.parse(item.updatedAt ?? ''), Date.parse(item.publishedAt ?? '')]
        : [],
    );
    const newest = Math.max(...times.filter((time) => !Number.isNaN(time)));
    expect([newest <= now, now - newest < 86_400_000]).toEqual([true, true]);
  }
});
