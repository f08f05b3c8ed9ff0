import { beforeAll, describe, expect, test } from 'vitest';
import { newsroom } from '../_support/make/newsroom.ts';
import { operation } from '../_support/operations.ts';
import { useApp } from '../_support/use-app.ts';

const fixture = useApp();
const RUNS = process.env['TEST_LONG'] ? 90 : 10;
const SLUG = 'article-0250';
const PATH = '/culture/article-0250';

beforeAll(async () => {
  await fixture.write(newsroom());
}, 120_000);

/** Rows asked for, and what the document may cost whatever their number: commands, rounds. */
const budgets: readonly (readonly [string, string, (rows: number) => object, number, number])[] = [
  ['article-cards', operation('article-cards'), (first) => ({ first }), 6, 3],
  ['author-pages', operation('author-pages'), (first) => ({ first }), 3, 3],
  ['latest-feed', operation('latest-feed'), (first) => ({ first, since: '2020-01-01T00:00:00Z' }), 4, 2],
  ['search-results', operation('search-results'), (first) => ({ first, text: 'harbour' }), 4, 2],
  ['topic-page', operation('topic-page'), (first) => ({ first, slug: 'topic-0001' }), 5, 3],
  ['section-front', operation('section-front'), () => ({}), 6, 3],
  ['article-page', operation('article-page'), () => ({ slug: SLUG }), 12, 3],
  ['article-page-by-path', operation('article-page-by-path'), () => ({ path: PATH }), 12, 4],
];

async function costs(document: string, variables: object, runs: number): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let run = 0; run < runs; run++) {
    const { errors, cost } = await fixture.execute(document, { ...variables });
    expect(errors).toBeUndefined();
    seen.push(`${cost.commands} commands in ${cost.rounds} rounds`);
  }
  return [...new Set(seen)];
}

describe.each(budgets)('%s', (_name, document, variables, commands, rounds) => {
  test('costs the same for 1, 20 and 100 rows', async () => {
    fixture.setBeforeRead(null);
    const seen = await Promise.all([1, 20, 100].map((rows) => costs(document, variables(rows), 1)));
    expect(seen.flat()).toEqual([1, 20, 100].map(() => `${commands} commands in ${rounds} rounds`));
  });

  test(`costs the same in ${RUNS} runs of ${RUNS} when answers come in any order`, async () => {
    // 0 to 20 ms, as a busy server answers; the order of answers is what is random here.
    fixture.setBeforeRead(() => new Promise((resolve) => setTimeout(resolve, Math.random() * 20)));
    const seen = await Promise.all([1, 20, 100].map((rows) => costs(document, variables(rows), Math.ceil(RUNS / 3))));
    fixture.setBeforeRead(null);
    expect([...new Set(seen.flat())]).toEqual([`${commands} commands in ${rounds} rounds`]);
  });
});
