import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

/** HTML in the making: written from left to right, each call of `word` gives the next word that a reader sees. */
export type Shape = (word: () => string) => string;

export const seq = (shapes: readonly Shape[], between = ' '): Shape => {
  return (word) => shapes.map((shape) => shape(word)).join(between);
};
export const wrap =
  (before: string, inner: Shape, after: string): Shape =>
  (word) =>
    `${before}${inner(word)}${after}`;
export const tag = (name: string, inner: Shape, attributes = ''): Shape =>
  wrap(`<${name}${attributes === '' ? '' : ` ${attributes}`}>`, inner, `</${name}>`);

export const words: Arbitrary<Shape> = fc
  .integer({ min: 1, max: 4 })
  .map((count) => (word) => Array.from({ length: count }, () => word()).join(' '));
export const phrase = (tags: Arbitrary<Shape>): Arbitrary<Shape> =>
  fc.array(tags, { minLength: 1, maxLength: 4 }).map((all) => seq(all));
