import { beforeAll, describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { articleItem, authorItem, collectionItem, sectionItem, topicItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();

beforeAll(() =>
  fixture.write([
    sectionItem(),
    authorItem(),
    authorItem({ id: 'bea' }),
    topicItem(),
    topicItem({ id: 'tides' }),
    ...['a', 'b', 'c', 'd'].map((id) =>
      articleItem({ id, slug: id, sections: ['news'], authors: ['ada', 'bea'], topics: ['harbour', 'tides'] }),
    ),
    collectionItem({ id: 'top', slug: 'top', picks: ['b'], fill: { sections: [], topics: [], kinds: [] } }),
    collectionItem({ id: 'low', slug: 'low', picks: ['c'], fill: { sections: [], topics: [], kinds: [] } }),
  ]),
);

/** Lists, `%` standing for their arguments and `PAGE` for what is selected of them; true: can be read from the end. */
const lists = {
  articles: ['articles(%) PAGE', true],
  oldest: ['articles(orderBy: OLDEST, %) PAGE', true],
  updated: ['articles(orderBy: RECENTLY_UPDATED, %) PAGE', true],
  filtered: ['articles(filter: { kinds: [NEWS] }, %) PAGE', true],
  author: ['author(by: { slug: "author-ada" }) { articles(%) PAGE }', true],
  otherAuthor: ['author(by: { slug: "author-bea" }) { articles(%) PAGE }', true],
  topic: ['topic(by: { slug: "topic-harbour" }) { articles(%) PAGE }', true],
  section: ['section(by: { slug: "news" }) { articles(%) PAGE }', true],
  ownSection: ['section(by: { slug: "news" }) { articles(includeDescendants: false, %) PAGE }', true],
  collection: ['collection(by: { slug: "top" }) { articles(%) PAGE }', false],
  otherCollection: ['collection(by: { slug: "low" }) { articles(%) PAGE }', false],
  excluding: ['collection(by: { slug: "top" }) { articles(exclude: [{ slug: "c" }], %) PAGE }', false],
  authors: ['authors(%) PAGE', false],
  authorsByName: ['authors(filter: { nameStartsWith: "a" }, %) PAGE', false],
  topics: ['topics(%) PAGE', false],
  search: ['searchArticles(text: "headline", %) PAGE', false],
  otherSearch: ['searchArticles(text: "headlines headline", %) PAGE', false],
  nothing: ['articles(filter: { kinds: [] }, %) PAGE', true],
  noHits: ['searchArticles(text: " ", %) PAGE', false],
} as const;
type Name = keyof typeof lists;
const names = Object.keys(lists) as readonly Name[]; // the keys of a constant

const ask = (name: Name, args: string, page = '{ nodes { id } }') =>
  fixture.execute(`{ site { name } list: ${lists[name][0].replace('%', args).replace('PAGE', page)} }`);

/** What was refused and where, and whether the rest of the answer is there. */
function refusalIn({ data, errors }: Awaited<ReturnType<typeof ask>>) {
  return {
    rest: data.site.name,
    list: data.list?.articles ?? null,
    errors: errors?.map(({ extensions, path, message }) => [extensions.code, path?.[0], path?.at(-1), message]),
  };
}
function refused(code: string, field: string, message: RegExp) {
  return { rest: 'Masthead', list: null, errors: [[code, 'list', field, expect.stringMatching(message)]] };
}

const forwardRefusals: readonly (readonly [string, RegExp])[] = [
  ['first: -1', /^first: at least 0$/],
  ['first: 101', /^first: at most 100$/],
];
const backwardRefusals: typeof forwardRefusals = [
  ['last: -1', /^last: at least 0$/],
  ['last: 101', /^last: at most 100$/],
  ['first: 2, last: 2', /^first, last: /],
  ['first: 0, last: 0', /^first, last: /],
];

describe.each(names)('%s', (name) => {
  const [, backward] = lists[name];

  test.each(backward ? [...forwardRefusals, ...backwardRefusals] : forwardRefusals)(
    'refuses %s and never clamps it',
    async (args, message) => {
      expect(refusalIn(await ask(name, args))).toEqual(refused('BAD_USER_INPUT', 'nodes', message));
    },
  );

  test('refuses a broken cursor at nodes, edges or pageInfo, and answers the rest', async () => {
    for (const [field, page, args] of [
      ['nodes', '{ nodes { id } }', 'after: "no cursor"'],
      ['edges', '{ edges { cursor } }', 'after: ""'],
      ['pageInfo', '{ pageInfo { hasNextPage } }', backward ? 'before: "no cursor"' : 'after: "."'],
    ] as const) {
      const answer = await ask(name, args, page);
      expect(refusalIn(answer)).toEqual(refused('BAD_CURSOR', field, /^after, before: /));
    }
  });

  test('refuses the cursors of all other lists', async () => {
    const others = names.filter((other) => other !== name && other !== 'nothing' && other !== 'noHits');
    for (const other of others) {
      const { data } = await ask(other, 'first: 1', '{ pageInfo { endCursor } }');
      const cursor = (data.list.articles ?? data.list).pageInfo.endCursor;
      expect(cursor).toEqual(expect.any(String));
      const answer = await ask(name, `after: "${cursor}"`);
      expect([other, answer.errors?.map(({ extensions }) => extensions.code)]).toEqual([other, ['BAD_CURSOR']]);
    }
  });
});

test('no string that is sent as a cursor is an internal error', async () => {
  const { data } = await ask('articles', 'first: 1', '{ pageInfo { endCursor } }');
  const good = Buffer.from(data.list.pageInfo.endCursor, 'base64url').toString();
  const forged = fc.oneof(
    fc.string(),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
    fc
      .constantFrom('9e15', '-9e15', '1.5', '"text"', 'null', '{}')
      .map((key) => Buffer.from(good.replace(/\[\d+\]/, `[${key}]`)).toString('base64url')),
  );
  const document =
    'query ($after: String) { articles(after: $after) { nodes { id } } authors(after: $after) { nodes { id } } searchArticles(text: "a", after: $after) { nodes { id } } }';
  await fc.assert(
    fc.asyncProperty(forged, async (after) => {
      const { errors } = await fixture.execute(document, { after });
      expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_CURSOR']));
    }),
    { numRuns: process.env['TEST_LONG'] ? 500 : 60 },
  );
});

test('a cursor of one list among many is good for that one and refused for each other', async () => {
  const { data } = await fixture.execute(
    '{ author(by: { slug: "author-ada" }) { articles(first: 1) { pageInfo { endCursor } } } }',
  );
  const answer = await fixture.execute(
    'query ($after: String) { authors { nodes { slug articles(first: 2, after: $after) { nodes { slug } pageInfo { hasPreviousPage } } } } }',
    { after: data.author.articles.pageInfo.endCursor },
  );
  expect(answer.data.authors.nodes).toEqual([
    {
      slug: 'author-ada',
      articles: { nodes: [expect.anything(), expect.anything()], pageInfo: { hasPreviousPage: true } },
    },
    { slug: 'author-bea', articles: null },
  ]);
  expect(answer.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['authors', 'nodes', 1, 'articles', 'nodes'], 'BAD_CURSOR'],
  ]);
});
