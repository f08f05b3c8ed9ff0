import { array, assert, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { CountTable } from '#related/count-table.ts';

test('counts like a map, key 0 and growth included', () => {
  assert(
    property(array(nat({ max: 200 })), (keys) => {
      const table = new CountTable(1);
      const map = new Map<number, number>();
      for (const key of keys) {
        table.add(key);
        map.set(key, (map.get(key) ?? 0) + 1);
      }
      expect([...table].sort(([a], [b]) => a - b)).toEqual([...map].sort(([a], [b]) => a - b));
      expect([table.size, table.get(201)]).toEqual([map.size, 0]);
    }),
  );
});

test('holds more keys than were expected', () => {
  const table = new CountTable(16);
  for (let key = 0; key < 10_000; key++) table.add(Math.imul(key, 2_654_435) >>> 0, key + 1);
  expect([table.size, table.get(0), table.get(Math.imul(9999, 2_654_435) >>> 0)]).toEqual([10_000, 1, 10_000]);
});

test('numbers take the place of counts, the highest count first', () => {
  const table = new CountTable(4);
  for (const [key, count] of [
    [5, 1],
    [6, 3],
    [7, 3],
    [8, 9],
  ] as const)
    table.add(key, count);
  expect(table.number()).toEqual([
    { count: 9, first: 1 },
    { count: 3, first: 2 },
    { count: 1, first: 4 },
  ]);
  expect([8, 5, 9].map((key) => table.get(key))).toEqual([1, 4, 0]);
  expect([6, 7].map((key) => table.get(key)).sort()).toEqual([2, 3]);
});
