import { expect, test } from 'vitest';
import { TermCounts } from '#related/term-counts.ts';
import { mix32 } from '#related/hash32.ts';

test('keys are counted', () => {
  const counts = new TermCounts();
  for (const key of [0, 7, 7, 0xffff_ffff, 7, 0]) counts.add(key);
  expect([0, 7, 0xffff_ffff, 8].map((key) => counts.get(key))).toEqual([2, 3, 1, 0]);
});

test('keys met once take no row, and few are taken for met twice', () => {
  const counts = new TermCounts(1000);
  for (let key = 0; key < 128_000; key++) counts.add(mix32(key));
  expect(counts.table.size).toBeLessThan(128_000 / 8);
  for (let key = 0; key < 128_000; key++) expect(counts.get(mix32(key))).toBeGreaterThanOrEqual(1);
});
