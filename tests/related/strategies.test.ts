import { expect, test } from 'vitest';
import { choose, needsTimes, STRATEGIES, type Strategy } from '#related/strategies.ts';

const entries = [
  { id: 'episode before', score: 0.6, alone: 0.3, at: 90 },
  { id: 'episode after', score: 0.5, alone: 0.3, at: 110 },
  { id: 'same day', score: 0.35, alone: 0.3, at: 100 },
  { id: 'only neighbour', score: 0.4, alone: 0.21, at: 95 },
  { id: 'older', score: 0.22, alone: 0.3, at: 50 },
  { id: 'development', score: 0.26, alone: 0.3, at: 120 },
  { id: 'hardly', score: 0.2, alone: 0.3, at: 130 },
  { id: 'undated', score: 0.08, alone: 0.3, at: null },
];
const ids = (strategy: Strategy, at: number | null = 100) => choose(strategy, entries, at).map(({ id }) => id);

test('each strategy offers what it is for', () => {
  expect(ids('MIXED')).toEqual(entries.map(({ id }) => id));
  expect(ids('SAME_STORY')).toEqual(['episode before', 'episode after', 'same day']);
  expect(ids('BACKGROUND')).toEqual(['only neighbour', 'older']);
  expect(ids('LATEST')).toEqual(['development', 'episode after']);
});

test('a story of unknown time has no older and no newer ones', () => {
  expect(STRATEGIES.filter((strategy) => ids(strategy, null).length === 0)).toEqual(['BACKGROUND', 'LATEST']);
  expect(STRATEGIES.filter(needsTimes)).toEqual(['BACKGROUND', 'LATEST']);
});
