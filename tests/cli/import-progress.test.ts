import { expect, it } from 'vitest';
import { paceOf } from '#cli/import-progress.ts';

it.each([
  [{ items: 0, readBytes: 0, totalBytes: 10 }, 5, ''],
  [{ items: 10, readBytes: 5, totalBytes: 10 }, 0.5, ''],
  [{ items: 1_200, readBytes: 25, totalBytes: 100 }, 10, '120/s, 30 s left'],
  [{ items: 30_000, readBytes: 10, totalBytes: 100 }, 10, '3,000/s, 1 min 30 s left'],
  [{ items: 90, readBytes: 1, totalBytes: 1_000 }, 9, '10/s, 2 h 29 min left'],
  [{ items: 90, readBytes: 100, totalBytes: 100 }, 9, '10/s, 0 s left'],
])('%o after %d s is told as "%s"', (progress, seconds, told) => {
  expect(paceOf(progress, seconds)).toBe(told);
});
