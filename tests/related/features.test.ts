import { expect, test } from 'vitest';
import { FEATURE_WEIGHTS, featuresOf, type Feature, type Story } from '#related/features.ts';
import { createLanguages } from '#related/languages.ts';
import { makeStory } from './make-story.ts';

const english = createLanguages()('en');

function read(story: Partial<Story>): ReadonlyMap<string, Feature> {
  return new Map(featuresOf(makeStory(story), english).map((feature) => [`${feature.kind} ${feature.label}`, feature]));
}

test('a word weighs three times in the headline, one and a half times in the first 600 characters, once behind', () => {
  const body = `dredger ${'the '.repeat(200)} lagoon`;
  const features = read({ title: 'harbour', body });
  expect(features.get('word harbour')?.tf).toBeCloseTo(1 + Math.log(FEATURE_WEIGHTS.title));
  expect(features.get('word dredger')?.tf).toBeCloseTo(1 + Math.log(FEATURE_WEIGHTS.lead));
  expect(features.get('word lagoon')?.tf).toBe(1);
});

test('a capital doubles the count, and a word with capitals in most places is a name', () => {
  const features = read({ body: 'Gulls came. Then gulls left, said gulls to Ardent.' });
  expect(features.get('name Ardent')?.tf).toBeCloseTo(1 + Math.log(1.5 * FEATURE_WEIGHTS.capital));
  expect(features.get('word Gulls')?.kind).toBe('word');
});

test('neighbours are a phrase across stop words, never across sentences', () => {
  const features = read({ body: 'the closure of the ferry. dredging began' });
  expect(features.has('phrase closure ferry')).toBe(true);
  expect(features.has('phrase ferry dredging')).toBe(false);
});

test('two capitals side by side are a full name', () => {
  expect(read({ body: 'at Harbour Bridge' }).get('fullName Harbour Bridge')?.tf).toBeCloseTo(
    FEATURE_WEIGHTS.phrase * (1 + Math.log(1.5)),
  );
});

test('names and numbers of headline and lead are paired whatever their order, and no more than 66 pairs', () => {
  const one = featuresOf(makeStory({ title: 'Ardent sinks off Quayhaven' }), english);
  const other = featuresOf(makeStory({ title: 'Off Quayhaven the Ardent sinks' }), english);
  const pairOf = (features: readonly Feature[]) => features.find(({ kind }) => kind === 'names')?.hash;
  expect(pairOf(one)).toBe(pairOf(other));
  const many = featuresOf(makeStory({ title: Array.from({ length: 30 }, (_, n) => `N${n}x`).join(', ') }), english);
  expect(many.filter(({ kind }) => kind === 'names')).toHaveLength(66);
});

test('topics, sections and authors are things of their own, apart from words alike', () => {
  const features = featuresOf(makeStory({ title: 'x harbour', topics: ['harbour'], authors: ['harbour'] }), english);
  expect(new Set(features.map(({ hash }) => hash)).size).toBe(features.length);
  expect(features.map(({ kind }) => kind).sort()).toEqual(['author', 'topic', 'word']);
});

test('a story without words has no features', () => {
  expect(featuresOf(makeStory({ title: 'The of and' }), english)).toEqual([]);
});
