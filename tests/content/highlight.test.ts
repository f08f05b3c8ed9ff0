import { expect, test } from 'vitest';
import { highlightsOf } from '#content/article/highlight.ts';

const NOTHING = { headline: '', standfirst: null, body: '' };
const filler = (word: string, count: number): string => Array.from({ length: count }, () => word).join(' ');

test('words are marked whatever their case and accents, and nothing else is markup', () => {
  expect(
    highlightsOf('elodie harbour', { ...NOTHING, headline: 'Élodie & the <b>harbours</b>: a HARBOUR tale' }),
  ).toEqual([
    { field: 'headline', html: '<em>Élodie</em> &amp; the &lt;b&gt;harbours&lt;/b&gt;: a <em>HARBOUR</em> tale' },
  ]);
});

test('of a body the 15 words before and behind the first word found are shown, with dots where more is', () => {
  const body = `${filler('before', 20)}, wall ${filler('behind', 20)}`;
  expect(highlightsOf('wall', { ...NOTHING, body })).toEqual([
    { field: 'body', html: `…${filler('before', 15)}, <em>wall</em> ${filler('behind', 15)}…` },
  ]);
  expect(highlightsOf('wall', { ...NOTHING, body: 'The wall holds.' })).toEqual([
    { field: 'body', html: 'The <em>wall</em> holds.' },
  ]);
});

test('a field without any of the words is left out', () => {
  expect(highlightsOf('tide', { headline: 'The wall', standfirst: 'High tide', body: 'A wall' })).toEqual([
    { field: 'standfirst', html: 'High <em>tide</em>' },
  ]);
});
