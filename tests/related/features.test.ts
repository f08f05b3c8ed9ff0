import { expect, test } from 'vitest';
import { FEATURE_WEIGHTS, featuresOf, namePairsOf, tagHash } from '#related/features.ts';
import { hashPair } from '#related/hash32.ts';
import { createLanguages } from '#related/languages.ts';
import type { Story } from '#related/story.ts';
import { readText } from '#related/text.ts';
import { makeStory } from './make-story.ts';

const english = createLanguages()('en');

/** tf of each feature by its hash. */
function read(story: Partial<Story>): ReadonlyMap<number, number> {
  const made = makeStory(story);
  return new Map(featuresOf(made, readText(made, english)).map(({ hash, tf }) => [hash, tf]));
}
const word = (printed: string) => english.meaningOf(printed).hash;
const pair = (first: string, second: string) => hashPair(word(first), word(second));

test('a word weighs three times in the headline, one and a half times in the first 600 characters, once behind', () => {
  const features = read({ title: 'harbour', body: `dredger ${'the '.repeat(200)} lagoon` });
  expect(features.get(word('harbour'))).toBeCloseTo(1 + Math.log(FEATURE_WEIGHTS.title));
  expect(features.get(word('dredger'))).toBeCloseTo(1 + Math.log(FEATURE_WEIGHTS.lead));
  expect(features.get(word('lagoon'))).toBe(1);
});

test('a capital doubles the count', () => {
  const features = read({ body: 'gulls left Ardent.' });
  expect(features.get(word('Ardent'))).toBeCloseTo(1 + Math.log(1.5 * FEATURE_WEIGHTS.capital));
});

test('neighbours are a phrase across stop words, never across sentences', () => {
  const features = read({ body: 'the closure of the ferry. dredging began' });
  expect(features.get(pair('closure', 'ferry'))).toBeCloseTo(FEATURE_WEIGHTS.phrase * (1 + Math.log(1.5)));
  expect(features.has(pair('ferry', 'dredging'))).toBe(false);
});

test('names and numbers of headline and lead are paired whatever their order, and no more than 66 pairs', () => {
  const pairsOf = (title: string) => namePairsOf(readText(makeStory({ title }), english)).map(({ hash }) => hash);
  const [one = 0] = pairsOf('Ardent sinks off Quayhaven');
  expect(pairsOf('Off Quayhaven the Ardent sinks')).toEqual([one]);
  expect(read({ title: 'Ardent sinks off Quayhaven' }).get(one)).toBe(FEATURE_WEIGHTS.names);
  expect(pairsOf(Array.from({ length: 30 }, (_, n) => `N${n}x`).join(', '))).toHaveLength(66);
});

test('topics, sections and authors are things of their own, apart from words alike', () => {
  const features = read({ title: 'x harbour', topics: ['harbour'], authors: ['harbour'] });
  expect([...features.keys()].sort()).toEqual(
    [word('harbour'), tagHash('topic', 'harbour'), tagHash('author', 'harbour')].sort(),
  );
  expect(features.get(tagHash('topic', 'harbour'))).toBe(FEATURE_WEIGHTS.topic);
});

test('a story without words has no features', () => {
  expect(read({ title: 'The of and' }).size).toBe(0);
});
