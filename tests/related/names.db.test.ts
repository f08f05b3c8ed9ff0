import { beforeAll, expect, test } from 'vitest';
import { explain } from '../_support/explain.ts';
import { articleItem, authorItem, topicItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();
const TOPICS = ['ferries', 'islands', 'courts', 'football', 'gulls'] as const;
const AUTHORS = ['ada', 'bo', 'cy', 'dee'] as const;
let count = 0;
const story = (topics: string, authors: string, given: Partial<Parameters<typeof articleItem>[0]> = {}) =>
  articleItem({
    id: `s${(count += 1)}`,
    topics: topics.split(' '),
    authors: authors.split(' '),
    publishedAt: `2026-02-${String((count % 27) + 1).padStart(2, '0')}T09:00:00Z`,
    ...given,
  });

beforeAll(async () => {
  await fixture.write([
    ...TOPICS.map((id) => topicItem({ id, name: id })),
    ...AUTHORS.map((id) => authorItem({ id, name: id })),
    story('ferries islands', 'ada'),
    story('ferries islands', 'bo'),
    story('ferries courts', 'ada'),
    story('courts', 'cy'),
    story('courts', 'cy'),
    story('football', 'dee'),
    story('football', 'dee'),
    story('ferries gulls', 'ada', { status: 'draft' }),
  ]);
}, 60_000);

const DOCUMENT = `query ($topics: Int, $authors: Int) {
  topics(first: $topics) { nodes { name relatedTopics { name articles(first: 1) { nodes { slug } } } } }
  authors(first: $authors) { nodes { name relatedAuthors { name } } }
}`;
const names = (nodes: readonly { readonly name: string }[]) => nodes.map(({ name }) => name);

test('topics and authors that belong together are told, what is hidden is not', async () => {
  const { data, errors } = await fixture.execute(DOCUMENT, { topics: 9, authors: 9 });
  expect(errors).toBeUndefined();
  const topics = new Map(
    data.topics.nodes.map(({ name, relatedTopics }: { name: string; relatedTopics: [] }) => [
      name,
      names(relatedTopics),
    ]),
  );
  expect(Object.fromEntries(topics)).toEqual({
    courts: [],
    ferries: ['islands'],
    football: [],
    islands: ['ferries'],
  });
  const authors = new Map(
    data.authors.nodes.map(({ name, relatedAuthors }: { name: string; relatedAuthors: [] }) => [
      name,
      names(relatedAuthors),
    ]),
  );
  expect(Object.fromEntries(authors)).toEqual({ ada: ['bo', 'cy'], bo: ['ada'], cy: [], dee: [] });
});

test('any number of topics costs three commands more, and of authors four', async () => {
  const cost = async (document: string) => {
    const { errors, cost: spent } = await fixture.execute(document);
    expect(errors).toBeUndefined();
    return spent.commands;
  };
  for (const first of [1, 4]) {
    expect(await cost(`{ topics(first: ${first}) { nodes { relatedTopics { name } } } }`)).toBeLessThanOrEqual(4);
    expect(await cost(`{ authors(first: ${first}) { nodes { relatedAuthors { name } } } }`)).toBeLessThanOrEqual(5);
  }
});

test('every read goes by an index and takes no more than the newest of each', async () => {
  const sent = await fixture.sentBy(() => fixture.execute(DOCUMENT, { topics: 9, authors: 9 }));
  expect(sent.length).toBeGreaterThanOrEqual(6);
  for (const command of sent) {
    const { collectionScan, sortInMemory, lookups } = await explain(fixture.db, command);
    expect([collectionScan, sortInMemory]).toEqual([false, false]);
    for (const { keysExamined, collectionScans } of lookups) {
      expect(collectionScans).toBe(0);
      expect(keysExamined).toBeLessThanOrEqual(3 * 7 * 4);
    }
  }
});

test('sizes and numbers of parents that are too large are refused', async () => {
  const { errors } = await fixture.execute('{ topics(first: 1) { nodes { relatedTopics(first: 21) { name } } } }');
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
