import { beforeAll, beforeEach, expect, test } from 'vitest';
import { Load, RelatedWriting } from '#app/related-writing.ts';
import { createWriter, type Writer } from '#content/write.ts';
import { ensureIndexes } from '#mongo/indexes.ts';
import { RelatedKeeper } from '#related/related-handler.ts';
import { relatedPlans } from '#related/stored.ts';
import { checkRelated } from '#related/upkeep.ts';
import { articleItem, ndjson } from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = useWriter();
beforeAll(() => ensureIndexes(fixture.db, relatedPlans));

let related: RelatedWriting;
let writer: Writer;
beforeEach(() => {
  related = new RelatedWriting(fixture.db, fixture.uri);
  writer = createWriter({ client: fixture.client, db: fixture.db, afterCommit: [related.afterCommit] });
});

const ferry = (id: string) =>
  articleItem({
    id,
    headline: `Ferry Ardent aground off Quayhaven ${id}`,
    body: [{ type: 'paragraph', html: 'The ferry Ardent ran aground off Quayhaven.' }],
    locale: 'en',
  });
const check = () => checkRelated(fixture.db, new RelatedKeeper(fixture.db), 100);
const lists = () => fixture.db.collection('related_lists').countDocuments();
const signal = new AbortController().signal;

test('a load of few articles makes lists as it goes', async () => {
  await using load = new Load({ writer, related }, 3);
  await load.writer.write([ferry('a'), ferry('b')], ndjson);
  expect(await lists()).toBe(2);
  await load.finish();
  expect(await check()).toMatchObject({ missing: 0, pending: 0, isUnfinished: false, agreement: 1 });
});

test('from where new articles are many, lists are left alone and made at the end; nothing is pending', async () => {
  {
    await using load = new Load({ writer, related }, 3);
    await load.writer.write([ferry('a'), ferry('b')], ndjson);
    await load.writer.write([ferry('c'), ferry('d')], ndjson);
    expect(await lists()).toBe(4);
    await load.writer.write([ferry('e'), ferry('f')], ndjson);
    expect(await lists()).toBe(4);
    expect(await check()).toMatchObject({ missing: 2, pending: 0, isUnfinished: true });
    await load.finish();
  }
  expect(await check()).toMatchObject({ missing: 0, pending: 0, isUnfinished: false, agreement: 1 });
  await writer.write([ferry('g')], ndjson);
  expect(await lists()).toBe(7);
});

test('what a load was told to expect counts before it comes', async () => {
  await using load = new Load({ writer, related }, 3);
  await load.expect(4);
  await load.writer.write([ferry('a'), ferry('b')], ndjson);
  expect(await lists()).toBe(0);
});

test('a load that ended before its lists were made is finished by the next sweep of another process', async () => {
  {
    await using load = new Load({ writer, related }, 1);
    await load.expect(2);
    await load.writer.write([ferry('a'), ferry('b')], ndjson);
  }
  await new RelatedWriting(fixture.db, fixture.uri).resume(signal);
  expect(await check()).toMatchObject({ missing: 0, pending: 0, isUnfinished: false, agreement: 1 });
});

test('while a process loads, others leave the lists to it', async () => {
  await using load = new Load({ writer, related }, 1);
  await load.expect(2);
  await load.writer.write([ferry('a'), ferry('b')], ndjson);
  await new RelatedWriting(fixture.db, fixture.uri).resume(signal);
  expect(await lists()).toBe(0);
});

test('articles that are hidden in a load leave the lists with it', async () => {
  await writer.write([ferry('a'), ferry('b'), ferry('c')], ndjson);
  await using load = new Load({ writer, related }, 0);
  await load.expect(1);
  await load.writer.write([{ ...ferry('b'), status: 'archived' }], ndjson);
  await load.finish();
  expect(await check()).toMatchObject({ published: 2, missing: 0, dangling: 0, agreement: 1 });
});
