import { beforeAll, beforeEach, expect, test } from 'vitest';
import { articleItem, sectionItem } from '../_support/make/items.ts';
import { operation } from '../_support/operations.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();
let reads = 0;

beforeAll(() => fixture.write([sectionItem(), articleItem({ sections: ['news'] })]));
beforeEach(() => {
  reads = 0;
  fixture.setBeforeRead(async () => {
    reads++;
  });
});

async function ask(query: string, variables: object = {}) {
  const response = await fixture.app.fetch(
    new Request('http://app/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    }),
  );
  const { data, errors } = await response.json();
  return {
    status: response.status,
    data,
    codes: errors?.map((one: { extensions: { code: string } }) => one.extensions.code),
  };
}

const inner = '{ nodes { topics { articles(first: 10) { nodes { id } } } } }';
const articles100 = 'articles(first: 100) { nodes { id } }';

test.each<[string, string, object?]>([
  ['lists in lists', `{ articles(first: 100) ${inner} }`],
  ['lists in lists, by variable', `query ($n: Int = 100) { articles(first: $n) ${inner} }`],
  ['lists in lists, from the end', `{ articles(last: 100) ${inner} }`],
  ['lists of the usual size', '{ articles(first: 100) { nodes { topics { articles { nodes { id } } } } } }'],
  [
    'many aliases of one list',
    `{ ${Array.from({ length: 51 }, (_, index) => `a${index}: ${articles100}`).join(' ')} }`,
  ],
  ['fragments', `{ articles(first: 100) { ...List } } fragment List on ArticleConnection ${inner}`],
  [
    'fragments on interfaces',
    `{ nodes(ids: ["x"]) { ... on Node { ... on Addressable { ... on Author { articles(first: 51) { nodes { id } } } } } } }`,
  ],
  [
    'related of related',
    '{ articles(first: 100) { nodes { related(first: 20) { article { related(first: 3) { score } } } } } }',
  ],
  ['neighbours of neighbours', '{ articles(first: 100) { nodes { previous { next { previous { id } } } } } }'],
  ['a list behind a refused one', `{ bad: articles(first: -100000) { nodes { id } } articles(first: 100) ${inner} }`],
  [
    'a list behind a refused one, by variable',
    `query ($n: Int) { bad: articles(first: $n) { nodes { id } } articles(first: 100) ${inner} }`,
    { n: -100_000 },
  ],
  [
    'lists in a refused list',
    `{ articles(first: -1) { nodes { topics { articles(first: 100) { nodes { topics { articles(first: 100) { nodes { id } } } } } } } } }`,
  ],
  [
    'a skip that may not be',
    `query ($skip: Boolean!) { articles(first: 100) @skip(if: $skip) ${inner} }`,
    { skip: false },
  ],
  [
    'more than any number',
    '{ articles(first: 100) { nodes { latest(first: 2000000000) { latest(first: 2000000000) { id } } } } }',
  ],
])('refuses %s before anything is read', async (_what, query, variables = {}) => {
  expect(await ask(query, variables)).toEqual({ status: 400, data: undefined, codes: ['TOO_COMPLEX'] });
  expect(reads).toBe(0);
});

test.each<[string, string, object]>([
  ['a page of 100 with all that a card shows', operation('article-cards'), { first: 100 }],
  ['100 authors with 5 articles each', operation('author-pages'), { first: 100 }],
  ['100 search hits', operation('search-results'), { first: 100, text: 'a' }],
  ['a front page', operation('section-front'), {}],
  ['an article page', operation('article-page'), { slug: 'x' }],
  ['what is never included', `{ articles(first: 100) @include(if: false) ${inner} site { name } }`, {}],
  [
    '50 aliases of 100 rows',
    `{ ${Array.from({ length: 50 }, (_, index) => `a${index}: ${articles100}`).join(' ')} }`,
    {},
  ],
])('answers %s', async (_what, query, variables) => {
  expect((await ask(query, variables)).status).toBe(200);
});

test('a refused document costs nothing', async () => {
  const { errors, cost } = await fixture.execute(`{ articles(first: 100) ${inner} }`);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['TOO_COMPLEX']);
  expect(cost).toEqual({ commands: 0, rounds: 0, documents: 0 });
});

test('a shared fragment that doubles at every level is priced in no time', async () => {
  const levels = Array.from({ length: 60 }, (_, index) => `fragment L${index} on Query { ...L${index + 1} }`).join(' ');
  const started = performance.now();
  await ask(`{ ...L0 ...L0 } ${levels} fragment L60 on Query { site { name } }`);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test.each([
  ['related(first: 21) { score }', 'first: at most 20', 'related'],
  ['related(first: -1) { score }', 'first: at least 0', 'related'],
  ['latest(first: 21) { id }', 'first: at most 20', 'latest'],
  ['latest(first: -1) { id }', 'first: at least 0', 'latest'],
])('%s is refused there, and the story is answered', async (field, message, name) => {
  const { data, errors } = await fixture.execute(`{ articles { nodes { headline ${field} } } }`);
  expect(data.articles.nodes).toEqual([{ headline: 'Headline a1', [name]: null }]);
  expect(errors?.map((error) => [error.message, error.path, error.extensions.code])).toEqual([
    [message, ['articles', 'nodes', 0, name], 'BAD_USER_INPUT'],
  ]);
});

test('first: 0 of latest and related is an empty list', async () => {
  const { data } = await fixture.execute(
    '{ articles { nodes { related(first: 0) { score } latest(first: 0) { id } } } }',
  );
  expect(data.articles.nodes).toEqual([{ related: [], latest: [] }]);
});
