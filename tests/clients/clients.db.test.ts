import { readFileSync } from 'node:fs';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { buildSchema, isObjectType, parse } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { serve, type Served } from '#app/serve.ts';
import { articleItem, authorItem, paragraph, redirectItem, sectionItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';
import type { Start, Stories } from './app/src/stories.ts';
import { createNewsroomApp, type NewsroomApp } from './newsroom-app.ts';

const ROOT = new URL('../../', import.meta.url);

/** Stories an hour apart: the higher the number, the newer. */
const story = (number: number) =>
  articleItem({
    id: `story-${number}`,
    slug: `story-${number}`,
    headline: `Story ${number}`,
    publishedAt: `2026-03-01T0${number}:00:00Z`,
    authors: ['ada'],
    sections: ['news'],
    body: [
      { type: 'heading', level: 2, html: 'At the quay', anchor: 'at-the-quay' },
      paragraph('The tide came in.'),
      { type: 'quote', quote: { text: 'It always does.', speaker: 'Ada Finch', source: null } },
    ],
  });
const newest = story(7);
const stories = [...[1, 2, 3, 4, 5, 6].map(story), newest];

const fixture = useApp();
let app: NewsroomApp;
let served: Served;
let requests = 0;
beforeAll(async () => {
  await fixture.write([
    authorItem({ slug: 'ada' }),
    sectionItem(),
    ...stories,
    redirectItem({ from: '/old', to: '/news/story-1' }),
  ]);
  served = await serve(
    {
      handler(req, res) {
        requests++;
        fixture.app.handler(req, res);
      },
      listensAt() {},
    },
    { port: 0, host: '127.0.0.1' },
  );
  app = await createNewsroomApp();
  await app.tool('@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts');
  await app.tool('relay-compiler/cli.js');
  await app.compileTags('relay');
}, 120_000);
afterAll(async () => {
  await served?.stop(0);
  await app?.[Symbol.asyncDispose]();
});

// Clients in development warn where their cache cannot hold an answer well.
const warned = vi.fn<(...words: readonly unknown[]) => void>();
beforeEach(() => {
  warned.mockClear();
  vi.spyOn(console, 'warn').mockImplementation(warned);
  vi.spyOn(console, 'error').mockImplementation(warned);
});
afterEach(() => {
  vi.restoreAllMocks();
  const words = warned.mock.calls.flat();
  if (words.length > 0) throw new Error(`the client warned: ${words.join('\n')}`);
});

test('what the client preset makes of the schema, the promised operations and the examples compiles under tsc', async () => {
  await app.tool('typescript/bin/tsc', '-p', '.');
  const generated = await app.source('gql/graphql.ts');
  expect(generated).toContain('export type ArticlePageQuery =');
  expect(generated).not.toMatch(/\bany\b/);
});

/** The list of an example, by the name of its file. */
async function open(client: string, start: Start): Promise<Stories> {
  // The module comes from a file that the compiler cannot see here; `tsc` has held it to this type there.
  const { openStories } = (await app.load(client === 'relay' ? 'relay.compiled.ts' : `${client}.ts`)) as {
    openStories(url: string, start: Start): Promise<Stories>;
  };
  return openStories(`${served.url}/graphql`, start);
}

/** What happens after the newest story was corrected in the newsroom. */
async function afterCorrection(act: () => Promise<void>): Promise<void> {
  await fixture.write([{ ...newest, headline: 'Story 7, corrected' }]);
  await act();
  await fixture.write([newest]);
}

test('a promised operation is asked for and answered with its types', async () => {
  // As above.
  const { cards } = (await app.load('cards.ts')) as { cards(url: string): Promise<readonly string[]> };
  expect(await cards(`${served.url}/graphql`)).toEqual([7, 6, 5, 4, 3].map((number) => `Story ${number} (Author ada)`));
});

/** Names of types with an id that stand inside of other objects of a cache, where nothing else finds them. */
function embedded(held: unknown, depth = 0): readonly string[] {
  if (typeof held !== 'object' || held === null) return [];
  const { __typename: name, id } = held as { readonly __typename?: string; readonly id?: string };
  const own = depth > 1 && name !== undefined && id !== undefined ? [name] : [];
  return [...own, ...Object.values(held).flatMap((one) => embedded(one, depth + 1))];
}

test('a cache keeps each author, section and story once, whichever promised operation brought it', async () => {
  const cache = new InMemoryCache();
  const client = new ApolloClient({ link: new HttpLink({ uri: `${served.url}/graphql` }), cache });
  const promised = (name: string) => parse(readFileSync(new URL(`schema/operations/${name}.graphql`, ROOT), 'utf8'));
  await client.query({ query: promised('article-cards') });
  const before = Object.keys(cache.extract());
  await client.query({ query: promised('author-pages') });
  await client.query({ query: promised('latest-feed') });
  const held = cache.extract();
  const keys = Object.keys(held);
  const count = (type: string): number => keys.filter((key) => key.startsWith(`${type}:`)).length;
  expect([count('Author'), count('Section'), count('Article')]).toEqual([1, 1, stories.length]);
  expect(keys).toEqual(before);
  expect(embedded(held)).toEqual([]);
  // What two operations told of Ada stands together: her biography by one, and by another that she wrote.
  const ada = Object.entries(held).find(([key]) => key.startsWith('Author:'))?.[1];
  expect(Object.keys(ada ?? {})).toEqual(expect.arrayContaining(['name', 'bio', 'articles({"first":5})']));
});

describe.each(['fetch', 'apollo', 'urql', 'relay'])('the example for %s', (client) => {
  test('pages forward to the end, each story once', async () => {
    const list = await open(client, { first: 3 });
    expect(list.headlines()).toEqual(['Story 7', 'Story 6', 'Story 5']);
    expect(list.more()).toEqual({ older: true, newer: false });
    await list.older();
    expect(list.headlines()).toEqual(['Story 7', 'Story 6', 'Story 5', 'Story 4', 'Story 3']);
    await list.older();
    expect(list.headlines()).toEqual(['Story 7', 'Story 6', 'Story 5', 'Story 4', 'Story 3', 'Story 2', 'Story 1']);
    expect(list.more()).toEqual({ older: false, newer: false });
  });

  test('pages backward to the beginning, each story once', async () => {
    const list = await open(client, { last: 3 });
    expect(list.headlines()).toEqual(['Story 3', 'Story 2', 'Story 1']);
    expect(list.more()).toEqual({ older: false, newer: true });
    await list.newer();
    await list.newer();
    expect(list.headlines()).toEqual(['Story 7', 'Story 6', 'Story 5', 'Story 4', 'Story 3', 'Story 2', 'Story 1']);
    expect(list.more()).toEqual({ older: false, newer: false });
  });

  test('fetches one story again by its id, and the list shows what came', async () => {
    const list = await open(client, { first: 2 });
    await afterCorrection(async () => {
      expect(list.headlines()).toEqual(['Story 7', 'Story 6']);
      const before = requests;
      await list.again('Story 7');
      expect([list.headlines(), requests - before]).toEqual([['Story 7, corrected', 'Story 6'], 1]);
    });
  });

  test('tells the members of a union and the types of an interface apart', async () => {
    const list = await open(client, { first: 1 });
    const before = requests;
    expect(await list.page('/news/story-3')).toEqual([
      'Story 3',
      '## At the quay',
      'The tide came in.',
      '“It always does.” Ada Finch',
    ]);
    expect(await list.page('/old')).toEqual(['→ /news/story-1']);
    expect(await list.page('/author/ada')).toEqual(['at /author/ada']);
    expect(await list.page('/nowhere')).toBeNull();
    expect(requests - before).toBe(4);
  });
});

describe.each(['apollo', 'urql', 'relay'])('the cache of the example for %s', (client) => {
  test('answers a page that it has shown before from its cache', async () => {
    const list = await open(client, { first: 1 });
    const first = await list.page('/news/story-3');
    const before = requests;
    expect([await list.page('/news/story-3'), requests - before]).toEqual([first, 0]);
  });

  test('knows an object by its id: what a page brings is in the list, too', async () => {
    const list = await open(client, { first: 2 });
    await afterCorrection(async () => {
      await list.page('/news/story-7');
      expect(list.headlines()).toEqual(['Story 7, corrected', 'Story 6']);
    });
  });
});

test('the example for urql names each type without an id', async () => {
  // As above: the module of a file that says so.
  const { WITHOUT_ID } = (await app.load('urql.ts')) as { readonly WITHOUT_ID: readonly string[] };
  const types = Object.values(buildSchema(readFileSync(new URL('schema/schema.graphql', ROOT), 'utf8')).getTypeMap());
  const without = types.filter(
    (type) =>
      isObjectType(type) &&
      !type.getFields()['id'] &&
      !/^__|^(Query|Site)$|(Connection|Edge|PageInfo)$/.test(type.name),
  );
  expect([...WITHOUT_ID].sort()).toEqual(without.map(({ name }) => name).sort());
});

test.each([
  ['the configuration of codegen', 'codegen.ts'],
  ['the configuration of Relay', 'relay.config.json'],
  ['asking with fetch', 'src/ask.ts'],
  ['a promised operation', 'src/cards.ts'],
])('%s stands in the README as it is tested', (_what, file) => {
  const readme = readFileSync(new URL('README.md', ROOT), 'utf8');
  const blocks = [...readme.matchAll(/```(?:ts|json)\n([^]*?)```/g)].map(([, text]) => text);
  expect(blocks).toContain(readFileSync(new URL(`tests/clients/app/${file}`, ROOT), 'utf8'));
});
