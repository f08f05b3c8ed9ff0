import { expect, test } from 'vitest';
import { createLanguages } from '#related/languages.ts';
import { Ranking } from '#related/ranking.ts';
import { makeStory } from './make-story.ts';

const DAY = 86_400_000;
const stories = [
  makeStory({
    id: 'ferry-1',
    title: 'Ferry Ardent runs aground off Quayhaven',
    body: 'The ferry Ardent ran aground off Quayhaven on Tuesday with 84 passengers on board. Lifeboats took them to the harbour.',
    date: 0,
  }),
  makeStory({
    id: 'ferry-2',
    title: 'Ardent passengers tell of night off Quayhaven',
    body: 'Passengers of the ferry Ardent spoke of a long night. All 84 were taken off by lifeboats near Quayhaven.',
    date: DAY,
  }),
  makeStory({
    id: 'ferry-2-reprint',
    title: 'A long night on the Ardent',
    body: 'Passengers of the ferry Ardent spoke of a long night. All 84 were taken off by lifeboats near Quayhaven.',
    date: DAY,
  }),
  makeStory({
    id: 'other-ferry',
    title: 'Ferry Belle Isle runs aground near Morwick',
    body: 'The ferry Belle Isle ran aground near Morwick on Sunday with 12 passengers on board. A tug pulled her free.',
    date: 400 * DAY,
  }),
  makeStory({
    id: 'other-ferry-2',
    title: 'Belle Isle back in service at Morwick',
    body: 'The Belle Isle sails from Morwick again after a tug pulled the ferry free on Sunday.',
    date: 402 * DAY,
  }),
  makeStory({
    id: 'council',
    title: 'Council votes on library hours',
    body: 'Opening hours of the library will change.',
  }),
];
const ranking = new Ranking(stories, createLanguages()('en'));
const ids = (ranked: readonly { readonly index: number }[]) => ranked.map(({ index }) => stories[index]?.id);

test('the same event comes before what only looks alike', () => {
  expect(ids(ranking.plain(0)).slice(0, 2).sort()).toEqual(['ferry-2', 'ferry-2-reprint']);
  expect(ids(ranking.plain(3))[0]).toBe('other-ferry-2');
});

test('the story itself and what shares nothing are not there', () => {
  expect(ids(ranking.plain(0))).not.toContain('ferry-1');
  expect(ids(ranking.plain(0))).not.toContain('council');
  expect(ranking.plain(5)).toEqual([]);
});

test('for readers a reprint stands behind the others, and copies of the story itself last', () => {
  expect(ids(ranking.forReaders(0)).indexOf('ferry-2-reprint')).toBeGreaterThan(
    ids(ranking.forReaders(0)).indexOf('other-ferry'),
  );
  expect(ids(ranking.forReaders(1)).at(-1)).toBe('ferry-2-reprint');
});

test('reasons are told strongest first and add up to the score', () => {
  const ranked = ranking.plain(0);
  for (const [place, reasons] of ranking.reasons(0, ranked).entries()) {
    const weights = reasons.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(ranked[place]?.score ?? 0, 10);
  }
  expect(ranking.reasons(0, ranked)[0]?.find(({ kind }) => kind === 'ENTITY')?.label).toContain('Ardent');
});

test('scores are between 0 and 1, the best first', () => {
  const scores = ranking.plain(0).map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
});

test('candidates contain the most alike of a small collection', () => {
  expect(ranking.recall(0)).toBe(1);
  expect(ranking.recall(5)).toBeNull();
});
