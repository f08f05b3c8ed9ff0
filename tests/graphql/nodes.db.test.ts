import { beforeAll, expect, test } from 'vitest';
import { articleItem, authorItem, collectionItem, sectionItem, topicItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';
import { globalIds } from './_made.ts';

const fixture = useApp();
const ids: Record<string, string> = {};
const TYPES = ['Article', 'Author', 'Topic', 'Section', 'Collection'] as const;

beforeAll(async () => {
  await fixture.write([
    sectionItem({ id: 'one', slug: 'one' }),
    authorItem({ id: 'one', slug: 'one' }),
    topicItem({ id: 'one', slug: 'one' }),
    articleItem({ id: 'one', slug: 'one', authors: ['one'], topics: ['one'], sections: ['one'] }),
    collectionItem({ id: 'one', slug: 'one' }),
  ]);
  for (const type of TYPES) ids[type] = (await globalIds(fixture, type)).get('one') ?? '';
});

const encode = (text: string): string => Buffer.from(text).toString('base64url');
/** Ids that lead nowhere: broken, unknown, of a type that is none, and a right one written otherwise. */
const nowhere = (): readonly string[] => [
  '',
  'no id',
  '%',
  'x'.repeat(3_000),
  encode('Article:'),
  encode('Article:unknown'),
  encode(':x'),
  encode('Site:site'),
  encode('constructor:x'),
  encode('__proto__:x'),
  encode('article:one'),
  encode('Image:one'),
  `${ids['Article']}=`,
  `${ids['Article']} `,
];

test.each(TYPES)('a global id finds its %s, alone and among others', async (type) => {
  const { data } = await fixture.execute(
    `query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id, $id]) { __typename id } }`,
    { id: ids[type] },
  );
  const found = { __typename: type, id: ids[type] };
  expect(data).toEqual({ node: found, nodes: [found, found] });
});

test('ids of all types come back in their order, with null for each that leads nowhere', async () => {
  const mixed = TYPES.flatMap((type, index) => [ids[type] ?? '', nowhere()[index] ?? '']);
  const { data, errors, cost } = await fixture.execute('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: mixed,
  });
  expect(errors).toBeUndefined();
  expect(data.nodes).toEqual(TYPES.flatMap((type) => [{ id: ids[type] }, null]));
  expect(cost).toEqual({ commands: 5, rounds: 1, documents: 5 });
});

test('an id that leads nowhere, or to another type, is no error anywhere', async () => {
  for (const id of nowhere()) {
    const { data, errors } = await fixture.execute(
      `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } article(by: { id: $id }) { id } author(by: { id: $id }) { id }
        topic(by: { id: $id }) { id } section(by: { id: $id }) { id } collection(by: { id: $id }) { id } }`,
      { id },
    );
    const none = { article: null, author: null, topic: null, section: null, collection: null };
    expect([id, errors, data]).toEqual([id, undefined, { node: null, nodes: [null], ...none }]);
  }
  for (const type of TYPES) {
    const { data, errors } = await fixture.execute(
      `query ($id: ID!) { Article: article(by: { id: $id }) { id } Author: author(by: { id: $id }) { id }
        Topic: topic(by: { id: $id }) { id } Section: section(by: { id: $id }) { id } Collection: collection(by: { id: $id }) { id } }`,
      { id: ids[type] },
    );
    const expected = TYPES.map((other) => [other, other === type ? { id: ids[type] } : null]);
    expect([errors, data]).toEqual([undefined, Object.fromEntries(expected)]);
  }
});

test('100 ids are answered and 101 are refused before anything is read', async () => {
  const ask = (length: number) =>
    fixture.execute('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length }, () => ids['Topic']),
    });
  expect((await ask(100)).data.nodes).toEqual(Array.from({ length: 100 }, () => ({ id: ids['Topic'] })));
  const { data, errors, cost } = await ask(101);
  expect(data).toBeNull();
  expect(errors?.map(({ message, path, extensions }) => [message, path, extensions.code])).toEqual([
    ['ids: at most 100', ['nodes'], 'BAD_USER_INPUT'],
  ]);
  expect(cost.commands).toBe(0);
});

test('no ids are no rows', async () => {
  const { data, cost } = await fixture.execute('{ nodes(ids: []) { id } }');
  expect([data, cost.commands]).toEqual([{ nodes: [] }, 0]);
});

test('a slug or path of one type finds nothing of another, and a former one finds nothing', async () => {
  const { data, errors } = await fixture.execute(
    `{ article(by: { path: "/author/one" }) { id } author(by: { path: "/topic/one" }) { id } topic(by: { path: "/one/one" }) { id }
       section(by: { path: "/author/one" }) { id } collection(by: { slug: "two" }) { id } a: article(by: { slug: "" }) { id } b: article(by: { path: "" }) { id } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ article: null, author: null, topic: null, section: null, collection: null, a: null, b: null });
});
