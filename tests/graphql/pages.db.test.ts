import * as fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ArticleDoc } from '#content/article/article.ts';
import { globalId } from '#graphql/node.ts';
import { useApp } from '../_support/use-app.ts';
import { articleLists, copiesOf, forwardLists, instant, searchFor, writeThousand, type Expected } from './_thousand.ts';
import { idsOf, readPage, walk, type PageArgs, type SeenPage } from './_walk.ts';

const fixture = useApp();
vi.setConfig({ testTimeout: process.env['TEST_LONG'] ? 900_000 : 60_000 });
const LONG = Boolean(process.env['TEST_LONG']);
/** A walk by single rows is 1,000 requests: of every list only in a long run. */
const sizes = LONG ? fc.integer({ min: 1, max: 100 }) : fc.constantFrom(37, 64, 99, 100);
const root = articleLists.filter(({ at }) => at.length === 1);
const articles = () => fixture.db.collection<ArticleDoc>('articles');

beforeAll(() => writeThousand(fixture), 120_000);

/** The facts of a page that shows rows, told by where its rows stand in the whole list. */
function factsIn(ids: readonly string[], { rows }: SeenPage): object {
  const last = ids.indexOf(rows.at(-1)?.id ?? '');
  return {
    hasNextPage: last < ids.length - 1,
    hasPreviousPage: ids.indexOf(rows[0]?.id ?? '') > 0,
    startCursor: rows[0]?.cursor,
    endCursor: rows.at(-1)?.cursor,
  };
}

describe.each([...articleLists, ...forwardLists])('$name', (list) => {
  const options = { backward: list.backward };
  const none = { startCursor: null, endCursor: null };

  test('is the same list whatever the size of its pages and the way they are read', async () => {
    const ids = await list.ids(fixture.db);
    const ways = list.backward ? (['forward', 'backward'] as const) : (['forward'] as const);
    await fc.assert(
      fc.asyncProperty(sizes, fc.constantFrom(...ways), async (size, way) => {
        const pages = await walk(fixture, list, { size, way }, options);
        expect(idsOf(pages, way)).toEqual(ids);
        expect(pages.map(({ info }) => info)).toEqual(pages.map((page) => factsIn(ids, page)));
        const end = (way === 'forward' ? pages.at(-1) : pages[0])?.info.endCursor ?? null;
        const behind = await readPage(fixture, list, { first: 0, after: end }, options);
        expect(behind).toEqual({ rows: [], info: { hasNextPage: false, hasPreviousPage: true, ...none } });
      }),
      { numRuns: LONG ? 12 : 1 },
    );
  });

  test('shows nothing with first: 0 and still tells what lies around', async () => {
    const top = await readPage(fixture, list, { first: 0 }, options);
    expect(top).toEqual({ rows: [], info: { hasNextPage: true, hasPreviousPage: false, ...none } });
    const one = await readPage(fixture, list, { first: 1 }, options);
    const behind = await readPage(fixture, list, { first: 0, after: one.info.endCursor }, options);
    expect(behind).toEqual({ rows: [], info: { hasNextPage: true, hasPreviousPage: true, ...none } });
  });

  test('has 20 rows a page where no number is given', async () => {
    const { rows } = await readPage(fixture, list, {}, options);
    expect(rows.map(({ id }) => id)).toEqual((await list.ids(fixture.db)).slice(0, 20));
  });
});

/** What a page must show, by Relay's rules: the rows between the cursors, of them the first or the last so many. */
function modelPage(ids: readonly string[], at: { after?: number; before?: number; first?: number; last?: number }) {
  const from = (at.after ?? -1) + 1;
  const until = at.before ?? ids.length;
  const backward = at.last !== undefined || (at.first === undefined && at.before !== undefined);
  const size = at.last ?? at.first ?? 20;
  const start = backward ? Math.max(from, until - size) : from;
  const end = backward ? until : Math.min(until, from + size);
  return { rows: ids.slice(start, end), info: { hasNextPage: end < ids.length, hasPreviousPage: start > 0 } };
}

