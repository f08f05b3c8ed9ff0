import { MongoServerError } from 'mongodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { articleItem, authorItem, collectionItem, sectionItem, topicItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();
const COUNT = 12;

beforeAll(() =>
  fixture.write([
    sectionItem(),
    authorItem({ id: 'ada', slug: 'ada' }),
    authorItem({ id: 'bea', slug: 'bea' }),
    topicItem({ id: 'tides', slug: 'tides' }),
    topicItem({ id: 'ferries', slug: 'ferries' }),
    ...Array.from({ length: COUNT }, (_, index) =>
      articleItem({
        id: `a${index}`,
        sections: ['news'],
        authors: index < 2 ? ['ada', 'bea'] : ['ada'],
        topics: index < 2 ? ['tides', 'ferries'] : ['tides'],
      }),
    ),
    collectionItem({
      id: 'top',
      slug: 'top',
      picks: ['a1', 'a2'],
      fill: { sections: ['news'], topics: [], kinds: [] },
    }),
    collectionItem({ id: 'low', slug: 'low', picks: ['a3'], fill: { sections: [], topics: [], kinds: [] } }),
  ]),
);

const lists = {
  articles: 'list: articles',
  search: 'list: searchArticles(text: "headline")',
  author: 'author(by: { slug: "ada" }) { list: articles',
  topic: 'topic(by: { slug: "tides" }) { list: articles',
  section: 'section(by: { slug: "news" }) { list: articles',
  ownSection: 'section(by: { slug: "news" }) { list: articles(includeDescendants: false)',
  collection: 'collection(by: { slug: "top" }) { list: articles',
  excluding: 'collection(by: { slug: "top" }) { list: articles(exclude: [])',
} as const;
const documentOf = (list: string, selection: string) =>
  `{ ${list} { ${selection} }${list.includes(') { list') ? ' }' : ''} }`;
const countOf = async (list: string, args: string) => {
  const { data, errors } = await fixture.execute(documentOf(list, `totalCount${args} { value precision }`));
  const [value] = Object.values(data) as { totalCount?: object; list?: { totalCount: object } }[]; // one root field
  return { count: value?.totalCount ?? value?.list?.totalCount, errors };
};

describe.each(Object.entries(lists))('the count of %s', (_name, list) => {
  test.each([
    ['', COUNT, 'EXACT'],
    [`(cap: ${COUNT + 1})`, COUNT, 'EXACT'],
    [`(cap: ${COUNT})`, COUNT, 'EXACT'],
    [`(cap: ${COUNT - 1})`, COUNT - 1, 'AT_LEAST'],
    ['(cap: 1)', 1, 'AT_LEAST'],
    ['(mode: EXACT, cap: 1)', COUNT, 'EXACT'],
    ['(mode: EXACT)', COUNT, 'EXACT'],
  ])('with %j is %i, %s', async (args, value, precision) => {
    expect(await countOf(list, args)).toEqual({ count: { value, precision }, errors: undefined });
  });

  test.each(['(cap: 0)', '(cap: -1)', '(cap: 10001)', '(mode: EXACT, cap: 0)'])(
    'refuses %s and answers the rest',
    async (args) => {
      const { data, errors } = await fixture.execute(documentOf(list, `totalCount${args} { value } nodes { id }`));
      const [value] = Object.values(data) as { nodes?: object[]; list?: { nodes: object[] } }[]; // one root field
      const connection = value?.list ?? value;
      expect([connection?.nodes?.length, connection]).toEqual([COUNT, expect.objectContaining({ totalCount: null })]);
      expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
        ['cap: from 1 to 10,000', 'BAD_USER_INPUT'],
      ]);
    },
  );

  test('costs one command where it is selected, and brings no row', async () => {
    const without = await fixture.execute(documentOf(list, 'nodes { id }'));
    const beside = await fixture.execute(documentOf(list, 'nodes { id } totalCount { value }'));
    expect(beside.cost.commands - without.cost.commands).toBe(1);
    expect(beside.cost.rounds).toBe(without.cost.rounds);
    expect(beside.cost.documents - without.cost.documents).toBe(1);
  });
});

test.each([
  [
    'authors',
    [
      [COUNT, 'EXACT'],
      [2, 'EXACT'],
    ],
    '',
  ],
  [
    'authors',
    [
      [3, 'AT_LEAST'],
      [2, 'EXACT'],
    ],
    '(cap: 3)',
  ],
  [
    'authors',
    [
      [COUNT, 'EXACT'],
      [2, 'EXACT'],
    ],
    '(mode: EXACT, cap: 3)',
  ],
  [
    'topics',
    [
      [2, 'EXACT'],
      [COUNT, 'EXACT'],
    ],
    '(mode: EXACT, cap: 1)',
  ],
] as const)('the counts of many %s at once are those of each: %j with %j', async (field, expected, args) => {
  const { data, cost } = await fixture.execute(
    `{ ${field} { nodes { articles { totalCount${args} { value precision } } } } }`,
  );
  const counts = data[field].nodes.map((node: { articles: { totalCount: { value: number; precision: string } } }) => [
    node.articles.totalCount.value,
    node.articles.totalCount.precision,
  ]);
  expect([counts, cost.commands]).toEqual([expected, 2]);
});

test('the counts of many collections at once are those of each', async () => {
  const { data } = await fixture.execute(
    '{ collections { slug articles { totalCount(cap: 11) { value precision } } } }',
  );
  expect(data.collections.map((one: { articles: object }) => one.articles)).toEqual([
    { totalCount: { value: 11, precision: 'AT_LEAST' } },
    { totalCount: { value: 11, precision: 'AT_LEAST' } },
  ]);
});

test('authors and topics are counted as they are filtered', async () => {
  const { data } = await fixture.execute(
    '{ authors { totalCount { value precision } } topics(filter: { nameStartsWith: "topic t" }) { totalCount(mode: EXACT) { value precision } } capped: topics { totalCount(cap: 1) { value precision } } }',
  );
  expect(data).toEqual({
    authors: { totalCount: { value: 2, precision: 'EXACT' } },
    topics: { totalCount: { value: 1, precision: 'EXACT' } },
    capped: { totalCount: { value: 1, precision: 'AT_LEAST' } },
  });
});

test.each([
  '{ articles { totalCount(mode: EXACT, cap: 2) { value precision } } }',
  '{ authors { nodes { articles { totalCount(mode: EXACT, cap: 2) { value precision } } } } }',
])('an exact count that takes too long falls back to a capped one: %s', async (document) => {
  const whole = await fixture.execute(document);
  const counts: string[] = [];
  fixture.setBeforeRead(async ({ name }) => {
    if (name === 'aggregate' && counts.push(name) === 1)
      throw new MongoServerError({ message: 'operation exceeded time limit', code: 50 });
  });
  const { data, errors } = await fixture.execute(document);
  fixture.setBeforeRead(null);
  expect([errors, data, counts.length]).toEqual([undefined, whole.data, 2]);
});
