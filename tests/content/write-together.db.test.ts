import * as fc from 'fast-check';
import type { Db } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { ArticleItem, ImportedItem } from '#content/imported-item.ts';
import { createWriter, type WriterOptions } from '#content/write.ts';
import { connectMongo } from '#mongo/connect.ts';
import { emptyDatabase } from '../_support/database.ts';
import {
  articleItem,
  authorItem,
  collectionItem,
  ndjson,
  paragraph,
  readAlso,
  redirectItem,
  sectionItem,
  topicItem,
} from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

const NOW = new Date('2026-04-01T12:00:00Z');
const fixture = useWriter({ now: () => NOW });

/** All content, so that two databases can be compared. */
async function contentOf(db: Db): Promise<Record<string, readonly object[]>> {
  const names = ['articles', 'authors', 'topics', 'sections', 'collections', 'paths', 'outbox'];
  const rows = await Promise.all(names.map((name) => db.collection(name).find().sort({ _id: 1 }).toArray()));
  return Object.fromEntries(names.map((name, at) => [name, rows[at] ?? []]));
}

const newsroom = (from: number, to: number): ImportedItem[] => [
  sectionItem({ id: 'news' }),
  authorItem({ id: 'ada' }),
  topicItem({ id: 'tides' }),
  ...Array.from({ length: to - from }, (_, at) =>
    articleItem({
      id: String(from + at),
      headline: 'One title for all',
      sections: ['news'],
      authors: ['ada'],
      topics: ['tides'],
      publishedAt: new Date(Date.UTC(2026, 0, 1 + from + at)).toISOString(),
      expiresAt: new Date(Date.UTC(2026, 0, 3 + from + at)).toISOString(),
      body: [paragraph('Low water at noon.'), readAlso(`/news/one-title-for-all-${from + at + 2}`)],
    }),
  ),
];

async function withSecondWriter(work: (options: WriterOptions) => Promise<void>): Promise<void> {
  await using second = await connectMongo({ uri: fixture.uri, appName: 'second' });
  await work({ client: second.client, db: second.db, now: () => NOW });
}

describe('two writers at once', () => {
  it('write the same file once', async () => {
    const items = newsroom(0, 30);
    await withSecondWriter(async (options) => {
      const second = createWriter(options);
      const results = await Promise.all([fixture.write(...items), second.write(items, ndjson)]);
      const outcomes = items.map((_, at) =>
        results
          .map((result) => result[at]?.outcome)
          .sort()
          .join(),
      );
      expect(new Set(outcomes)).toEqual(new Set(['created,unchanged']));
    });
    expect(await fixture.db.collection('articles').countDocuments()).toBe(30);
  });

  it('lose nothing of two files and give every story a slug and path of its own', async () => {
    await withSecondWriter(async (options) => {
      const second = createWriter(options);
      const half = async (write: (items: readonly ImportedItem[]) => Promise<unknown>, from: number): Promise<void> => {
        for (let at = from; at < from + 40; at += 10) await write(newsroom(at, at + 10));
      };
      await Promise.all([
        half((items) => fixture.write(...items), 0),
        half((items) => second.write(items, ndjson), 40),
      ]);
    });
    const { articles = [], paths = [], authors, outbox } = await contentOf(fixture.db);
    const values = (name: string): unknown[] => articles.map((one) => (one as Record<string, unknown>)[name]);
    expect(new Set(values('slug')).size).toBe(80);
    expect(new Set(values('path')).size).toBe(80);
    expect(paths).toHaveLength(83);
    expect(authors).toMatchObject([{ visible: [{ from: new Date('2026-01-01'), to: new Date('2026-03-23') }] }]);
    expect(outbox).toEqual([]);
    expect(values('pendingLinks').flat()).toEqual(expect.arrayContaining(['/news/one-title-for-all-81']));
    expect(values('pendingLinks').flat()).toHaveLength(1);
  });
});