test.each(root)('any page of $name lies between its cursors and knows what is around it', async (list) => {
  const ids = await list.ids(fixture.db);
  const cursors = (await walk(fixture, list, { size: 100, way: 'forward' })).flatMap(({ rows }) =>
    rows.map(({ cursor }) => cursor),
  );
  const place = fc.option(fc.integer({ min: 0, max: ids.length - 1 }), { nil: undefined });
  const number = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
  const ask = fc
    .record({ a: place, b: place, number, isLast: fc.boolean() })
    .filter(({ a, b }) => a === undefined || b === undefined || a < b);
  await fc.assert(
    fc.asyncProperty(ask, async ({ a, b, number, isLast }) => {
      const args: PageArgs = {
        after: a === undefined ? null : (cursors[a] ?? null),
        before: b === undefined ? null : (cursors[b] ?? null),
        [isLast ? 'last' : 'first']: number ?? null,
      };
      const at = {
        ...(a === undefined ? {} : { after: a }),
        ...(b === undefined ? {} : { before: b }),
        ...(number === undefined ? {} : { [isLast ? 'last' : 'first']: number }),
      };
      const { rows, info } = await readPage(fixture, list, args);
      const { hasNextPage, hasPreviousPage } = info;
      expect({ rows: rows.map(({ id }) => id), info: { hasNextPage, hasPreviousPage } }).toEqual(modelPage(ids, at));
    }),
    { numRuns: LONG ? 400 : 40 },
  );
});

describe('while rows come in between pages', () => {
  const choices: readonly Expected[] = [
    ...root,
    ...forwardLists.filter(({ name }) => name.startsWith('collection(picked')),
  ];

  test.each(choices)('a walk of $name meets each row that stays exactly once', async (list) => {
    const template = await articles().findOne({ slug: 'in-news' });
    if (!template) throw new Error('no template');
    const ways = list.backward ? (['forward', 'backward'] as const) : (['forward'] as const);
    let next = 50_000;
    await fc.assert(
      fc.asyncProperty(sizes, fc.constantFrom(...ways), fc.infiniteStream(fc.nat(11)), async (size, way, times) => {
        const stable = await list.ids(fixture.db);
        const start = next;
        const between = async () => {
          const [copy] = copiesOf(template, next++, 1);
          const time = instant(times.next().value ?? 0);
          if (copy) await articles().insertOne({ ...copy, publishedAt: time, updatedAt: time });
        };
        const seen = idsOf(await walk(fixture, list, { size, way, between }, { backward: list.backward }), way);
        const slugs = copiesOf(template, start, next - start).map(({ slug }) => slug);
        await articles().deleteMany({ slug: { $in: slugs } });
        expect(slugs.length).toBeGreaterThan(9);
        expect(new Set(seen).size).toBe(seen.length);
        const stays = new Set(stable);
        expect(seen.filter((id) => stays.has(id))).toEqual(stable);
      }),
      { numRuns: LONG ? 10 : 1 },
    );
  });
});

