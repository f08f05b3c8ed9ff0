import { beforeAll, beforeEach, expect, test } from 'vitest';
import { largeNewsroom } from '#ingest/seed/large/large-newsroom.ts';
import { ensureIndexes } from '#mongo/indexes.ts';
import { explainPair, listOf } from '#related/explain.ts';
import { RelatedKeeper } from '#related/related-handler.ts';
import { rebuildRelated, wantWhereDue, resumeRebuild, type RebuildProgress } from '#related/rebuild.ts';
import { RebuildStates } from '#related/rebuild-state.ts';
import { toldGrounds, toldSignature, unpackPool } from '#related/pool.ts';
import { relatedPlans, TERMS_VERSION, type ListRow, type TermsRow } from '#related/stored.ts';
import { checkRelated } from '#related/upkeep.ts';
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

const WHOLE = { published: 6, missing: 0, dangling: 0, pending: 0, isUnfinished: false, agreement: 1, examples: [] };

test('a check tells which articles have no list, and a rebuild makes them all', async () => {
  expect(await checkRelated(fixture.db, keeper, 100)).toMatchObject({ missing: 6, examples: { length: 6 } });
  const progress: RebuildProgress[] = [];
  expect(await rebuildRelated(fixture.db, keeper, { onProgress: (one) => progress.push(one) })).toBe(6);
  expect(new Set(progress.map(({ pass }) => pass))).toEqual(new Set(['terms', 'neighbours', 'lists']));
  expect(progress.at(-1)).toEqual({ pass: 'lists', done: 6, of: 6 });
  expect(await checkRelated(fixture.db, keeper, 100)).toEqual(WHOLE);
});

test('a rebuild comes to the lists that articles get one by one', async () => {
  await rebuildRelated(fixture.db, keeper);
  const lists = () => fixture.db.collection<ListRow>('related_lists').find().sort({ _id: 1 }).toArray();
  const made = await lists();
  const pools = made.map(unpackPool);
  await keeper.follow(made.map(({ _id }) => _id));
  for (const [at, row] of (await lists()).entries()) {
    const { pool, circle, scored } = row;
    expect(made[at]?.pool).toEqual(pool);
    expect(made[at]?.circle.ids.toSorted()).toEqual(circle.ids.toSorted());
    expect(made[at]?.scored.ids.toSorted()).toEqual(scored.ids.toSorted());
    for (const entry of unpackPool(row)) {
      const other = pools[at]?.find(({ id }) => id === entry.id);
      expect(other?.direct).toBeCloseTo(entry.direct, 2);
      if (!other) throw new Error(entry.id);
      const said = (told: Uint8Array) => toldGrounds(told).map(({ kind, names }) => [kind, ...names]);
      expect(said(other.told)).toEqual(said(entry.told));
      expect(toldSignature(other.told)).toEqual(toldSignature(entry.told));
    }
  }
});

test('a rebuild finds what the writer finds, also by what is a key of one article alone', async () => {
  for (const batch of largeNewsroom({ articles: 60, seed: 1, now: new Date('2026-03-01T12:00:00Z') }))
    await fixture.write(...batch);
  await rebuildRelated(fixture.db, keeper);
  expect(await checkRelated(fixture.db, keeper, 100)).toMatchObject({ missing: 0, agreement: 1 });
});

test('threads make the same lists as one thread', async () => {
  await rebuildRelated(fixture.db, keeper);
  const lists = () =>
    fixture.db
      .collection<ListRow>('related_lists')
      .find({}, { projection: { rev: 0 } })
      .sort({ _id: 1 })
      .toArray();
  const alone = await lists();
  await fixture.db.collection('related_lists').deleteMany({});
  await rebuildRelated(fixture.db, keeper, { uri: fixture.uri, threads: 2, articlesAThread: 1 });
  expect(await lists()).toEqual(alone);
});

test('a rebuild that was stopped goes on where it was, and leaves nothing to do', async () => {
  const stop = new AbortController();
  await rebuildRelated(fixture.db, keeper, {
    batch: 2,
    signal: stop.signal,
    onProgress: ({ pass, done }) => pass === 'lists' && done === 2 && stop.abort(),
  });
  const some = await fixture.db.collection('related_lists').countDocuments();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(6);
  expect(await checkRelated(fixture.db, keeper, 0)).toMatchObject({ missing: 6 - some, isUnfinished: true });
  const passes = new Set<string>();
  await rebuildRelated(fixture.db, keeper, { onProgress: ({ pass }) => passes.add(pass) });
  expect(passes).toEqual(new Set(['neighbours', 'lists']));
  expect(await checkRelated(fixture.db, keeper, 100)).toEqual(WHOLE);
});

test('a wish for a rebuild is granted by whoever looks next, once', async () => {
  await new RebuildStates(fixture.db).want();
  expect(await resumeRebuild(fixture.db, keeper, {})).toBe(true);
  expect(await checkRelated(fixture.db, keeper, 100)).toEqual(WHOLE);
  expect(await resumeRebuild(fixture.db, keeper, {})).toBe(false);
});

