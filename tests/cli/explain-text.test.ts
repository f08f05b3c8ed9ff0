import { expect, test } from 'vitest';
import type { NamedArticle } from '#app/related.ts';
import { formatList, formatPair } from '#cli/explain-text.ts';
import type { Explanation } from '#related/explain.ts';
import type { Listed } from '#related/readers-list.ts';

const article = (id: string, headline: string, isVisible = true): NamedArticle => ({
  id,
  headline,
  path: `/harbour/${id}`,
  isVisible,
  publishedAt: new Date('2026-03-01T09:00:00Z'),
});
const [ferry, bridge] = [
  article('ferry', 'Island ferry strikes the slip at Port-Sauvel; sixty-one passengers land by ladder'),
  article('bridge', 'The bridge'),
];
const listed: Listed = {
  id: 'bridge',
  score: 0.42,
  reasons: [
    { kind: 'STORY', label: 'Same running story', weight: 0.3 },
    {
      kind: 'ENTITY',
      label: 'Also about: Harbour Bridge, Port Authority of the Outer Islands, Port-Sauvel',
      weight: 0.12,
    },
  ],
  isCopy: false,
};
const why: Explanation = {
  removedBy: null,
  rank: 1,
  listed: [listed],
  parts: {
    likeness: 0.5,
    days: 12,
    dateFactor: 0.8,
    direct: 0.4,
    directRank: 2,
    shared: [{ label: 'Port-Sauvel', part: 0.2 }],
    ownCircle: { members: 1, share: 0.25 },
    otherCircle: { members: 3, share: 0.6 },
  },
  isCopy: true,
  strategies: ['MIXED', 'SAME_STORY'],
};
const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

test.each([80, 120])('nothing is wider than a terminal of %d columns', (width) => {
  expect(widest(formatList(ferry, [listed], new Map([['bridge', bridge]]), width))).toBeLessThanOrEqual(width);
  expect(widest(formatPair(ferry, bridge, why, width))).toBeLessThanOrEqual(width);
});

test('a list has rank, score, headline and day of each, and its reasons with their weights', () => {
  expect(formatList(ferry, [listed], new Map([['bridge', article('bridge', 'The bridge', false)]]), 80)).toBe(
    `Island ferry strikes the slip at Port-Sauvel; sixty-one passengers land by
ladder
/harbour/ferry (2026-03-01)

1 related, best first, with the reasons that make up each score:

  1.  .420  The bridge (2026-03-01)
            (hidden from readers now)
            .300  STORY    Same running story
            .120  ENTITY   Also about: Harbour Bridge, Port Authority of the
                           Outer Islands, Port-Sauvel`,
  );
  expect(formatList(bridge, [], new Map(), 80)).toMatch(/Nothing is related to it\.$/);
});

test('a pair has every step from likeness to score, which add up', () => {
  expect(formatPair(bridge, bridge, why, 80).split('\n').slice(6)).toEqual([
    'Related: rank 1 of 1, score .420.',
    'One text printed twice: it stands behind the others.',
    'Offered by the strategies MIXED, SAME_STORY.',
    '',
    '    .500  likeness of words, names, topics, section, authors',
    '  × .800  time between them: 12 days',
    '  = .400  direct score: place 2 among the nearest',
    '  × .300  left beside the circles of 1 and of 3 articles',
    '  + .300  what the articles of both circles say',
    '  = .420  score',
    '',
    'As readers are told:',
    '    .300  STORY    Same running story',
    '    .120  ENTITY   Also about: Harbour Bridge, Port Authority of the Outer',
    '                   Islands, Port-Sauvel',
    '',
    'Shared most, of the direct score: Port-Sauvel .200',
  ]);
});

test('what is not related is told what removed it', () => {
  const removed = (more: Partial<Explanation>) =>
    formatPair(ferry, bridge, { ...why, rank: null, listed: [], ...more }, 80);
  expect(removed({ removedBy: 'score-too-low', strategies: [] })).toContain('Not related: the score is below .05');
  expect(removed({ removedBy: 'other-language', parts: null })).toMatch(/they are in different languages\./);
});
