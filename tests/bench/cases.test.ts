import { expect, test } from 'vitest';
import { alike, objectsIn } from './cases.ts';

const candidates = (operation: string, sizes: readonly number[]) =>
  sizes.map((objects) => ({ operation, body: `${operation} ${objects}`, objects }));
const sizesOf = (chosen: readonly { readonly objects: number }[] | undefined) =>
  (chosen ?? []).map(({ objects }) => objects).toSorted((a, b) => a - b);
const upTo = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

test('the answers chosen of a small and of a large newsroom hold about as many objects', () => {
  const [small, large] = alike([candidates('author-pages', upTo(20, 40)), candidates('author-pages', upTo(30, 50))]);
  // Their medians are 40 and 55.
  expect(sizesOf(small)).toEqual(upTo(42, 12));
  expect(sizesOf(large)).toEqual(upTo(42, 12));
});

test('each operation is chosen by itself, and all there is where that is little', () => {
  const newsrooms = [1, 2].map((times) => [
    ...candidates('section-front', [70 * times]),
    ...candidates('article-page', upTo(90, 20)),
  ]);
  for (const chosen of alike(newsrooms))
    expect(chosen.map(({ operation }) => operation).filter((one) => one === 'section-front')).toHaveLength(1);
});

test('objects of an answer are counted at any depth, lists are none', () => {
  expect(objectsIn({ article: { authors: [{ name: 'a' }, { name: 'b' }], image: null } })).toBe(4);
});
