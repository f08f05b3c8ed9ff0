import { beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureIndexes } from '#mongo/indexes.ts';
import { ListsRepository } from '#related/lists.repository.ts';
import { createRelatedHandler } from '#related/related-handler.ts';
import { packPool, toldGrounds, unpackPool } from '#related/pool.ts';
import { relatedPlans, unpackNumbers, type ListRow, type TermsRow } from '#related/stored.ts';
import type { AfterCommit } from '#content/write.ts';
import { articleItem, topicItem } from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

let handler: AfterCommit = () => Promise.resolve();
const fixture = useWriter({ afterCommit: [(articles) => handler(articles)] });

beforeAll(() => ensureIndexes(fixture.db, relatedPlans));
// A process that starts on an empty database.
beforeEach(() => {
  handler = createRelatedHandler({ db: fixture.db });
});

const paragraph = (html: string) => [{ type: 'paragraph' as const, html }];
const ferry = (id: string, more = '', given: Partial<Parameters<typeof articleItem>[0]> = {}) =>
  articleItem({
    id,
    headline: `Ferry Ardent aground off Quayhaven ${more}`,
    body: paragraph(`The ferry <b>Ardent</b> ran aground off Quayhaven. ${more}`),
    locale: 'en',
    ...given,
  });
const library = (id: string) =>
  articleItem({
    id,
    headline: `Library of Morwick opens longer ${id}`,
    body: paragraph('The library of Morwick opens longer hours.'),
    locale: 'en',
  });

async function list(id: string): Promise<ListRow | null> {
  const { _id } = await fixture.article(id);
  return fixture.db.collection<ListRow>('related_lists').findOne({ _id });
}
/** Ids at the source, strongest first. */
async function related(id: string): Promise<readonly string[]> {
  const row = await list(id);
  const all = await fixture.db.collection<{ _id: string; sourceKeys: readonly string[] }>('articles').find().toArray();
  const names = new Map(all.map(({ _id, sourceKeys }) => [_id, sourceKeys[0]?.split(':').at(-1) ?? '']));
  return (row?.scored.ids ?? []).map((one) => names.get(one) ?? 'unknown');
}

test('articles of one import find each other, and nothing that is about something else', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), library('l1'), library('l2'));
  expect(await related('f1')).toEqual(['f2']);
  expect(await related('f2')).toEqual(['f1']);
  expect(await related('l1')).toEqual(['l2']);
});

test('a new article is pushed into the lists of those it touches', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), library('l1'), library('l2'));
  await fixture.write(ferry('f3', 'lifeboats called'));
  expect((await related('f3')).toSorted()).toEqual(['f1', 'f2']);
  expect((await related('f1')).toSorted()).toEqual(['f2', 'f3']);
});

test('scores fall from place to place, lie between 0 and 1, and the circle is part of them', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), ferry('f3', 'lifeboats called'));
  const row = await list('f1');
  if (!row) throw new Error('no list');
  const scores = [...unpackNumbers(row.scored.scores)];
  const directs = unpackNumbers(row.scored.directs);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  expect(row.circle.ids).toHaveLength(2);
  expect(directs.every((direct, place) => direct < (scores[place] ?? 0))).toBe(true);
});

test('what is shared is kept with its printed names and its part of the direct score', async () => {
  await fixture.write(
    topicItem({ id: 'ferries', name: 'Ferries' }),
    ferry('f1', '', { topics: ['ferries'] }),
    ferry('f2', 'at night', { topics: ['ferries'] }),
  );
  const row = await list('f1');
  const [entry] = row ? unpackPool(row) : [];
  const grounds = entry ? toldGrounds(entry.told) : [];
  expect(grounds.find(({ kind }) => kind === 'TOPIC')?.names).toEqual(['Ferries']);
  expect(grounds.find(({ kind }) => kind === 'ENTITY')?.names.join(' ')).toContain('Ardent');
  expect(grounds.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(entry?.direct ?? 0, 6);
});

test('another language is never offered', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), ferry('g1', '', { locale: 'de' }));
  expect(await related('f1')).toEqual(['f2']);
  expect(await related('g1')).toEqual([]);
});

