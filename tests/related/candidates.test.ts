import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { chooseCandidates, LIMITS, planReads } from '#related/candidates.ts';

const key = (hash: number, articles: number) => ({ hash, articles, weight: 1 / hash });
const hashes = (keys: readonly { readonly hash: number }[]) => keys.map(({ hash }) => hash);

test('the rarest keys are read whole, and the next ones share what is left of the budget', () => {
  const keys = [key(1, 5000), key(2, 30), key(3, 700), key(4, 6000), key(5, 70)];
  const { whole, near, perSide } = planReads(keys, { ...LIMITS, perKey: 600, reads: 1000 });
  expect(hashes(whole)).toEqual([2, 5]);
  expect(hashes(near)).toEqual([3, 1]);
  expect(perSide).toBe(225);
});

test('a key for which too little is left is read as far as that goes', () => {
  const { whole, near, perSide } = planReads([key(1, 40), key(2, 50)], { ...LIMITS, reads: 60 });
  expect([hashes(whole), hashes(near), perSide]).toEqual([[1], [2], 10]);
});

test('a key that only the article itself has is not read', () => {
  const { whole, near } = planReads([key(1, 1), key(2, 40)], LIMITS);
  expect([hashes(whole), hashes(near)]).toEqual([[2], []]);
});

test('however common keys are, no more is read than the budget, and no more of a key than its limit', () => {
  const keys = array(integer({ min: 0, max: 1_000_000 }), { maxLength: LIMITS.keys });
  assert(
    property(keys, (counts) => {
      const { whole, near, perSide } = planReads(
        counts.map((articles, hash) => key(hash, articles)),
        LIMITS,
      );
      const read = whole.reduce((sum, { articles }) => sum + articles, 0) + near.length * perSide * 2;
      expect(read).toBeLessThanOrEqual(LIMITS.reads);
      expect(near.length === 0 || perSide > 0).toBe(true);
      expect(Math.max(perSide * 2, ...whole.map(({ articles }) => articles))).toBeLessThanOrEqual(LIMITS.perKey);
    }),
  );
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
