import { createYoga } from 'graphql-yoga';
import { beforeAll, expect, test } from 'vitest';
import { seedItems } from '#ingest/seed/seed.ts';
import { operation } from '../_support/operations.ts';
import { NOON, useApp } from '../_support/use-app.ts';
import { differenceOf } from './check.ts';
import './plain-blocks.ts';
import { createPlainContext } from './plain-data.ts';
import { builder } from './plain-schema.ts';

const fixture = useApp();
beforeAll(async () => {
  await fixture.write(seedItems(NOON));
}, 60_000);

async function askPlain(query: string, variables: object) {
  const site = { url: 'https://tidings.example' };
  const yoga = createYoga({ schema: builder.toSchema(), context: () => createPlainContext(fixture.db, site, NOON) });
  const response = await yoga.fetch('http://plain/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

test.each([
  ['article-page', { slug: 'two-fires-are-not-a-pattern' }],
  ['article-page-by-path', { path: '/city/two-fires-are-not-a-pattern' }],
  ['article-cards', { first: 20 }],
  ['author-pages', { first: 20 }],
  ['section-front', {}],
  ['topic-page', { slug: 'oriel-dunmarrow' }],
  ['latest-feed', { first: 20, since: '2026-02-01T00:00:00Z' }],
  ['search-results', { text: 'harbour wall', first: 20 }],
])('the reference of the bench answers %s as the gateway does', async (name, variables) => {
  const reference = await askPlain(operation(name), variables);
  const { data, errors } = await fixture.execute(operation(name), variables);
  expect([errors, reference.errors]).toEqual([undefined, undefined]);
  expect(differenceOf(data, reference.data)).toBeNull();
  expect(Object.values(data)).not.toContain(null);
});

test('the reference goes on from where a page of the gateway ends', async () => {
  const query = operation('author-pages');
  const { data: page } = await fixture.execute(query, { first: 3 });
  const variables = { first: 3, after: page.authors.pageInfo.endCursor };
  const reference = await askPlain(query, variables);
  const { data } = await fixture.execute(query, variables);
  expect(differenceOf(data, reference.data)).toBeNull();
});
