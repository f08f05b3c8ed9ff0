import { serialize, type Document } from 'bson';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { aggregate } from '#embedded/aggregate.ts';
import { find, readerOf } from '#embedded/find.ts';
import { DirectWriter } from '#embedded/writer.ts';
import { temporaryStore } from './store.ts';

const LONG = process.env['TEST_LONG'] !== undefined;
vi.setConfig({ testTimeout: LONG ? 900_000 : 60_000 });

const word = fc.constantFrom('sea', 'wall', 'the', 'Été', 'tram');
const text = fc.array(word, { maxLength: 30, size: 'max' }).map((words) => words.join(' '));
const documents = fc.array(fc.record({ h: text, b: text, n: fc.nat(2) }), { minLength: 1, maxLength: 40, size: 'max' });
const searched = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
type Article = { readonly h: string; readonly b: string; readonly n: number };

const WEIGHTS = { h: 10, b: 1 };

/** MongoDB's formula, from the words themselves. */
function scoreOf(article: Article, terms: readonly string[]): number {
  return Object.entries(WEIGHTS).reduce((total, [field, weight]) => {
    const words = article[field as 'h' | 'b'].split(' ').filter((one) => one !== ''); // the fields of WEIGHTS
    return terms.reduce((sum, term) => {
      const count = words.filter((one) => one === term).length;
      if (count === 0) return sum;
      const frequency = Array.from({ length: count }, (_, at) => 0.5 ** at).reduce((a, b) => a + b);
      return sum + weight * frequency * (0.5 + (0.5 * count) / words.length) * (words.length === 1 ? 1.1 : 1);
    }, total);
  }, 0);
}

test('scores are those of the formula, whatever was written and removed, and the best few are the beginning of all', () => {
  fc.assert(
    fc.property(documents, searched, fc.integer({ min: 1, max: 12 }), fc.nat(5), (articles, terms, limit, gone) => {
      using temporary = temporaryStore();
      const { store } = temporary;
      const writer = new DirectWriter(store);
      const collection = store.ensureCollection('d', 'c');
      store.createIndex(collection, {
        name: 't',
        key: { h: 'text', b: 'text' },
        weights: WEIGHTS,
        default_language: 'none',
      });
      store.change(() => {
        for (const [_id, article] of articles.entries()) writer.insert(collection, serialize({ _id, ...article }));
        for (const hit of find(readerOf(store), collection, { filter: {}, limit: gone + 1 }).slice(1))
          writer.remove(collection, hit, hit.document);
      });
      const filter = { n: { $lt: 2 }, $text: { $search: terms.join(' ') } };
      const left = articles.map((article, _id) => ({ _id, ...article })).filter(({ _id }) => _id === 0 || _id > gone);
      const expected = left
        .map((article) => ({ _id: article._id, n: article.n, score: scoreOf(article, terms) }))
        .filter(({ n, score }) => n < 2 && score > 0)
        .sort((a, b) => (Math.abs(a.score - b.score) > 1e-6 ? b.score - a.score : a._id - b._id))
        .map(({ _id, score }) => ({ _id, score: expect.closeTo(score, 6) }));
      const on = { reader: readerOf(store), db: 'd', variables: {}, writer };
      const score = { $meta: 'textScore' };
      const pipeline = [{ $match: filter }, { $project: { _id: 1, score } }, { $sort: { score: -1, _id: 1 } }];
      const run = (stages: readonly Document[]) =>
        aggregate(on, 'c', stages).map((one) => ({ _id: one['_id'], score: one['score'] }));
      expect(run(pipeline)).toEqual(expected);
      expect(run([...pipeline, { $limit: limit }])).toEqual(expected.slice(0, limit));
      const hits = find(readerOf(store), collection, { filter, sort: { score, _id: 1 }, limit, skip: 1 });
      expect(hits.map(({ document }) => document['_id'])).toEqual(expected.slice(1, 1 + limit).map(({ _id }) => _id));
      expect(aggregate(on, 'c', [{ $match: filter }, { $count: 'n' }])[0]?.['n'] ?? 0).toBe(expected.length);
    }),
    { numRuns: LONG ? 1_000 : 60 },
  );
});
