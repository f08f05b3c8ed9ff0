import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyTextOf } from '#content/article/block-text.ts';
import { bodies } from './bodies/bodies.ts';
import { blocksOf } from './clean-text.ts';

it('every word that a reader sees comes out once and in its place, whatever it stands in', () => {
  fc.assert(
    fc.property(bodies, ({ html, words }) => {
      const made = new Set(words);
      const told = bodyTextOf(blocksOf(html)).match(/[\p{L}\p{N}]+/gu) ?? [];
      expect(told.filter((word) => made.has(word))).toEqual(words);
    }),
    { numRuns: 1_000 },
  );
});
