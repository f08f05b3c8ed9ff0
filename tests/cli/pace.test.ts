import { expect, it } from 'vitest';
import { paceOf } from '#cli/pace.ts';

it.each([
  [{ items: 0, done: 0, total: 10 }, 5, ''],
  [{ items: 10, done: 5, total: 10 }, 0.5, ''],
  [{ items: 1_200, done: 25, total: 100 }, 10, '120/s, 30 s left'],
  [{ items: 30_000, done: 10, total: 100 }, 10, '3,000/s, 1 min 30 s left'],
  [{ items: 90, done: 1, total: 1_000 }, 9, '10/s, 2 h 29 min left'],
  [{ items: 90, done: 100, total: 100 }, 9, '10/s, 0 s left'],
])('%o after %d s is told as "%s"', (progress, seconds, told) => {
  expect(paceOf(progress, seconds)).toBe(told);
});
