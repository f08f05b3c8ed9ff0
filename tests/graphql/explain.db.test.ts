import type { Document } from 'mongodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, explain } from '../_support/explain.ts';
import { articleItem, paragraph } from '../_support/make/items.ts';
import { newsroom } from '../_support/make/newsroom.ts';
import { operation } from '../_support/operations.ts';
import { NOON, useApp } from '../_support/use-app.ts';

const fixture = useApp();

beforeAll(() => fixture.write(newsroom()), 120_000);

/** The promised operations, from the first page and from behind one. */
const operations: readonly (readonly [string, string, object])[] = [
  ['article-cards', operation('article-cards'), { first: 100 }],
  ['author-pages', operation('author-pages'), { first: 100 }],
  ['latest-feed', operation('latest-feed'), { first: 100, since: '2020-01-01T00:00:00Z' }],
  ['latest-feed of the last day', operation('latest-feed'), { first: 100, since: '2026-02-27T12:00:00Z' }],
  ['search-results', operation('search-results'), { first: 100, text: 'harbour' }],
  ['topic-page', operation('topic-page'), { first: 20, slug: 'topic-0001' }],
  ['section-front', operation('section-front'), {}],
  ['article-page', operation('article-page'), { slug: 'article-0250' }],
  ['article-page-by-path', operation('article-page-by-path'), { path: '/culture/article-0250' }],
];

/** The commands of a document that is answered without errors. */
async function commandsOf(document: string, variables: object = {}): Promise<readonly Document[]> {
  let cost: { readonly commands: number } | undefined;
  const sent = await fixture.sentBy(async () => {
    const answer = await fixture.execute(document, { ...variables });
    expect(answer.errors).toBeUndefined();
    cost = answer.cost;
  });
  expect(sent).toHaveLength(cost?.commands ?? 0);
  return sent;
}

const nameOf = (command: Document): string => `${Object.keys(command)[0]} ${String(Object.values(command)[0])}`;
const isSearch = (command: Document): boolean => JSON.stringify(command).includes('"$text"');

describe.each(operations)('%s', (_name, document, variables) => {
  test('sends finds and aggregates alone, each answered in one reply', async () => {
    const sent = await commandsOf(document, variables);
    expect(sent.length).toBeGreaterThan(1);
    expect(
      sent.map((command) => Object.keys(command)[0]).filter((name) => name !== 'find' && name !== 'aggregate'),
    ).toEqual([]);
  });

  test('scans no collection and sorts nothing in memory', async () => {
    for (const command of await commandsOf(document, variables)) {
      const { collectionScan, sortInMemory } = await explain(fixture.db, command);
      expect([nameOf(command), collectionScan, sortInMemory && !isSearch(command)]).toEqual([
        nameOf(command),
        false,
        false,
      ]);
    }
  });

  test('examines as many keys as its look-ups need', async () => {
    for (const command of await commandsOf(document, variables)) {
      const [parents = 0, limit = 0] = lookupOf(command) ?? [];
      const { lookups } = await explain(fixture.db, command);
      expect(lookups).toHaveLength(parents === 0 ? 0 : 1);
      for (const { keysExamined, collectionScans } of lookups) {
        expect(collectionScans).toBe(0);
        expect(keysExamined).toBeLessThanOrEqual(3 * parents * limit);
      }
    }
  });
});

/** How many parents a look-up has and how many rows each may bring; null for a command without one. */
function lookupOf({ pipeline }: Document): readonly [number, number] | null {
  const stages: readonly Document[] = pipeline ?? [];
  const lookup = stages.find((stage) => '$lookup' in stage)?.['$lookup'];
  const limit = lookup?.pipeline.find((stage: Document) => '$limit' in stage)?.['$limit'];
  return lookup ? [stages[0]?.['$documents'].length, limit] : null;
}

test('a page far down a list examines no more than one at its start', async () => {
  const page =
    'query ($after: String) { articles(first: 20, after: $after) { nodes { id } pageInfo { endCursor hasPreviousPage } } }';
  let after: string | null = null;
  const examined: number[] = [];
  for (let number = 0; number < 14; number++) {
    const sent = await commandsOf(page, { after });
    for (const command of sent) examined.push((await explain(fixture.db, command)).keysExamined);
    after = (await fixture.execute(page, { after })).data.articles.pageInfo.endCursor;
  }
  expect(Math.max(...examined)).toBeLessThanOrEqual(3 * 21);
});

test.each([
  ['articles { nodes { id headline } }', ['_id', 'headline', 'publishedAt', 'updatedAt']],
  ['articles { edges { cursor } }', ['_id', 'publishedAt', 'updatedAt']],
  [
    'articles { nodes { ...Card } } } fragment Card on Node { id ... on Addressable { path }',
    ['_id', 'path', 'publishedAt', 'updatedAt'],
  ],
  [
    'articles { nodes { headline @skip(if: true) kicker @include(if: true) } }',
    ['_id', 'kicker', 'publishedAt', 'updatedAt'],
  ],
])('{ %s } reads of articles %j and no more', async (document, properties) => {
  const [command] = await commandsOf(`{ ${document} }`);
  expect(Object.keys(command?.['projection']).toSorted()).toEqual(properties);
});

test('what is too big for a list is read apart, by id, and only what is asked for', async () => {
  const sent = await commandsOf('{ articles(first: 3) { nodes { headline bodyText quotes { text } } } }');
  expect(sent.map(({ projection }) => Object.keys(projection).toSorted())).toEqual([
    ['_id', 'headline', 'publishedAt', 'updatedAt'],
    ['_id', 'body', 'quotes'],
  ]);
});

test('a list without bodies transfers at most 40 % of the bytes of one with bodies', async () => {
  // About 350 words: a short story.
  const body = Array.from({ length: 12 }, (_, index) =>
    paragraph(
      `${index}. The pilot boat left the inner harbour at six and met the freighter off the mole, where the swell had been falling since midnight.`,
    ),
  );
  await fixture.write(
    Array.from({ length: 20 }, (_, index) =>
      articleItem({
        id: `long-${index}`,
        standfirst: 'What the pilots saw.',
        publishedAt: NOON.toISOString(),
        authors: ['author-0001'],
        topics: ['topic-0001'],
        sections: ['news'],
        body,
      }),
    ),
  );
  const bytes = async (document: string) => {
    let sum = 0;
    for (const command of await commandsOf(document, { first: 20 })) sum += await bytesOf(fixture.db, command);
    return sum;
  };
  const cards = operation('latest-feed');
  const whole = await bytes(cards.replace('nodes {', 'nodes { body { id text }'));
  expect((await bytes(cards)) / whole).toBeLessThanOrEqual(0.4);
});
