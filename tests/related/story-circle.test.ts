import { expect, test } from 'vitest';
import { circledScores, circleOf, type Neighbours } from '#related/story-circle.ts';

type Lists = Readonly<Record<string, Readonly<Record<string, number>>>>;

function circleIn(lists: Lists) {
  const neighboursOf = (id: string): Neighbours<string> | undefined => {
    const list = lists[id];
    return list && { ids: Object.keys(list), scores: Object.values(list) };
  };
  const circles = (id: string) => circleOf(id, neighboursOf);
  return { circles, scores: (id: string) => circledScores(id, neighboursOf, circles) };
}

test('a circle is who is mutually among the closest, by score squared; its share grows with it', () => {
  const { circles } = circleIn({ a: { b: 0.4, c: 0.2, d: 0.2 }, b: { a: 0.4 }, c: { a: 0.2 }, d: { b: 0.3 } });
  const { ids, weights, share } = circles('a');
  expect([ids, weights.map((weight) => weight.toFixed(2))]).toEqual([
    ['b', 'c'],
    ['0.80', '0.20'],
  ]);
  expect(share).toBeCloseTo(0.5 * (2 / 3));
});

test('nobody in the circle: the scores stay as they are', () => {
  const { scores, circles } = circleIn({ a: { b: 0.4 }, b: { c: 0.6 }, c: { b: 0.6 } });
  expect(circles('a').share).toBe(0);
  // b's own circle holds c alone, whom a does not know: b keeps three quarters.
  expect(scores('a').get('b')?.score).toBeCloseTo(0.75 * 0.4);
});

test('two stories alone lift each other', () => {
  const { scores } = circleIn({ a: { b: 0.4 }, b: { a: 0.4 } });
  const oneSided = 0.75 * 0.4 + 0.25;
  expect(scores('a').get('b')?.score).toBeCloseTo(0.75 * oneSided + 0.25);
});

test('a story that shares no word is found through the circle', () => {
  const { scores } = circleIn({ a: { b: 0.4 }, b: { a: 0.4, c: 0.4 }, c: { b: 0.4 } });
  const found = scores('a').get('c');
  expect(found?.direct).toBe(0);
  expect(found?.score).toBeGreaterThan(0);
});

test('a look-alike whom the circle does not know falls behind', () => {
  const { scores } = circleIn({
    a: { b: 0.3, other: 0.3 },
    b: { a: 0.3 },
    other: { twin: 0.6, third: 0.5, a: 0.3 },
    twin: { other: 0.6 },
    third: { other: 0.5 },
  });
  expect(scores('a').get('b')?.score).toBeGreaterThan(scores('a').get('other')?.score ?? 1);
});

test('the story itself is never among its own', () => {
  const { scores } = circleIn({ a: { b: 0.4 }, b: { a: 0.4 } });
  expect(scores('a').has('a')).toBe(false);
});

test('direct and story parts add up to the score', () => {
  const { scores } = circleIn({ a: { b: 0.4, c: 0.1 }, b: { a: 0.4, c: 0.2 }, c: { b: 0.2, a: 0.1 } });
  for (const { score, direct, story } of scores('a').values()) expect(direct + story).toBeCloseTo(score, 12);
  expect(scores('unknown').size).toBe(0);
});