describe('a cursor', () => {
  test.each(root)('of $name works when its own row is gone', async (list) => {
    const ids = await list.ids(fixture.db);
    const { rows } = await readPage(fixture, list, { first: 50 });
    const doomed = rows[29];
    const row = (await articles().find().toArray()).find(({ _id }) => globalId('Article', _id) === doomed?.id);
    if (!doomed || !row) throw new Error('no row');
    await articles().deleteOne({ _id: row._id });
    try {
      const behind = await readPage(fixture, list, { first: 5, after: doomed.cursor });
      const before = await readPage(fixture, list, { last: 5, before: doomed.cursor });
      expect([idsOf([before]), idsOf([behind])]).toEqual([ids.slice(24, 29), ids.slice(30, 35)]);
      expect([before.info.hasNextPage, behind.info.hasPreviousPage]).toEqual([true, true]);
    } finally {
      await articles().insertOne(row);
    }
  });

  test('of a collection works when its row is neither picked nor there any longer', async () => {
    const list = forwardLists[0];
    if (!list) throw new Error('no list');
    const ids = await list.ids(fixture.db);
    const { rows } = await readPage(fixture, list, { first: 60 }, { backward: false });
    const collections = fixture.db.collection<{ pickIds: string[] }>('collections');
    const before = await collections.findOne({ slug: 'picked' });
    if (!before) throw new Error('no collection');
    await collections.updateOne({ slug: 'picked' }, { $set: { pickIds: before.pickIds.filter((_, at) => at !== 9) } });
    const gone = await articles().findOneAndDelete({ _id: before.pickIds[9] ?? '' });
    try {
      const { rows: behind } = await readPage(
        fixture,
        list,
        { first: 5, after: rows[9]?.cursor ?? '' },
        { backward: false },
      );
      expect(behind.map(({ id }) => id)).toEqual(ids.slice(10, 15));
    } finally {
      await collections.updateOne({ slug: 'picked' }, { $set: { pickIds: before.pickIds } });
      if (gone) await articles().insertOne(gone);
    }
  });

  test('stays good when an equal filter is written otherwise', async () => {
    const literal = `{ articles(first: 3, filter: { kinds: NEWS, publishedAt: { from: "2026-02-01T01:00:00+01:00" }, topics: { any: [{ slug: "harbour" }] } })
      { nodes { id } pageInfo { endCursor } } }`;
    const first = await fixture.execute(literal);
    const filter = {
      topics: { none: null, any: { slug: 'harbour' } },
      ids: null,
      publishedAt: { to: null, from: '2026-02-01T00:00:00.000Z' },
      kinds: ['NEWS'],
    };
    const second = await fixture.execute(
      `query ($filter: ArticleFilter, $after: String) { articles(orderBy: NEWEST, filter: $filter, first: 3, after: $after) { nodes { id } } }`,
      { filter, after: first.data.articles.pageInfo.endCursor },
    );
    expect(second.errors).toBeUndefined();
    const whole = await fixture.execute(literal.replace('first: 3', 'first: 6'));
    expect([...first.data.articles.nodes, ...second.data.articles.nodes]).toEqual(whole.data.articles.nodes);
  });

  test('of a list without any filter is good for one with an empty filter', async () => {
    const { data } = await fixture.execute('{ articles(first: 1) { pageInfo { endCursor } } }');
    const { errors } = await fixture.execute(
      'query ($after: String) { a: articles(after: $after, filter: {}) { nodes { id } } b: articles(after: $after, filter: null) { nodes { id } } }',
      { after: data.articles.pageInfo.endCursor },
    );
    expect(errors).toBeUndefined();
  });
});

test('the first and last pages of many lists read together equal those of each list alone', async () => {
  const page = '{ nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';
  for (const args of [
    'first: 3',
    'last: 3',
    'first: 0',
    'orderBy: OLDEST, first: 2',
    'orderBy: RECENTLY_UPDATED, last: 4',
  ]) {
    const together = await fixture.execute(`{ authors(first: 6) { nodes { slug articles(${args}) ${page} } } }`);
    expect(together.errors).toBeUndefined();
    for (const { slug, articles: list } of together.data.authors.nodes) {
      const alone = await fixture.execute(`{ author(by: { slug: "${slug}" }) { articles(${args}) ${page} } }`);
      expect(alone.data.author.articles).toEqual(list);
    }
  }
});

test('a search ends after 1,000 hits', async () => {
  const list = searchFor('keeper', /keeper/);
  const template = await articles().findOne({ slug: 'in-news' });
  if (!template) throw new Error('no template');
  const copies = copiesOf(template, 90_000, 20);
  await articles().insertMany([...copies]);
  try {
    const pages = await walk(fixture, list, { size: 100, way: 'forward' }, { backward: false });
    const ids = idsOf(pages);
    expect([ids.length, new Set(ids).size]).toEqual([1_000, 1_000]);
    expect(ids).toEqual((await list.ids(fixture.db)).slice(0, 1_000));
    const end = await readPage(
      fixture,
      list,
      { first: 10, after: pages.at(-1)?.info.endCursor ?? null },
      { backward: false },
    );
    expect(end).toMatchObject({ rows: [], info: { hasNextPage: false, hasPreviousPage: true } });
  } finally {
    await articles().deleteMany({ slug: { $in: copies.map(({ slug }) => slug) } });
  }
});
