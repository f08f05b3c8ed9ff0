import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureSet } from '#quality/measure-set.ts';
import type { Measured } from '#quality/measures.ts';
import { measureStrategies } from '#quality/measure-strategies.ts';
import { newsroomStories } from '#quality/newsroom.ts';
import { NEWSROOM_GRADES } from '#quality/newsroom-grades.data.ts';
import { readGoldSets } from '#quality/related-table.ts';

const stories = newsroomStories();
const ids = new Set(stories.filter(({ lang }) => lang === 'en').map(({ id }) => id));

test('grades name stories that readers of the sample newsroom see, each once', () => {
  for (const { id, same, background = '', lookAlikes = '' } of NEWSROOM_GRADES) {
    const named = [same, background, lookAlikes].flatMap((list) => list.split(' ')).filter((one) => one !== '');
    expect([id, [id, ...named].filter((one) => !ids.has(one))]).toEqual([id, []]);
    expect([id, new Set([id, ...named]).size]).toEqual([id, named.length + 1]);
  }
});

/** The figures of a set in the table of the README: nobody changes the ranking for the worse, or for the better, without saying so there. */
const table = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').matchAll(
  /^\| (sample newsroom|ECB\+|UCI), [^|]*\| +(\.\d+) +\| +(\.\d+) +\| +(\.\d+|none known) +\| +(\.?\d+) +\|$/gm,
);
const committed = new Map([...table].map(([, set = '', ...figures]) => [set, figures]));
const figuresOf = ({ ndcg10, averagePrecision, lookAlikes5, copies5 }: Measured, knowsLookAlikes = true) => [
  ...[ndcg10, averagePrecision].map(printed),
  knowsLookAlikes ? printed(lookAlikes5) : 'none known',
  printed(copies5),
];
const printed = (share: number | null) => (share === null ? '-' : share === 0 ? '0' : share.toFixed(3).slice(1));

test('the sample newsroom has the figures of the README', () => {
  const { queries, measured, recall } = measureSet(stories, { top: 100, plain: false });
  expect(queries).toBe(NEWSROOM_GRADES.length);
  expect(measured && figuresOf(measured)).toEqual(committed.get('sample newsroom'));
  expect(measured?.sameLanguage5).toBe(1);
  expect(recall).toBeGreaterThanOrEqual(0.99);
  expect(measureSet(stories, { top: 100, plain: true }).measured?.ndcg10).toBeCloseTo(measured?.ndcg10 ?? 0, 3);
});

test('each strategy tells more of what it is for than the mix does', () => {
  const [mixed, same, background, latest] = measureStrategies(stories);
  expect(same?.sameEvent).toBeGreaterThanOrEqual(0.83);
  expect(mixed?.sameEvent).toBeLessThan(0.65);
  expect([background?.older, latest?.newer]).toEqual([1, 1]);
  expect(background?.sameEvent).toBeLessThanOrEqual(0.3);
  expect((latest?.sameEvent ?? 0) + (latest?.context ?? 0)).toBeGreaterThanOrEqual(0.85);
});

const events = join(process.env['CORPUS_DIR'] ?? '', 'events');
const isThere = process.env['CORPUS_DIR'] !== undefined && existsSync(events);

describe.skipIf(!isThere)('sets of real news (skipped: CORPUS_DIR is not set)', () => {
  test.each([
    ['ecbplus-dev', 'ECB+'],
    ['uci-headlines-dev', 'UCI'],
  ])(
    '%s has the figures of the README',
    async (name, row) => {
      const set = (await readGoldSets(events)).find((one) => one.name === name);
      const [plain, readers] = [true, false].map(
        (isPlain) => measureSet(set?.stories ?? [], { top: 100, plain: isPlain }).measured,
      );
      expect(readers && figuresOf(readers, row === 'ECB+')).toEqual(committed.get(row));
      expect((plain?.ndcg10 ?? 0) - (readers?.ndcg10 ?? 0)).toBeLessThanOrEqual(0.005);
    },
    120_000,
  );
});
