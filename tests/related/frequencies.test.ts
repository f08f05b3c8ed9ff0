import { expect, test } from 'vitest';
import { backgroundOf, parseBackground } from '#related/background.ts';
import { CountTable } from '#related/count-table.ts';
import { createRarity } from '#related/frequencies.ts';
import { hash32 } from '#related/hash32.ts';

function table(counts: Readonly<Record<string, number>>): CountTable {
  const documentsWith = new CountTable();
  for (const [word, count] of Object.entries(counts)) documentsWith.add(hash32(word), count);
  return documentsWith;
}
const collection = { texts: 100, documentsWith: table({ storm: 10, mayor: 10, lone: 1 }) };

test('a word that is common everywhere is worth less than one that is common here alone', () => {
  const background = { texts: 1000, documentsWith: table({ mayor: 300 }) };
  const rarity = createRarity(collection, background);
  expect(rarity(hash32('mayor'))).toBeCloseTo(-Math.log((10 + 10_000 * 0.3) / 10_100));
  expect(rarity(hash32('storm'))).toBeCloseTo(-Math.log(10 / 10_100));
});

test('what one article alone has is worth nothing, unless it is asked for with that in mind', () => {
  expect(createRarity(collection, null)(hash32('lone'))).toBe(0);
  expect(createRarity(collection, null, 1)(hash32('lone'))).toBeGreaterThan(0);
  expect(createRarity(collection, null, 0)(hash32('new'))).toBe(createRarity(collection, null, 0)(hash32('lone')));
});

test('without a table the square root is taken', () => {
  expect(createRarity(collection, null)(hash32('storm'))).toBeCloseTo(Math.sqrt(Math.log(102 / 10)));
});

test('a table is written as lines of a count and its words', () => {
  const { texts, documentsWith } = parseBackground({ texts: 9, counts: '\n7 sea shore\n2 gull\n' });
  expect([texts, ...['sea', 'shore', 'gull', 'cliff'].map((word) => documentsWith.get(hash32(word)))]).toEqual([
    9, 7, 7, 2, 0,
  ]);
});

test('English has a table of about 9,000 words; where there is none it is null', () => {
  expect(backgroundOf('en')?.documentsWith.size).toBeGreaterThan(8900);
  expect(backgroundOf('fi')).toBeNull();
});
