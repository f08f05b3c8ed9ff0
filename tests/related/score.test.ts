import { expect, test } from 'vitest';
import type { Feature } from '#related/features.ts';
import { DATE_WEIGHTS, dateFactor, directScore, sharedTerms } from '#related/score.ts';
import { heaviestTerms, toVector } from '#related/vector.ts';

const DAY = 86_400_000;
const even = () => 1;
const compared = (hashes: readonly number[], date: number | null) => {
  const features = hashes.map((hash): Feature => ({ hash, tf: hash }));
  return { vector: toVector(heaviestTerms(features, even), even), date };
};

test('a gap in time lowers a score smoothly, by half of the drop after the half-life and never by more than the drop', () => {
  const at = (days: number) => dateFactor(0, days * DAY);
  expect(at(0)).toBe(1);
  expect(at(DATE_WEIGHTS.halfLifeDays)).toBeCloseTo(1 - DATE_WEIGHTS.drop / 2);
  expect(at(100_000)).toBeCloseTo(1 - DATE_WEIGHTS.drop);
  expect(at(30)).toBeGreaterThan(at(31));
  expect(dateFactor(30 * DAY, 0)).toBe(at(30));
});

test('a missing date is the middle: neither near nor far', () => {
  expect(dateFactor(null, 5)).toBe(1 - DATE_WEIGHTS.drop / 2);
  expect(dateFactor(null, null)).toBe(dateFactor(0, null));
});

test('the direct score is the same from either side, and what is shared adds up to it', () => {
  const [a, b] = [compared([1, 2, 3], 0), compared([2, 3, 4], 10 * DAY)];
  expect(directScore(a, b)).toBe(directScore(b, a));
  const shared = sharedTerms(a, b);
  expect(shared.map(({ hash }) => hash)).toEqual([3, 2]);
  expect(shared.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(directScore(a, b));
});
