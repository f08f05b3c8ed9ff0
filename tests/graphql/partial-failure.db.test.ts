import { MongoNetworkError } from 'mongodb';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { collectionItem, articleItem, authorItem, readAlso, sectionItem, topicItem } from '../_support/make/items.ts';
import { operation } from '../_support/operations.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();
const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

beforeAll(() =>
  fixture.write([
    sectionItem({ id: 'news', slug: 'news' }),
    sectionItem({ id: 'city', slug: 'city', parent: 'news' }),
    ...['ada', 'bea', 'cyd'].map((id) => authorItem({ id, slug: id })),
    ...['harbour', 'tides', 'ferries'].map((id) => topicItem({ id, slug: id })),
    ...Array.from({ length: 12 }, (_, index) =>
      articleItem({
        id: `a${index}`,
        slug: `a${index}`,
        path: `/a${index}`,
        publishedAt: new Date(Date.UTC(2026, 1, 1, index)).toISOString(),
        authors: [['ada', 'bea', 'cyd'][index % 3] ?? '', 'ada'],
        topics: ['harbour', ['tides', 'ferries'][index % 2] ?? ''],
        sections: [index % 2 === 0 ? 'news' : 'city'],
        body: [readAlso(`/a${(index + 5) % 12}`)],
      }),
    ),
    ...['top-news', 'dont-miss'].map((id) =>
      collectionItem({ id, slug: id, picks: ['a1', 'a2'], fill: { sections: [], topics: [], kinds: [] } }),
    ),
  ]),
);
afterEach(async () => {
  fixture.setBeforeRead(null);
  // What nobody waits for is reported after all that is waited for.
  await new Promise((resolve) => setImmediate(resolve));
  if (unhandled.length > 0) throw new Error('a rejection was left unhandled', { cause: unhandled[0] });
});

const documents = {
  'article-page': [operation('article-page'), { slug: 'a7' }],
  'article-page-by-path': [operation('article-page-by-path'), { path: '/a7' }],
  'article-cards': [operation('article-cards'), { first: 10 }],
  'author-pages': [operation('author-pages'), {}],
  'section-front': [operation('section-front'), {}],
  'topic-page': [operation('topic-page'), { slug: 'harbour' }],
  'search-results': [operation('search-results'), { text: 'headline' }],
  'latest-feed': [operation('latest-feed'), {}],
} as const;
type Name = keyof typeof documents;
const run = (name: Name) => fixture.execute(documents[name][0], documents[name][1]);

/** What a command is, and the how manieth of its kind in one request. */
type Judge = (command: string, nth: number) => boolean;
function failWhere(fails: Judge): void {
  const met = new Map<string, number>();
  fixture.setBeforeRead(async ({ name, collection }) => {
    const command = `${name} ${collection}`.trim();
    const nth = (met.get(command) ?? 0) + 1;
    met.set(command, nth);
    if (fails(command, nth)) throw new MongoNetworkError('connection 7 to 10.0.0.8:27017 closed');
  });
}

type Path = readonly (string | number)[];
/** The places at which an answer has null and the whole one has something; anything else that differs is told as such. */
function lost(whole: unknown, answer: unknown, path: Path = []): readonly Path[] {
  if (JSON.stringify(whole) === JSON.stringify(answer)) return [];
  if (answer === null) return [path];
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isObject(whole) || !isObject(answer) || Object.keys(whole).length !== Object.keys(answer).length)
    return [[...path, 'DIFFERS']];
  return Object.entries(whole).flatMap(([key, value]) =>
    lost(value, Reflect.get(answer, key), [...path, Array.isArray(whole) ? Number(key) : key]),
  );
}

const shape = (paths: readonly Path[]) =>
  [...new Set(paths.map((path) => path.filter((step) => typeof step === 'string').join('.')))].toSorted();

