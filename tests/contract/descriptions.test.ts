import { isScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { graphqlModules } from '#app/modules.ts';
import { buildSchema } from '#graphql/schema.ts';
import { ownTypes, partsOf, type Part } from './schema-parts.ts';

const schema = await buildSchema(graphqlModules);
const parts = partsOf(schema);

/** Words that add nothing to a name. */
const EMPTY_WORDS = new Set(
  'a all an at by for from in is it its of on one or the their these this to whose with'.split(' '),
);

function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
}

/** True where the description holds no word that the name does not hold already. */
function restates({ at, description }: Part): boolean {
  const known = new Set(wordsOf(at));
  return wordsOf(description ?? '').every((word) => known.has(word));
}

const at = (some: readonly Part[]) => some.map((part) => `${part.at}: ${part.description ?? ''}`);

test('everything that clients can name has a description, a sentence from capital letter to full stop', () => {
  expect(parts.length).toBeGreaterThan(300);
  const sentence = /^[\p{Lu}…].*\.$/su;
  expect(at(parts.filter(({ description }) => !sentence.test(description ?? '')))).toEqual([]);
});

test('no description only restates the name', () => {
  expect(at(parts.filter(restates))).toEqual([]);
  expect(restates({ at: 'Article.leadImage', description: 'The lead image of the article.' })).toBe(true);
});

test('every scalar says where it is specified', () => {
  const scalars = ownTypes(schema).filter(isScalarType);
  expect(scalars.map(({ name }) => name)).toEqual(['DateTime', 'Locale', 'URL']);
  expect(scalars.map(({ specifiedByURL }) => URL.canParse(specifiedByURL ?? ''))).toEqual([true, true, true]);
});
