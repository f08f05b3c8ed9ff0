import { expect, test } from 'vitest';
import { measure, meanOf } from '#quality/measures.ts';

const place = (letters: string) =>
  [...letters].map((letter) => ({
    isRelevant: letter === 'r',
    isLookAlike: letter === 'l',
    isCopy: letter === 'c',
    isSameLanguage: letter !== 'x',
  }));

test('a perfect ranking scores 1, an empty one 0', () => {
  expect(measure(place('rrr'), 3)).toMatchObject({ ndcg10: 1, averagePrecision: 1, precision5: 0.6 });
  expect(measure([], 3)).toMatchObject({ ndcg10: 0, averagePrecision: 0, sameLanguage5: 1 });
});

test('gains are discounted by place and counted to the tenth', () => {
  expect(measure(place('-r'), 1).ndcg10).toBeCloseTo(1 / Math.log2(3));
  expect(measure(place('----------r'), 1).ndcg10).toBe(0);
});

test('more than ten that are relevant ask for no more than ten', () => {
  expect(measure(place('rrrrrrrrrr'), 40)).toMatchObject({ ndcg10: 1, averagePrecision: 0.25 });
});

test('average precision looks at every place that is right', () => {
  expect(measure(place('r--r'), 2).averagePrecision).toBeCloseTo((1 + 2 / 4) / 2);
});

test('look-alikes, copies and languages are shares of the first five', () => {
  expect(measure(place('lclxr-lll'), 1)).toMatchObject({ lookAlikes5: 0.4, copies5: 0.2, sameLanguage5: 0.8 });
});

test('means are taken over all that were asked for', () => {
  expect(meanOf([measure(place('r'), 1), measure(place('-'), 1)])?.ndcg10).toBe(0.5);
  expect(meanOf([])).toBeNull();
});
