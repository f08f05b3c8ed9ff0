import { expect, test } from 'vitest';
import type { Feature } from '#related/features.ts';
import { cosine, heaviestTerms, heaviestWeights, sharedBy, toVector } from '#related/vector.ts';

const features = (...rows: readonly (readonly [number, number])[]): readonly Feature[] =>
  rows.map(([hash, tf]) => ({ hash, tf }));
const even = () => 1;
const vector = (...rows: readonly (readonly [number, number])[]) =>
  toVector(heaviestTerms(features(...rows), even), even);

test('the heaviest by tf and rarity are kept, in the order of their hashes', () => {
  const rarity = (hash: number) => (hash === 9 ? 5 : 1);
  expect([...heaviestTerms(features([9, 1], [1, 2], [5, 1], [3, 4]), rarity, 3).hashes]).toEqual([1, 3, 9]);
});

test('tf is kept in sixteenths, at least one and at most 255 of them', () => {
  expect([...heaviestTerms(features([1, 0.001], [2, 2.5], [3, 99]), even).tfs]).toEqual([1, 40, 255]);
});

test('a vector has length 1, or no length where nothing is worth anything', () => {
  expect([...vector([1, 3], [2, 4]).weights].reduce((sum, weight) => sum + weight * weight, 0)).toBeCloseTo(1);
  expect([...toVector(heaviestTerms(features([1, 3]), even), () => 0).weights]).toEqual([0]);
});

test('the parts of what two vectors share add up to their cosine', () => {
  const [a, b] = [vector([1, 3], [2, 4], [7, 1]), vector([2, 2], [5, 1], [7, 6])];
  const shared = sharedBy(a, b);
  expect(shared.map(({ hash }) => hash)).toEqual([2, 7]);
  expect(shared.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(cosine(a, b));
  expect(cosine(a, a)).toBeCloseTo(1);
  expect(cosine(vector([1, 1]), vector([2, 1]))).toBe(0);
});

test('keys are the weightiest terms that are worth anything', () => {
  const weighed = toVector(heaviestTerms(features([1, 1], [2, 3], [3, 2], [4, 9]), even), (hash) =>
    hash === 4 ? 0 : 1,
  );
  expect(heaviestWeights(weighed, 2).map(({ hash }) => hash)).toEqual([2, 3]);
});
