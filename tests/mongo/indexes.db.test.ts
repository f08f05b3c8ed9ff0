import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyIndexes, ensureIndexes, missingIndexes, type CollectionPlan } from '#mongo/indexes.ts';
import { collectionPlans } from '#content/registry.ts';
import { createTestDatabase, type TestDatabase } from '../_support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const named = (collection: string, ...names: readonly string[]): object[] =>
  names.map((name) => ({ collection, name }));

describe('indexes', () => {
  it('of content are all there once they were ensured, and nothing is done twice', async () => {
    expect(await missingIndexes(database.db, collectionPlans)).toEqual([]);
    expect(await ensureIndexes(database.db, collectionPlans)).toEqual({
      created: [],
      dropped: [],
      unwanted: [],
      failed: [],
    });
  });

  it('are made where they are missing', async () => {
    const plans: CollectionPlan[] = [
      { collection: 'fresh', indexes: [{ key: { a: 1, b: -1 } }, { key: { c: 1 }, unique: true }] },
    ];
    expect(await missingIndexes(database.db, plans)).toEqual(named('fresh', 'a_1_b_-1', 'c_1_unique'));
    expect((await ensureIndexes(database.db, plans)).created).toEqual(named('fresh', 'a_1_b_-1', 'c_1_unique'));
    expect(await missingIndexes(database.db, plans)).toEqual([]);
  });

  it('that nobody wishes are reported, and dropped only on request', async () => {
    await ensureIndexes(database.db, [{ collection: 'old', indexes: [{ key: { a: 1 } }] }]);
    const plans: CollectionPlan[] = [{ collection: 'old', indexes: [{ key: { b: 1 } }] }];
    expect(await ensureIndexes(database.db, plans)).toMatchObject({ unwanted: named('old', 'a_1'), dropped: [] });
    expect(await applyIndexes(database.db, plans, { drop: true })).toMatchObject({ dropped: named('old', 'a_1') });
    expect((await database.db.collection('old').indexes()).map(({ name }) => name)).toEqual(['_id_', 'b_1']);
  });

  it('report rows that break uniqueness instead of failing', async () => {
    await database.db.collection<{ slug: string }>('twins').insertMany([{ slug: 'a' }, { slug: 'a' }]);
    const report = await ensureIndexes(database.db, [
      { collection: 'twins', indexes: [{ key: { slug: 1 }, unique: true }, { key: { other: 1 } }] },
    ]);
    expect(report.failed).toEqual([{ collection: 'twins', name: 'slug_1_unique', reason: 'duplicates' }]);
    expect(report.created).toEqual(named('twins', 'other_1'));
  });

  it('for text are replaced by others when dropping is asked for', async () => {
    const text = (weight: number): CollectionPlan[] => [
      { collection: 'texts', indexes: [{ key: { a: 'text' }, weights: { a: weight } }] },
    ];
    await ensureIndexes(database.db, text(1));
    expect((await ensureIndexes(database.db, text(2))).failed).toMatchObject([{ reason: 'conflict' }]);
    const report = await applyIndexes(database.db, text(2), { drop: true });
    expect(report).toMatchObject({ created: named('texts', 'a_2_text'), dropped: named('texts', 'a_1_text') });
    expect(await missingIndexes(database.db, text(2))).toEqual([]);
  });
});