test('an article that is hidden leaves lists and index', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), ferry('f3', 'lifeboats called'));
  await fixture.write(ferry('f2', 'at night', { status: 'archived' }));
  expect(await related('f1')).toEqual(['f3']);
  expect(await list('f2')).toBeNull();
  expect(await fixture.db.collection<TermsRow>('related_terms').countDocuments()).toBe(2);
});

test('an article that is hidden leaves pools that its own has no room for, too', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), ferry('f3', 'lifeboats called'));
  const { _id } = await fixture.article('f2');
  await fixture.db.collection<ListRow>('related_lists').updateOne({ _id }, { $set: packPool([]) });
  await fixture.write(ferry('f2', 'at night', { status: 'archived' }));
  expect((await list('f1'))?.pool).toHaveLength(1);
  expect(await related('f3')).toEqual(['f1']);
});

test('an article that is about something else now leaves the lists it was in', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), library('l1'), library('l2'));
  await fixture.write({ ...library('l3'), id: 'f2' });
  expect(await related('f1')).toEqual([]);
  expect((await related('f2')).toSorted()).toEqual(['l1', 'l2']);
  expect(await related('l1')).toContain('f2');
});

test('doing it again changes nothing', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), ferry('f3', 'lifeboats called'), library('l1'));
  const rows = () => fixture.db.collection<ListRow>('related_lists').find().sort({ _id: 1 }).toArray();
  const once = await rows();
  await handler(once.map(({ _id }) => ({ _id, rev: 1 })));
  expect(await rows()).toEqual(once);
});

test('two writers at once: their articles find each other', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'));
  await Promise.all([fixture.write(ferry('f3', 'lifeboats called')), fixture.write(ferry('f4', 'inquiry opens'))]);
  const [three, four] = [await related('f3'), await related('f4')];
  expect(three.includes('f4') || four.includes('f3')).toBe(true);
});

test('many processes at once: what one of them writes no other takes back', async () => {
  const old = ['f1', 'f2', 'f3', 'f4'];
  const fresh = ['n1', 'n2', 'n3', 'n4', 'n5'];
  await fixture.write(...old.map((id) => ferry(id, id)), library('l1'));
  handler = () => Promise.resolve();
  await fixture.write(...fresh.map((id) => ferry(id, id)));
  const written = await Promise.all(fresh.map((id) => fixture.article(id)));
  await Promise.all(written.map((article) => createRelatedHandler({ db: fixture.db })([article])));
  const all = await Promise.all([...old, ...fresh].map(async (id) => (await fixture.article(id))._id));
  for (const id of [...old, ...fresh]) {
    const row = await list(id);
    expect([row?._id, ...(row?.pool ?? [])].toSorted()).toEqual(all.toSorted());
  }
});

test('a list that somebody has written since it was read stays as it is', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), ferry('f3', 'lifeboats called'));
  const lists = new ListsRepository(fixture.db);
  const rows = await lists.listByIds((await Promise.all(['f1', 'f2'].map(fixture.article))).map(({ _id }) => _id));
  const emptied = [...rows.values()].map((row) => ({ ...row, ...packPool([]), rev: row.rev + 1, readRev: row.rev }));
  await fixture.write(ferry('f1', '', { headline: 'Ferry Ardent aground off Quayhaven again' }));
  const now = await list('f1');
  const lost = await lists.replaceRead(emptied);
  expect(lost).toContain(now?._id);
  expect(await list('f1')).toEqual(now);
  expect(await lists.replaceRead([])).toEqual([]);
});

test('a process that starts later knows how rare words are', async () => {
  await fixture.write(ferry('f1'), ferry('f2', 'at night'), library('l1'), library('l2'));
  handler = createRelatedHandler({ db: fixture.db });
  await fixture.write(library('l3'));
  expect((await related('l3')).toSorted()).toEqual(['l1', 'l2']);
});

test('names with a dollar sign are names', async () => {
  await fixture.write(ferry('f1', '$Ardent $$ROOT'), ferry('f2', '$Ardent $$ROOT'));
  expect(await related('f1')).toEqual(['f2']);
});
