import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type ArticleItem, type ImportedItem, importedItem } from '#content/imported-item.ts';
import { createWriter } from '#content/write.ts';
import { largeNewsroom } from '#ingest/seed/large/large-newsroom.ts';
import { seedSource } from '#ingest/seed/seed.ts';
import { createTestDatabase } from '../../_support/database.ts';

const NOW = new Date('2026-03-01T15:30:00.000Z');
const DAY_MS = 86_400_000;

function itemsOf(articles: number, seed = 1): readonly ImportedItem[] {
  return [...largeNewsroom({ articles, seed, now: NOW })].flat();
}
const items = itemsOf(5_000);
const articles = items.filter((item): item is ArticleItem => item.type === 'article');
const shareOf = (is: (article: ArticleItem) => boolean): number => articles.filter(is).length / articles.length;

function countsOf(lists: readonly (readonly string[])[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const id of lists.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts.values()].toSorted((a, b) => b - a);
}

test('equal options give equal newsrooms, another seed another one', () => {
  const some = JSON.stringify(itemsOf(200));
  expect(JSON.stringify(itemsOf(200))).toBe(some);
  expect(JSON.stringify(itemsOf(200, 2))).not.toBe(some);
});

test('it has exactly as many articles as were asked for', () => {
  expect(
    [10, 999, 1_000, 1_001].map((count) => itemsOf(count).filter(({ type }) => type === 'article').length),
  ).toEqual([10, 999, 1_000, 1_001]);
});

test('every item is one that the importer would accept as it is', () => {
  for (const item of itemsOf(500)) expect(importedItem.parse(item)).toEqual(item);
});

test('whatever is referred to comes before, or in the same batch, and comes once', () => {
  const known = new Set<string>();
  const wrong: string[] = [];
  for (const batch of largeNewsroom({ articles: 3_000, seed: 1, now: NOW })) {
    for (const { type, id } of batch) {
      if (known.has(`${type} ${id}`)) wrong.push(`${type} ${id} comes twice`);
      known.add(`${type} ${id}`);
    }
    const references = batch.flatMap((item) =>
      item.type === 'article'
        ? [
            ...item.authors.map((id) => `author ${id}`),
            ...item.topics.map((id) => `topic ${id}`),
            ...item.sections.map((id) => `section ${id}`),
          ]
        : [],
    );
    wrong.push(...references.filter((reference) => !known.has(reference)));
  }
  expect(wrong).toEqual([]);
});

test('slugs are unique among each type', () => {
  const slugs = items.flatMap((item) => ('slug' in item ? [`${item.type} ${item.slug}`] : []));
  expect(new Set(slugs).size).toBe(slugs.length);
});

test('articles come in the order of time, about 300 to 500 a day, the newest today and a few in the future', () => {
  const times = articles.map(({ publishedAt }) => Date.parse(publishedAt ?? ''));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  const days = (NOW.getTime() - (times[0] ?? 0)) / DAY_MS;
  expect(articles.length / days).toBeGreaterThan(300);
  expect(articles.length / days).toBeLessThan(520);
  expect(times.filter((time) => time > NOW.getTime())).toHaveLength(1);
  expect(times.some((time) => time > NOW.getTime() - DAY_MS / 8 && time <= NOW.getTime())).toBe(true);
});

test('shares of authors, topics, images, agencies and bare articles are those of the figures', () => {
  expect(shareOf(({ authors }) => authors.length === 1)).toBeGreaterThan(0.75);
  expect(shareOf(({ byline }) => byline !== null)).toBeGreaterThan(0.15);
  expect(shareOf(({ byline }) => byline !== null)).toBeLessThan(0.3);
  expect(shareOf(({ leadImage }) => leadImage !== null)).toBeCloseTo(0.89, 1);
  const bare = shareOf((one) => one.body.length + one.topics.length + one.authors.length === 0);
  expect(bare).toBeGreaterThan(0.005);
  expect(bare).toBeLessThan(0.02);
  expect(articles.reduce((sum, { topics }) => sum + topics.length, 0) / articles.length).toBeCloseTo(4, 0);
});

test('few topics are on many articles, none on more than an eighth or so, and many on one', () => {
  const counts = countsOf(articles.map(({ topics }) => topics));
  expect((counts[0] ?? 0) / articles.length).toBeGreaterThan(0.06);
  expect((counts[0] ?? 0) / articles.length).toBeLessThan(0.15);
  expect(counts.filter((count) => count === 1).length / counts.length).toBeGreaterThan(0.2);
});

test('bodies have a median of about 520 words', () => {
  const words = articles
    .filter(({ body }) => body.length > 0)
    .map(({ body }) => body.flatMap((block) => (block.type === 'paragraph' ? block.html.split(' ') : [])).length)
    .toSorted((a, b) => a - b);
  expect(words[Math.floor(words.length / 2)]).toBeGreaterThan(440);
  expect(words[Math.floor(words.length / 2)]).toBeLessThan(640);
});

test('links lead to articles that were told before', () => {
  const paths = new Map(articles.map(({ sections, slug }, at) => [`/${sections[0]}/${slug}`, at]));
  const linked = articles.flatMap(({ body }, at) =>
    body.flatMap((block) => (block.type === 'read-also' ? [{ at, to: paths.get(block.link.url ?? '') }] : [])),
  );
  expect(linked.length).toBeGreaterThan(100);
  expect(linked.filter(({ at, to }) => to === undefined || to >= at)).toEqual([]);
});

test('a large one needs hardly more memory than a small one', { timeout: 600_000 }, async () => {
  const [small, large] = [
    await peakMegabytes(10_000),
    await peakMegabytes(process.env['TEST_LONG'] ? 200_000 : 40_000),
  ];
  expect(large - small).toBeLessThan(50);
});

/** In a process of its own with a small heap, so that garbage that nobody has swept yet does not count; it would fail if all were kept. */
async function peakMegabytes(count: number): Promise<number> {
  const module = new URL('../../../src/ingest/seed/large/large-newsroom.ts', import.meta.url).href;
  const program = `
    const { largeNewsroom } = await import(${JSON.stringify(module)});
    for (const batch of largeNewsroom({ articles: ${count}, seed: 1, now: new Date(0) })) batch.length;
    console.log(process.resourceUsage().maxRSS / 1024);`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=96',
    '--max-semi-space-size=8',
    '--input-type=module',
    '--eval',
    program,
  ]);
  return Number(stdout);
}

test(
  'the writer takes all of it without a notice, and storing costs more than making',
  { timeout: 120_000 },
  async () => {
    await using database = await createTestDatabase();
    const writer = createWriter({ ...database, now: () => NOW });
    const making = process.threadCpuUsage();
    const batch = itemsOf(300);
    const made = process.threadCpuUsage(making);
    const storing = process.threadCpuUsage();
    const outcomes = await writer.write(batch, seedSource);
    const stored = process.threadCpuUsage(storing);
    expect(outcomes.filter(({ outcome, notices }) => outcome !== 'created' || notices.length > 0)).toEqual([]);
    // Of storing, this is the writer's own half: the database runs on another thread.
    expect(made.user + made.system).toBeLessThan(stored.user + stored.system);
  },
);
