import { expect, test } from 'vitest';
import { around, chooseCandidates, LIMITS, planReads } from '#related/candidates.ts';

const key = (hash: number, articles: number) => ({ hash, articles, weight: 1 / hash });

test('the rarest keys are read first, each to its limit, until the budget is spent', () => {
  const keys = [key(1, 5000), key(2, 30), key(3, 700), key(4, 6000)];
  const plan = planReads(keys, { ...LIMITS, perKey: 600, reads: 1000 });
  expect(plan.map(({ hash }) => hash)).toEqual([2, 3, 1]);
});

test('a key that only the article itself has is not read, nor one behind the budget', () => {
  const plan = planReads([key(1, 1), key(2, 40), key(3, 50)], { ...LIMITS, reads: 40 });
  expect(plan.map(({ hash }) => hash)).toEqual([2]);
});

test('those met with the most weight are compared, never the article itself', () => {
  const found = [
    { weight: 0.5, ids: ['self', 'a', 'b'] },
    { weight: 0.4, ids: ['self', 'b', 'c'] },
    { weight: 0.3, ids: ['c'] },
  ];
  expect(chooseCandidates(found, 'self', 2)).toEqual(['b', 'a']);
  expect([...chooseCandidates(found, 'self', 9)].sort()).toEqual(['a', 'b', 'c']);
});

test('of a long list what stands around a place is read, as much on either side, and more where the other ends', () => {
  expect(around(100, 50, 10)).toEqual({ from: 45, to: 55 });
  expect(around(100, 0, 10)).toEqual({ from: 0, to: 10 });
  expect(around(100, 99, 10)).toEqual({ from: 90, to: 100 });
  expect(around(7, 3, 10)).toEqual({ from: 0, to: 7 });
});
