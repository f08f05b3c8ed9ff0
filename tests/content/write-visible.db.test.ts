import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDoc } from '#content/article/article.ts';
import { mergeIntervals, NEVER, visibleInterval, type Interval } from '#content/visibility.ts';
import type { ArticleItem } from '#content/imported-item.ts';
import { emptyDatabase } from '../_support/database.ts';
import { articleItem, authorItem, topicItem } from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = useWriter();
const visible = async (): Promise<readonly Interval[]> =>
  (await fixture.db.collection('authors').findOne({ slug: 'ada' }))?.['visible'];
const ada = authorItem({ name: 'Ada' });
const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + at)).toISOString();
const span = (from: number, to: number | null): Interval => ({
  from: new Date(day(from)),
  to: to === null ? NEVER : new Date(day(to)),
});
const story = (id: string, from: number, to: number | null, rest: Partial<ArticleItem> = {}): ArticleItem =>
  articleItem({ id, authors: ['ada'], publishedAt: day(from), expiresAt: to === null ? null : day(to), ...rest });

describe('when an author exists for readers', () => {
  it('is the union of the times of their stories', async () => {
    await fixture.write(ada, story('1', 0, 2), story('2', 5, 9), story('3', 8, 12));
    expect(await visible()).toEqual([span(0, 2), span(5, 12)]);
  });

  it('does not touch an author whose times cover a new story', async () => {
    await fixture.write(ada, story('1', 0, null));
    const before = await fixture.db.collection('authors').findOne();
    await fixture.write(story('2', 3, 4), story('3', 5, null));
    expect(await fixture.db.collection('authors').findOne()).toEqual(before);
  });

  it.each([
    ['is archived', story('1', 0, 9, { status: 'archived' })],
    ['is a draft again', story('1', 0, 9, { status: 'draft' })],
    ['is by nobody any more', story('1', 0, 9, { authors: [] })],
  ])('ends when their only story %s', async (_how, later) => {
    await fixture.write(ada, story('1', 0, 9));
    await fixture.write(later);
    expect(await visible()).toEqual([]);
  });

  it('shrinks to what other stories leave', async () => {
    await fixture.write(ada, story('1', 0, null), story('2', 3, 5), story('3', 7, null));
    await fixture.write(story('1', 0, 1));
    expect(await visible()).toEqual([span(0, 1), span(3, 5), span(7, null)]);
  });
});

const step = fc.record({
  id: fc.constantFrom('1', '2', '3', '4'),
  from: fc.integer({ min: 0, max: 20 }),
  length: fc.option(fc.integer({ min: -2, max: 8 }), { freq: 3 }),
  status: fc.constantFrom('published' as const, 'published' as const, 'archived' as const, 'draft' as const),
  authors: fc.subarray(['ada', 'bo']),
  topics: fc.subarray(['tides']),
});

describe('laws', () => {
  it('the kept intervals equal those worked out from all articles', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), async (calls) => {
        await emptyDatabase(fixture.db);
        await fixture.write(ada, authorItem({ id: 'bo', name: 'Bo' }), topicItem({ id: 'tides', name: 'Tides' }));
        for (const steps of calls) {
          await fixture.write(
            ...steps.map(({ id, from, length, ...rest }) =>
              story(id, from, length === null ? null : from + length, rest),
            ),
          );
        }
        const articles = await fixture.db.collection<ArticleDoc>('articles').find().toArray();
        for (const [collection, ids] of [
          ['authors', 'authorIds'],
          ['topics', 'topicIds'],
        ] as const) {
          for (const { _id, visible } of await fixture.db.collection(collection).find().toArray()) {
            const own = articles.filter((article) => article[ids].includes(String(_id)));
            expect(visible).toEqual(mergeIntervals(own.flatMap((article) => visibleInterval(article) ?? [])));
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
