import { expect, test } from 'vitest';
import { measure, meanOf } from '#quality/measures.ts';

const place = (letters: string) =>
  [...letters].map((letter) => ({
    gain: letter === 'r' ? 1 : letter === 'R' ? 3 : 0,
    isLookAlike: letter === 'l',
    isCopy: letter === 'c',
    isSameLanguage: letter !== 'x',
  }));

const ones = (count: number) => Array.from({ length: count }, () => 1);

test('a perfect ranking scores 1, an empty one 0', () => {
  expect(measure(place('rrr'), ones(3))).toMatchObject({ ndcg10: 1, averagePrecision: 1, precision5: 0.6 });
  expect(measure([], ones(3))).toMatchObject({ ndcg10: 0, averagePrecision: 0, sameLanguage5: 1 });
});

test('gains are discounted by place and counted to the tenth', () => {
  expect(measure(place('-r'), ones(1)).ndcg10).toBeCloseTo(1 / Math.log2(3));
  expect(measure(place('----------r'), ones(1)).ndcg10).toBe(0);
});

test('what is worth more belongs further up', () => {
  expect(measure(place('Rr'), [1, 3]).ndcg10).toBe(1);
  expect(measure(place('rR'), [1, 3]).ndcg10).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)));
});

test('more than ten that are relevant ask for no more than ten', () => {
  expect(measure(place('rrrrrrrrrr'), ones(40))).toMatchObject({ ndcg10: 1, averagePrecision: 0.25 });
});

test('average precision looks at every place that is right', () => {
  expect(measure(place('r--r'), ones(2)).averagePrecision).toBeCloseTo((1 + 2 / 4) / 2);
});

test('look-alikes, copies and languages are shares of the first five', () => {
  expect(measure(place('lclxr-lll'), ones(1))).toMatchObject({ lookAlikes5: 0.4, copies5: 0.2, sameLanguage5: 0.8 });
});

test('means are taken over all that were asked for', () => {
  expect(meanOf([measure(place('r'), ones(1)), measure(place('-'), ones(1))])?.ndcg10).toBe(0.5);
  expect(meanOf([])).toBeNull();
});