test('what an older version has made is made anew, and asked for once', async () => {
  await rebuildRelated(fixture.db, keeper);
  await wantWhereDue(fixture.db);
  expect(await resumeRebuild(fixture.db, keeper, {})).toBe(false);
  const older = { $set: { version: 1 } };
  await fixture.db.collection('related_terms').updateOne({}, older);
  await fixture.db.collection('related_lists').updateOne({}, older);
  await wantWhereDue(fixture.db);
  expect(await resumeRebuild(fixture.db, keeper, {})).toBe(true);
  expect(await checkRelated(fixture.db, keeper, 100)).toEqual(WHOLE);
});

test('an archive that has grown by more than 7.5 of 100 since is made anew, a small one is not', async () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => ({ _id: `row-${from + index}`, version: TERMS_VERSION }));
  const terms = fixture.db.collection<{ _id: string }>('related_terms');
  await rebuildRelated(fixture.db, keeper);
  await terms.insertMany(rows(0, 37));
  await wantWhereDue(fixture.db);
  expect(await new RebuildStates(fixture.db).read()).toBeNull();
  await terms.insertMany(rows(37, 38));
  await wantWhereDue(fixture.db);
  expect(await new RebuildStates(fixture.db).read()).not.toBeNull();
});

test('a wish that comes while a rebuild runs is granted after it', async () => {
  let wished = 0;
  await rebuildRelated(fixture.db, keeper, {
    onProgress: ({ pass }) => {
      if (pass === 'lists' && wished++ === 0) void fixture.write(story('f4', 'Ferry Ardent aground off Quayhaven'));
      if (pass === 'lists' && wished === 1) void new RebuildStates(fixture.db).want();
    },
  });
  expect(wished).toBeGreaterThanOrEqual(2);
  expect(await checkRelated(fixture.db, keeper, 0)).toMatchObject({ missing: 0, isUnfinished: false });
});

test('what is written while a rebuild runs is in the lists when it is done', async () => {
  const writing: Promise<unknown>[] = [];
  const write = async () => {
    await fixture.write(story('f4', 'Ferry Ardent aground off Quayhaven'));
    await keeper.follow([await idOf('f4')]);
  };
  await rebuildRelated(fixture.db, keeper, {
    onProgress: ({ pass }) => {
      if (pass === 'neighbours' && writing.length === 0) writing.push(write());
    },
  });
  await Promise.all(writing);
  await rebuildLate();
  const f4 = await idOf('f4');
  expect(await fixture.db.collection<ListRow>('related_lists').countDocuments({ pool: f4 })).toBe(3);
});
/** An article that came at the very end is told by the next look. */
const rebuildLate = async () => resumeRebuild(fixture.db, keeper, {});

test('a check tells of lists whose article is not published any more', async () => {
  await rebuildRelated(fixture.db, keeper);
  const gone = await idOf('f1');
  await fixture.db.collection('articles').updateOne({ _id: gone as never }, { $set: { status: 'archived' } });
  expect(await checkRelated(fixture.db, keeper, 100)).toMatchObject({ dangling: 1, examples: [gone] });
});

test('a rebuild replaces terms of an older version, and removes those of what is gone', async () => {
  await rebuildRelated(fixture.db, keeper);
  const gone = await idOf('f1');
  await fixture.db.collection('articles').updateOne({ _id: gone as never }, { $set: { status: 'archived' } });
  await fixture.db.collection<TermsRow>('related_terms').updateMany({}, { $set: { version: 0 } });
  await rebuildRelated(fixture.db, new RelatedKeeper(fixture.db));
  expect(await checkRelated(fixture.db, keeper, 0)).toMatchObject({ missing: 0, dangling: 0 });
  expect(await fixture.db.collection<ListRow>('related_lists').countDocuments({ pool: gone })).toBe(0);
});

test('lists are replaced one by one: no reader meets an archive without them', async () => {
  await rebuildRelated(fixture.db, keeper);
  const counts: Promise<number>[] = [];
  await rebuildRelated(fixture.db, keeper, {
    batch: 1,
    onProgress: () =>
      counts.push(fixture.db.collection('related_lists').countDocuments({ 'pool.0': { $exists: true } })),
  });
  expect(new Set(await Promise.all(counts))).toEqual(new Set([5]));
});

test('a pair is explained by its rank and parts, or by what keeps it out', async () => {
  await rebuildRelated(fixture.db, keeper);
  const [f1, f2, l1, d1, draft] = await Promise.all(['f1', 'f2', 'l1', 'd1', 'draft'].map(idOf));
  const why = async (id = '', other = '') => explainPair(fixture.db, keeper, id, other);
  const { rank, listed, parts, ...explained } = await why(f1, f2);
  expect(explained).toEqual({ removedBy: null, isCopy: false, strategies: ['MIXED', 'SAME_STORY'] });
  expect(listed[(rank ?? 0) - 1]?.id).toBe(f2);
  expect(parts).toMatchObject({ days: 0, dateFactor: 1, direct: expect.closeTo(parts?.likeness ?? 0, 10) });
  const shared = parts?.shared.map(({ label, part }) => [label, part > 0]) ?? [];
  expect(shared).toContainEqual(['Ferry Ardent', true]);
  expect((await why(f1, l1)).removedBy).toBe('nothing-shared');
  expect((await why(f1, d1)).removedBy).toBe('other-language');
  expect((await why(f1, draft)).removedBy).toBe('not-compared');
  expect((await why(f1, f1)).removedBy).toBe('same-article');
  expect(await listOf(fixture.db, draft ?? '')).toBeNull();
});
