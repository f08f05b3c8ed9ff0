import { Binary } from 'mongodb';
import { expect, test } from 'vitest';
import { readersList, type ReadList } from '#related/readers-list.ts';
import { signatureOf } from '#related/signature.ts';
import type { Strategy } from '#related/strategies.ts';
import { packPool, packTold } from '#related/pool.ts';
import { packNumbers, packTerms, unpackTerms } from '#related/stored.ts';

const words = (from: number) => Array.from({ length: 80 }, (_, n) => `word${from + n}`).join(' ');
const signed = (from: number) => new Binary(signatureOf({ title: '', body: words(from) }));
const entry = (id: string, direct: number, from: number) => ({
  id,
  direct,
  told: packTold(signatureOf({ title: '', body: words(from) }), [{ kind: 'ENTITY', names: ['Ardent'], part: direct }]),
});

const list: ReadList = {
  _id: 'story',
  lang: 'en',
  signature: signed(0),
  ...packPool([
    entry('a', 0.4, 1000),
    entry('a again', 0.35, 1000),
    entry('pushed', 0.3, 3000),
    entry('weak', 0.03, 4000),
  ]),
  circle: { ids: ['a'], weights: [1], share: 0.25 },
  scored: {
    ids: ['a', 'a again', 'of the circle', 'weak'],
    scores: packNumbers([0.5, 0.45, 0.1, 0.02]),
    directs: packNumbers([0.2, 0.2, 0, 0.02]),
  },
};

test('what was pushed since counts with its own words, copies move back, and the hardly related is left out', () => {
  expect(readersList(list, 5).map(({ id, score }) => [id, Number(score.toFixed(3))])).toEqual([
    ['a', 0.5],
    ['pushed', 0.225],
    ['of the circle', 0.1],
    ['a again', 0.45],
  ]);
});

test('reasons add up to the score, and tell the same story of the circle alone', () => {
  for (const { score, reasons } of readersList(list, 5)) {
    expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 12);
  }
  const stories = readersList(list, 5).map(({ reasons }) => reasons.find(({ kind }) => kind === 'STORY')?.label);
  expect(stories).toEqual(['Same running story', undefined, 'Related to the same stories', 'Same running story']);
});

test('a strategy knows times alone by what it is given', () => {
  const day = (date: number) => new Date(Date.UTC(2026, 0, date));
  const times = [
    { _id: 'story', at: day(10) },
    { _id: 'a', at: day(12) },
    { _id: 'a again', at: day(14) },
    { _id: 'pushed', at: day(15) },
    { _id: 'of the circle', at: day(1) },
  ];
  const ids = (strategy: Strategy, timed = list) => readersList(timed, 5, { strategy }).map(({ id }) => id);
  expect(ids('SAME_STORY')).toEqual(['a', 'a again']);
  expect(ids('BACKGROUND')).toEqual([]);
  expect(ids('BACKGROUND', { ...list, times })).toEqual(['of the circle']);
  expect(ids('LATEST', { ...list, times })).toEqual(['a again', 'a']);
});

test('terms survive being stored', () => {
  const terms = { hashes: Uint32Array.of(1, 77, 0xffffffff), tfs: Uint8Array.of(1, 40, 255) };
  const packed = packTerms(terms);
  expect(packed.length()).toBe(15);
  expect(unpackTerms(packed)).toMatchObject(terms);
});
