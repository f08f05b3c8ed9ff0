import { array, assert, integer, property, tuple, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { commonestTfs, forEachPacked, LaidOut, mostBytes, TermPacker, toPair } from '#related/packed-terms.ts';

type Article = readonly (readonly [term: number, tf: number])[];
const KNOWN = 2 ** 24;

function pack(articles: readonly Article[]) {
  const met = new Uint32Array(256);
  for (const [, tf] of articles.flat()) met[tf] = (met[tf] ?? 0) + 1;
  const packed = {
    bytes: new Uint8Array(mostBytes(articles.flat().length, KNOWN)),
    starts: new Uint32Array(articles.length + 1),
    tfs: Uint8Array.from(commonestTfs(met)),
  };
  const packer = new TermPacker(packed);
  for (const article of articles) packer.add(article.map(([term, tf]) => toPair(term, tf)));
  return packed;
}

const term = integer({ min: 0, max: KNOWN - 1 });
const article = uniqueArray(tuple(term, integer({ min: 0, max: 255 })), { maxLength: 128, selector: ([one]) => one });

test('what is packed comes out again, the largest numbers and rare tfs included', () => {
  assert(
    property(array(article, { maxLength: 5 }), (all) => {
      const articles = all.map((one) => one.toSorted(([a], [b]) => a - b));
      const packed = pack(articles);
      const read = articles.map((_, at) => {
        const terms: [number, number][] = [];
        forEachPacked(packed, at, (one, tf) => terms.push([one, tf]));
        return terms;
      });
      expect(read).toEqual(articles);
    }),
  );
});

test('one article is laid out, and others are compared with it', () => {
  const weights = [2, 3, 5];
  const own = Uint32Array.from([1, 1025, 7_000_000]);
  const packed = pack([
    [
      [0, 200],
      [1, 10],
      [1025, 20],
      [2049, 99],
    ],
    [
      [2, 10],
      [7_000_000, 100],
    ],
    [],
  ]);
  const laid = new LaidOut(packed);
  laid.lay(Uint32Array.from([2]), () => 1000);
  laid.lay(own, (index) => weights[index] ?? 0);
  expect([0, 1, 2].map((at) => laid.sumWith(at))).toEqual([2 * 10 + 3 * 20, 5 * 100, 0]);
});

test('a term that most articles have takes one byte with its tf', () => {
  const packed = pack([
    [
      [0, 17],
      [1, 17],
      [2, 12],
    ],
  ]);
  expect(packed.starts[1]).toBe(3);
});
