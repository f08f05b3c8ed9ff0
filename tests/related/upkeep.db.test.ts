import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureIndexes } from '#mongo/indexes.ts';
import { explainPair, listOf } from '#related/explain.ts';
import { RelatedKeeper } from '#related/related-handler.ts';
import { relatedPlans, type ListRow, type TermsRow } from '#related/stored.ts';
import { checkRelated, rebuildRelated, type RebuildProgress } from '#related/upkeep.ts';
import { articleItem } from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = useWriter();
let keeper: RelatedKeeper;
beforeAll(() => ensureIndexes(fixture.db, relatedPlans));

const story = (id: string, about: string, locale = 'en') =>
  articleItem({ id, headline: `${about} ${id}`, body: [{ type: 'paragraph', html: `${about} once more.` }], locale });
const idOf = async (id: string) => (await fixture.article(id))._id;

beforeEach(async () => {
  keeper = new RelatedKeeper(fixture.db);
  await fixture.write(
    ...['f1', 'f2', 'f3'].map((id) => story(id, 'Ferry Ardent aground off Quayhaven')),
    ...['l1', 'l2'].map((id) => story(id, 'Library of Morwick opens longer')),
    story('d1', 'Fähre Ardent vor Quayhaven', 'de'),
    articleItem({ id: 'draft', headline: 'Ferry Ardent draft', status: 'draft' }),
  );
});

test('a check tells which articles have no list, and a rebuild makes them all', async () => {
  expect((await checkRelated(fixture.db, keeper, 100)).missing).toHaveLength(6);
  const progress: RebuildProgress[] = [];
  expect(await rebuildRelated(fixture.db, keeper, (one) => progress.push(one))).toBe(6);
  expect(progress.at(-1)).toEqual({ pass: 'lists', done: 6, of: 6 });
  expect(await checkRelated(fixture.db, keeper, 100)).toEqual({
    published: 6,
    missing: [],
    dangling: [],
    pending: 0,
    agreement: 1,
  });
});

test('a check tells of lists whose article is not published any more', async () => {
  await rebuildRelated(fixture.db, keeper);
  await fixture.db
    .collection('articles')
    .updateOne({ _id: (await idOf('f1')) as never }, { $set: { status: 'archived' } });
  expect((await checkRelated(fixture.db, keeper, 100)).dangling).toEqual([await idOf('f1')]);
});

test('a rebuild replaces terms of an older version, and removes those of what is gone', async () => {
  await rebuildRelated(fixture.db, keeper);
  const gone = await idOf('f1');
  await fixture.db.collection('articles').updateOne({ _id: gone as never }, { $set: { status: 'archived' } });
  await fixture.db.collection<TermsRow>('related_terms').updateMany({}, { $set: { version: 0 } });
  await rebuildRelated(fixture.db, new RelatedKeeper(fixture.db));
  expect(await checkRelated(fixture.db, keeper, 0)).toMatchObject({ missing: [], dangling: [] });
  expect(await fixture.db.collection<ListRow>('related_lists').countDocuments({ 'pool.id': gone })).toBe(0);
});

test('a pair is explained by its rank and parts, or by what keeps it out', async () => {
  await rebuildRelated(fixture.db, keeper);
  const [f1, f2, l1, d1, draft] = await Promise.all(['f1', 'f2', 'l1', 'd1', 'draft'].map(idOf));
  const why = async (id = '', other = '') => explainPair(fixture.db, keeper, id, other);
  expect(await why(f1, f2)).toMatchObject({ removedBy: null, isCopy: false });
  expect((await why(f1, f2)).listed?.reasons.length).toBeGreaterThan(0);
  expect((await why(f1, l1)).removedBy).toBe('not-near-enough');
  expect((await why(f1, d1)).removedBy).toBe('other-language');
  expect((await why(f1, draft)).removedBy).toBe('not-published');
  expect(await listOf(fixture.db, draft ?? '')).toBeNull();
});
