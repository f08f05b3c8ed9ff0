import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureSet } from '#quality/measure-set.ts';
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

test.each([true, false])('the sample newsroom keeps its figures (plain: %s)', (plain) => {
  const { queries, measured, recall } = measureSet(stories, { top: 100, plain });
  expect(queries).toBe(NEWSROOM_GRADES.length);
  expect(measured?.ndcg10).toBeGreaterThanOrEqual(0.95);
  expect(measured?.averagePrecision).toBeGreaterThanOrEqual(0.94);
  expect(measured?.lookAlikes5).toBeLessThanOrEqual(0.1);
  expect(measured?.copies5).toBe(0);
  expect(measured?.sameLanguage5).toBe(1);
  expect(recall).toBeGreaterThanOrEqual(0.99);
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
const FLOORS = { 'ecbplus-dev': 0.979, 'uci-headlines-dev': 0.863 } as const;

describe.skipIf(!isThere)('sets of real news (skipped: CORPUS_DIR is not set)', () => {
  test.each(Object.entries(FLOORS))(
    '%s keeps an nDCG@10 of %f',
    async (name, floor) => {
      const set = (await readGoldSets(events)).find((one) => one.name === name);
      const [plain, readers] = [true, false].map((isPlain) => {
        const { measured } = measureSet(set?.stories ?? [], { top: 100, plain: isPlain });
        return { ndcg10: measured?.ndcg10 ?? 0, copies5: measured?.copies5 ?? 1 };
      });
      expect(plain?.ndcg10).toBeGreaterThanOrEqual(floor);
      expect((plain?.ndcg10 ?? 0) - (readers?.ndcg10 ?? 0)).toBeLessThanOrEqual(0.005);
      expect(readers?.copies5).toBeLessThanOrEqual(0.005);
    },
    120_000,
  );
});
