import { beforeAll, describe, expect, test } from 'vitest';
import { collectionItem } from '../_support/make/items.ts';
import { newsroom } from '../_support/make/newsroom.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();

beforeAll(async () => {
  await fixture.write(newsroom());
  await fixture.write(
    [0, 1, 20].map((count) =>
      collectionItem({
        id: `picks-${count}`,
        slug: `picks-${count}`,
        picks: Array.from({ length: count }, (_, index) => `article-0${String(100 + index)}`),
        fill: { sections: [], topics: [], kinds: [] },
      }),
    ),
  );
}, 120_000);

async function costOf(document: string, variables: object = {}): Promise<string> {
  const { errors, cost } = await fixture.execute(document, { ...variables });
  expect(errors).toBeUndefined();
  return `${cost.commands} commands in ${cost.rounds} rounds`;
}

describe('the cost is the same however many rows', () => {
  const lists = '{ nodes { headline authors { name } topics { name } section { name } } pageInfo { hasNextPage } }';
  test.each([
    [
      'related asks for',
      'article(by: { slug: "article-0250" }) { related(first: $n) { article { headline authors { name } } reasons { label } } }',
      [1, 4, 20],
      '4 commands in 4 rounds',
    ],
    [
      'latest asks for',
      'article(by: { slug: "article-0250" }) { latest(first: $n) { headline authors { name } } }',
      [1, 4, 20],
      '3 commands in 3 rounds',
    ],
    [
      'a collection of 50 picks shows',
      `collection(by: { slug: "dont-miss" }) { articles(first: $n) ${lists} }`,
      [1, 20, 50, 100],
      '6 commands in 3 rounds',
    ],
    [
      'a topic shows',
      `topic(by: { slug: "topic-0007" }) { articles(first: $n) ${lists} }`,
      [1, 20],
      '5 commands in 3 rounds',
    ],
    [
      'a section shows',
      `section(by: { slug: "news" }) { articles(first: $n) ${lists} }`,
      [1, 20, 100],
      '4 commands in 3 rounds',
    ],
    [
      'authors are listed',
      `authors(first: $n) { nodes { name articles(first: 2) ${lists} } }`,
      [1, 20, 100],
      '5 commands in 3 rounds',
    ],
    [
      'neighbours are sought for',
      'articles(first: $n) { nodes { previous(scope: SECTION) { headline } next(scope: SECTION) { headline } } }',
      [1, 20, 100],
      '2 commands in 2 rounds',
    ],
    [
      'bodies are shown of',
      'articles(first: $n) { nodes { bodyHtml bodyText quotes { text } sources { name } alsoRead { title article { headline } } body { id } } }',
      [1, 20, 100],
      '3 commands in 3 rounds',
    ],
  ])('%s: %s', async (_what, selection, sizes, cost) => {
    const costs = await Promise.all(sizes.map((n) => costOf(`query ($n: Int!) { ${selection} }`, { n })));
    expect(costs).toEqual(sizes.map(() => cost));
  });

  test('that a collection picks', async () => {
    const costs = await Promise.all(
      ['picks-1', 'picks-20', 'dont-miss'].map((slug) =>
        costOf(`query ($slug: String!) { collection(by: { slug: $slug }) { title articles(first: 5) ${lists} } }`, {
          slug,
        }),
      ),
    );
    expect(costs).toEqual(costs.map(() => '6 commands in 3 rounds'));
  });
});

describe('a list of articles costs one command', () => {
  const page = '{ nodes { headline } pageInfo { endCursor hasNextPage } }';
  test.each([
    ['and nothing more', `articles(first: 5) ${page}`, '1 commands in 1 rounds'],
    [
      'and one for a slug in its filter, in a round before',
      `articles(filter: { topics: { any: [{ slug: "topic-0001" }] } }, first: 5) ${page}`,
      '2 commands in 2 rounds',
    ],
    [
      'and one for each kind of slug in its filter, together in a round before',
      `articles(filter: { topics: { any: [{ slug: "topic-0001" }, { slug: "topic-0002" }], none: [{ slug: "topic-0003" }] }, authors: { any: [{ slug: "author-0001" }] }, section: { any: [{ slug: "news" }] } }, first: 5) ${page}`,
      '4 commands in 2 rounds',
    ],
    [
      'and one to be counted, in the same round',
      `articles(first: 5) { nodes { headline } totalCount { value } }`,
      '2 commands in 1 rounds',
    ],
    [
      'and one to be counted under the same filter',
      `articles(filter: { topics: { any: [{ slug: "topic-0001" }] } }) { nodes { headline } totalCount { value } }`,
      '3 commands in 2 rounds',
    ],
    ['or none where only its name is asked for', 'articles { __typename }', '0 commands in 0 rounds'],
    [
      'or none where nothing can meet its filter',
      'articles(filter: { ids: [] }) { nodes { id } totalCount { value } pageInfo { hasNextPage hasPreviousPage } }',
      '0 commands in 0 rounds',
    ],
    [
      'once, under two names with equal arguments',
      `author(by: { slug: "author-0001" }) { a: articles(first: 5) ${page} b: articles(orderBy: NEWEST, first: 5, after: null) ${page} }`,
      '2 commands in 2 rounds',
    ],
  ])('%s', async (_what, selection, cost) => {
    expect(await costOf(`{ ${selection} }`)).toBe(cost);
  });

  test('and one for hasPreviousPage behind a cursor', async () => {
    const { data } = await fixture.execute(`{ articles(first: 5) ${page} }`);
    const after = data.articles.pageInfo.endCursor;
    const costs = [];
    for (const facts of ['hasNextPage', 'hasPreviousPage', 'hasNextPage hasPreviousPage'])
      costs.push(
        await costOf(
          `query ($after: String) { articles(first: 5, after: $after) { nodes { headline } pageInfo { ${facts} } } }`,
          { after },
        ),
      );
    expect(costs).toEqual(['1 commands in 1 rounds', '2 commands in 2 rounds', '2 commands in 2 rounds']);
    expect(await costOf('{ articles(first: 5) { pageInfo { hasPreviousPage } } }')).toBe('1 commands in 1 rounds');
  });
});