describe('a writer that goes away after its commit', () => {
  const killed = new Error('the process is gone');

  it('leaves rows that the next sweep follows up once they are old', async () => {
    const told: string[] = [];
    const options = { client: fixture.client, db: fixture.db, now: () => NOW };
    const dying = createWriter({ ...options, afterCommit: [() => Promise.reject(killed)] });
    await expect(dying.write(newsroom(0, 3), ndjson)).rejects.toBe(killed);
    const survivor = createWriter({
      ...options,
      afterCommit: [(articles) => Promise.resolve(void told.push(...articles.map(({ _id }) => _id)))],
    });
    expect(await survivor.sweepOutbox()).toBe(0);
    await fixture.db.collection('outbox').updateMany({}, { $set: { at: new Date(Date.now() - 31_000) } });
    expect(await survivor.sweepOutbox()).toBe(3);
    expect(told.sort()).toEqual((await contentOf(fixture.db))['articles']?.map((one) => (one as { _id: string })._id));
    expect(await fixture.db.collection('outbox').countDocuments()).toBe(0);
  });

  it('leaves rows that are followed up at once by who knows that it is gone', async () => {
    const told: string[] = [];
    const options = { client: fixture.client, db: fixture.db, now: () => NOW };
    const dying = createWriter({ ...options, afterCommit: [() => Promise.reject(killed)] });
    await expect(dying.write(newsroom(0, 3), ndjson)).rejects.toBe(killed);
    const survivor = createWriter({
      ...options,
      afterCommit: [(articles) => Promise.resolve(void told.push(...articles.map(({ _id }) => _id)))],
    });
    expect([await survivor.finishLeft(), told.length, await survivor.finishLeft()]).toEqual([3, 3, 0]);
    expect(await fixture.db.collection('outbox').countDocuments()).toBe(0);
  });

  it('or whose handler fails goes on where it may say so, and leaves the rows', async () => {
    const failures: unknown[] = [];
    const writer = createWriter({
      client: fixture.client,
      db: fixture.db,
      afterCommit: [() => Promise.reject(killed)],
      onHandlerError: (error) => void failures.push(error),
    });
    expect(await writer.write(newsroom(0, 2), ndjson)).toHaveLength(5);
    await fixture.db.collection('outbox').updateMany({}, { $set: { at: new Date(0) } });
    expect(await writer.sweepOutbox()).toBe(0);
    expect(failures).toEqual([killed, killed]);
    expect(await fixture.db.collection('outbox').countDocuments()).toBe(2);
  });

  it('and is started again ends where an undisturbed one ends', async () => {
    const items = newsroom(0, 5);
    await fixture.write(...items);
    const undisturbed = await contentOf(fixture.db);
    await emptyDatabase(fixture.db);
    const options = { client: fixture.client, db: fixture.db, now: () => NOW };
    await expect(
      createWriter({ ...options, afterCommit: [() => Promise.reject(killed)] }).write(items.slice(0, 6), ndjson),
    ).rejects.toBe(killed);
    await fixture.write(...items);
    await fixture.db.collection('outbox').updateMany({}, { $set: { at: new Date(0) } });
    await fixture.writer.sweepOutbox();
    const resumed = await contentOf(fixture.db);
    const withoutRev = (content: typeof resumed): unknown =>
      JSON.parse(JSON.stringify(content, (key, value: unknown) => (key === 'rev' ? undefined : value)));
    expect(withoutRev(resumed)).toEqual(withoutRev(undisturbed));
  });
});

describe('what two transactions could not see of each other', () => {
  it('is put right by the follow-up of either: visible times, ancestors of sections, links', async () => {
    await fixture.write(
      sectionItem({ id: 'news' }),
      sectionItem({ id: 'local', parent: 'news' }),
      authorItem(),
      articleItem({ id: '1', authors: ['ada'], sections: ['local'], body: [readAlso('/local/headline-2')] }),
      articleItem({ id: '2', sections: ['local'] }),
    );
    const right = await contentOf(fixture.db);
    const first = await fixture.article('1');
    const unlinked = { ...first.alsoRead[0], articleId: null, path: '/local/headline-2' };
    await fixture.db.collection('authors').updateOne({}, { $set: { visible: [] } });
    await fixture.db.collection<{ _id: string }>('articles').updateOne(
      { _id: first._id },
      {
        $set: {
          sectionIds: first.ownSectionIds,
          'body.0.link': unlinked,
          alsoRead: [unlinked],
          pendingLinks: ['/local/headline-2'],
        },
      },
    );
    const row = { _id: first._id, rev: 1, at: new Date(0) };
    await fixture.db.collection<{ _id: string }>('outbox').insertOne(row);
    await fixture.writer.sweepOutbox();
    const after = await contentOf(fixture.db);
    const plain = ({ articles = [], authors = [], outbox }: typeof after): unknown =>
      [articles, authors]
        .map((rows) => rows.map((row) => ({ ...row, rev: 0, imported: null })))
        .concat([outbox as never]);
    expect(plain(after)).toEqual(plain(right));
  });
});

const names = fc.constantFrom('a', 'b', 'c', 'd');
const url = fc.constantFrom('/a', '/b', '/news/a', 'https://elsewhere.example/x', null);
const article = fc
  .record({
    id: names,
    slug: fc.option(names),
    path: fc.option(fc.constantFrom('/a', '/b', '/c/d')),
    formerPaths: fc.array(fc.constantFrom('/a', '/old', '/older'), { maxLength: 2 }),
    authors: fc.subarray(['ada', 'nobody']),
    sections: fc.subarray(['news', 'local']),
    publishedAt: fc.constantFrom(null, '2026-01-01', '2026-02-01T10:00:00Z'),
    status: fc.constantFrom('draft' as const, 'published' as const, 'archived' as const),
    links: fc.array(url, { maxLength: 3 }),
  })
  .map(({ links, ...given }): ArticleItem => articleItem({ ...given, body: links.map((one) => readAlso(one)) }));
const other: fc.Arbitrary<ImportedItem> = fc.oneof(
  fc.constantFrom(
    authorItem({ id: 'ada' }),
    sectionItem({ id: 'news' }),
    sectionItem({ id: 'local', parent: 'news' }),
    collectionItem({ picks: ['a', 'b'] }),
  ),
  fc
    .record({ from: fc.constantFrom('/a', '/old', '/x'), to: fc.constantFrom('/a', '/x', null) })
    .map((given) => redirectItem({ ...given, id: given.from })),
);

describe('laws', () => {
  it('importing twice equals importing once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 3, arbitrary: article }, other), { maxLength: 10 }),
        async (items) => {
          await emptyDatabase(fixture.db);
          await fixture.write(...items);
          const once = await contentOf(fixture.db);
          await fixture.write(...items);
          expect(await contentOf(fixture.db)).toEqual(once);
        },
      ),
      { numRuns: 40 },
    );
  });
});