describe.each(Object.keys(documents) as Name[])('%s', (name) => {
  test('with any one command failing, is the whole answer but for nulls, each with one error that says why', async () => {
    const whole = await run(name);
    expect(whole.errors).toBeUndefined();
    for (let failing = 1; failing <= whole.cost.commands; failing++) {
      let sent = 0;
      failWhere(() => ++sent === failing);
      const { data, errors = [] } = await run(name);
      const nulls = lost(whole.data, data);
      const told = errors.map(({ path = [] }) => path);
      expect(errors.map(({ extensions, message }) => [extensions.code, message])).toEqual(
        errors.map(() => ['UNAVAILABLE', 'The database cannot be reached at the moment']),
      );
      expect(new Set(told.map((path) => path.join('.'))).size).toBe(told.length);
      // A null stands where its error does, or above it, where the field may not be null.
      const covers = (place: Path, path: Path) => place.every((step, at) => path[at] === step);
      expect(nulls.length).toBeGreaterThan(0);
      expect(nulls.filter((place) => !told.some((path) => covers(place, path)))).toEqual([]);
      expect(told.filter((path) => !nulls.some((place) => covers(place, path)))).toEqual([]);
    }
  });
});

test.each([
  ['find authors', ['article.authors']],
  ['find sections', ['article.breadcrumbs', 'article.section']],
  ['find topics', ['article.topics']],
  ['find related_lists', ['article.related']],
  ['find collections', ['dontMiss']],
] as const)('a page whose "%s" fails loses %j alone', async (command, parts) => {
  const whole = await run('article-page');
  failWhere((sent) => sent === command);
  const { data } = await run('article-page');
  expect(shape(lost(whole.data, data))).toEqual(parts);
});

test('a list whose authors fail keeps everything else, with one error for each article', async () => {
  const whole = await run('article-cards');
  failWhere((sent) => sent === 'find authors');
  const { data, errors } = await run('article-cards');
  expect(shape(lost(whole.data, data))).toEqual(['articles.nodes.authors']);
  expect(errors?.map(({ path }) => path)).toEqual(
    Array.from({ length: 10 }, (_, index) => ['articles', 'nodes', index, 'authors']),
  );
});

test.each([
  ['neighbours', '{ previous { id } next { id } headline }', 'aggregate articles', ['next', 'previous']],
  ['latest', '{ latest { id } headline }', 'aggregate articles', ['latest']],
  [
    'the body',
    '{ body { id } quotes { text } bodyText headline authors { name } }',
    'find articles',
    ['body', 'bodyText', 'quotes'],
  ],
  ['linked stories', '{ alsoRead { title url article { id } } headline }', 'find articles', ['alsoRead']],
  [
    'counts',
    '{ headline authors { articles { totalCount { value } nodes { id } } } }',
    'aggregate',
    ['authors.articles.totalCount'],
  ],
] as const)('a list whose reading of %s fails keeps the rest', async (_what, selection, command, parts) => {
  const document = `{ articles(first: 5) { nodes ${selection} } }`;
  const whole = await fixture.execute(document);
  expect(whole.errors).toBeUndefined();
  // The list itself is the first of the finds.
  let counted = 0;
  failWhere((sent) => sent === command && (command !== 'find articles' ? ++counted === 1 : ++counted === 2));
  const { data } = await fixture.execute(document);
  expect(shape(lost(whole.data, data))).toEqual(parts.map((part) => `articles.nodes.${part}`));
});

test('nothing is left unhandled when a list fails at once and its other parts fail later', async () => {
  const reads: Promise<void>[] = [];
  const read = async (collection: string) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
    if (collection !== 'articles') throw new Error('later');
  };
  fixture.setBeforeRead(({ collection }) => {
    const one = read(collection);
    reads.push(one);
    return one;
  });
  const { data, errors } = await fixture.execute(
    `{ articles(first: 5) { nodes { excerpt(length: 5000) authors { name } topics { name } section { name } related { article { id } } } }
       authors { nodes { name } } sections { name } topic(by: { slug: "harbour" }) { name articles { totalCount(cap: 0) { value } } } }`,
  );
  // The answer may be there before the last of its reads.
  for (let known = -1; known !== reads.length;) {
    known = reads.length;
    await Promise.allSettled(reads);
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(data.articles).toBeNull();
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT', 'INTERNAL']));
});

test.each([
  ['every read fails', 503, () => true],
  ['one root field is answered', 200, (command: string) => command !== 'find sections'],
] as const)('an answer for which %s has the status %i', async (_what, status, fails) => {
  failWhere(fails);
  const response = await fixture.app.fetch(
    new Request('http://app/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: '{ articles { nodes { id } } author(by: { slug: "ada" }) { name } sections { name } }',
      }),
    }),
  );
  expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(/10\.0\.0\.8|27017/);
});
