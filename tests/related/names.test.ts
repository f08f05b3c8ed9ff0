import { expect, test } from 'vitest';
import { authorsBeside, countNames, tellingTopics, topicsOfAuthor, type Tagged } from '#related/names.ts';

const story = (topics: string, authors = ''): Tagged => ({
  topicIds: topics.split(' ').filter(Boolean),
  authorIds: authors.split(' ').filter(Boolean),
});
const times = (count: number, one: Tagged) => Array.from({ length: count }, () => one);
const ids = (weighed: readonly (readonly [string, number])[]) => weighed.map(([id]) => id);

const ferries = [...times(3, story('ferries islands city', 'ada')), story('ferries courts city', 'bo')];
const others = [
  ...times(20, story('city')),
  story('courts city', 'cy'),
  story('courts', 'cy'),
  story('islands', 'dee'),
  story('football', 'eve'),
];
const site = countNames([...ferries, ...others]);

test('a topic that is everywhere is close to none, and one that is met here most comes first', () => {
  expect(ids(tellingTopics(countNames(ferries), site, 'ferries'))).toEqual(['islands', 'courts', 'city']);
  const [[, islands] = ['', 0], [, courts] = ['', 0], [, city] = ['', 0]] = tellingTopics(
    countNames(ferries),
    site,
    'ferries',
  );
  expect(islands).toBeCloseTo(0.75 * Math.log(0.75 / (4.5 / 28.5)));
  expect([courts > city, city < 0.2]).toEqual([true, true]);
});

test('topics that are met here no more than elsewhere are none', () => {
  expect(tellingTopics(countNames([story('football city')]), site, 'football').map(([id]) => id)).toEqual(['city']);
  expect(tellingTopics(countNames(times(9, story('city'))), countNames(times(9, story('city'))), null)).toEqual([]);
});

test('ties stand in the order of ids', () => {
  expect(ids(tellingTopics(countNames([story('x b a c')]), site, 'x'))).toEqual(['a', 'b', 'c']);
});

test('an author is near those who write about what tells them, and near co-authors', () => {
  const own = countNames([story('ferries islands', 'ada'), story('ferries', 'ada flo')]);
  const topics = topicsOfAuthor(own, site);
  expect(ids(topics)).toEqual(['ferries', 'islands']);
  const about = new Map([
    ['ferries', countNames(ferries)],
    ['islands', countNames([...ferries.slice(0, 3), story('islands', 'dee')])],
  ]);
  const passedOn = topics.map(([id, weight]) => ({ weight, about: about.get(id) ?? countNames([]) }));
  expect(ids(authorsBeside('ada', own, passedOn, site))).toEqual(['flo', 'bo', 'dee']);
});
