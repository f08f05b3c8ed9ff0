import { beforeAll, expect, test } from 'vitest';
import { articleItem } from '../_support/make/items.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();
const story = (number: number, headline: string) => articleItem({ id: `s${number}`, slug: `s-${number}`, headline });
beforeAll(async () => {
  const stories = Array.from({ length: 60 }, (_, at) =>
    story(at, at % 2 ? `Lighthouse news ${at}` : `Harbour news ${at}`),
  );
  await fixture.write(stories);
});

const DOCUMENT = `query ($after: String) { searchArticles(text: "lighthouse", first: 5, after: $after) {
  nodes { slug } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;

test('a search that is walked while stories are written meets each story that was there exactly once', async () => {
  const met: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 20; page++) {
    const { data, errors } = await fixture.execute(DOCUMENT, { after });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.searchArticles;
    met.push(...nodes.map(({ slug }: { slug: string }) => slug));
    expect(pageInfo.hasPreviousPage).toBe(page > 0);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
    await fixture.write([
      story(1000 + page, `A harbour far from any lighthouse, number ${page}`),
      story(2000 + page, `Tides ${page}`),
    ]);
  }
  const stayed = met.filter((slug) => slug.length < 5);
  expect(new Set(met).size).toBe(met.length);
  expect(stayed).toHaveLength(30);
});
