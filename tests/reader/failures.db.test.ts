import { afterEach, expect, test } from 'vitest';
import { ndjson } from '../_support/make/items.ts';
import { FULL_STORY, smallNewsroom } from './_newsroom.ts';
import { useSite } from './_site.ts';

const site = useSite(smallNewsroom, ndjson);
afterEach(() => site.fixture.setBeforeRead(null));

function failReadsOf(...collections: readonly string[]): void {
  site.fixture.setBeforeRead(async ({ collection }) => {
    if (collections.length === 0 || collections.includes(collection)) throw new Error('secret-marker of a failure');
  });
}

test('a story whose authors cannot be read is shown without them', async () => {
  failReadsOf('authors');
  const response = await site.get(FULL_STORY);
  const page = await response.text();
  expect([response.status, page]).toEqual([200, expect.stringContaining('Nothing here floats by itself.')]);
  expect(page).toContain('1 error');
  expect(page).not.toMatch(/By <a|secret-marker/);
});

test.each(['/', FULL_STORY, '/topic/boats', '/latest', '/authors'])(
  '%s is a 503 where nothing can be read, and not "not found"',
  async (address) => {
    failReadsOf();
    const response = await site.get(address);
    expect([response.status, response.headers.get('retry-after'), response.headers.get('cache-control')]).toEqual([
      503,
      '30',
      'no-store',
    ]);
    const page = await response.text();
    expect(page).toContain('This page cannot be read just now');
    expect(page).not.toContain('secret-marker');
  },
);

test('a search that fails says so and keeps the words', async () => {
  failReadsOf('articles');
  const main = await site.page('/search?q=boat');
  expect(main).toContain('The search could not be made just now.');
  expect(main).toContain('value="boat"');
});
