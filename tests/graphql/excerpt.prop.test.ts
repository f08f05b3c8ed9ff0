import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '#content/article/excerpt.ts';
import { firstGraphemes } from '#lib/graphemes.ts';

const parameters = { numRuns: process.env['TEST_LONG'] ? 3_000 : 200 };
const word = fc.constantFrom(
  'harbour',
  'é',
  'naïve',
  "don't",
  '3.5',
  'well-known',
  '👩‍🚒',
  'Straße',
  'हिन्दी',
  '東京',
  'a',
  'Überseequartier',
);
const gap = fc.constantFrom(' ', ' ', ' ', '. ', ', ', '! ', ' — ', '\n\n', '; “', '” ');
const text = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 320 })
  .map((parts) => parts.flat().join('').trim());
const ellipsis = fc.constantFrom('…', '...', ' …', '', '[more]', '..........');
/** As the writer stores it. */
const lead = text.map((one) => firstGraphemes(one, 1_200));

const count = (value: string, granularity: 'grapheme' | 'sentence') =>
  [...new Intl.Segmenter('en', { granularity }).segment(value)].length;
const wordsOf = (value: string) => [...new Intl.Segmenter('en', { granularity: 'word' }).segment(value)];
const countWords = (value: string) => wordsOf(value).filter(({ isWordLike }) => isWordLike).length;
const flat = (value: string) => value.replaceAll(/\s+/g, ' ').trim();

/** True where a text, cut at the end of this beginning of it, loses no part of a word. */
function endsBetweenWords(whole: string, shown: string): boolean {
  return (
    whole.startsWith(shown) &&
    wordsOf(whole).every(
      ({ index, segment, isWordLike }) =>
        !isWordLike || index >= shown.length || index + segment.length <= shown.length,
    )
  );
}

describe.each([
  ['WORDS', 100, countWords],
  ['CHARACTERS', 600, (value: string) => count(value, 'grapheme')],
] as const)('an excerpt in %s', (unit, most, measure) => {
  test('is as long as asked at most, ends between words, and says that it was cut where it was', () => {
    fc.assert(
      fc.property(lead, fc.integer({ min: 1, max: most }), ellipsis, (lead, length, ellipsis) => {
        const whole = flat(lead);
        const excerpt = excerptOf(lead, 'en', { length, unit, ellipsis });
        expect(measure(excerpt)).toBeLessThanOrEqual(length + (unit === 'WORDS' ? countWords(ellipsis) : 0));
        const fits = measure(whole) <= length && count(lead, 'grapheme') < 1_200;
        const isLeftOut = fits || (unit === 'CHARACTERS' && count(ellipsis, 'grapheme') > length);
        const end = isLeftOut ? '' : ellipsis;
        const shown = excerpt.slice(0, excerpt.length - end.length);
        expect(shown + end).toBe(excerpt);
        expect(fits ? shown === whole : endsBetweenWords(whole, shown)).toBe(true);
      }),
      parameters,
    );
  });
});

test('an excerpt in words shows as many as were asked for', () => {
  fc.assert(
    fc.property(lead, fc.integer({ min: 1, max: 100 }), (lead, length) => {
      const shown = countWords(excerptOf(lead, 'en', { length, unit: 'WORDS', ellipsis: '…' }));
      const there = countWords(flat(lead));
      // A lead that fills its room may end inside a word, which is left out.
      const least = count(lead, 'grapheme') < 1_200 ? Math.min(length, there) : Math.min(length, there - 4);
      expect(shown).toBeGreaterThanOrEqual(least);
    }),
    parameters,
  );
});

test('an excerpt in sentences shows whole ones, as they end themselves', () => {
  const text =
    'The ferry ran aground. Nobody was hurt! Was it the fog? Nobody knows. An inquiry begins. It will take time.';
  const excerpts = [1, 2, 3, 5].map((length) => excerptOf(text, 'en', { length, unit: 'SENTENCES', ellipsis: '…' }));
  expect(excerpts).toEqual([
    'The ferry ran aground.',
    'The ferry ran aground. Nobody was hurt!',
    'The ferry ran aground. Nobody was hurt! Was it the fog?',
    'The ferry ran aground. Nobody was hurt! Was it the fog? Nobody knows. An inquiry begins.',
  ]);
});

test('a lead without spaces that fills its room loses its last word, not all of them', () => {
  const lead = '東京の港'.repeat(300);
  const excerpt = excerptOf(lead, 'ja', { length: 5, unit: 'SENTENCES', ellipsis: '…' });
  expect(excerpt.length).toBeGreaterThan(1_100);
  expect(excerpt.endsWith('…')).toBe(true);
});

test.each([
  ['WORDS', 30],
  ['CHARACTERS', 160],
  ['SENTENCES', 2],
] as const)('an excerpt in %s has %i of them where no length is given', (unit, usual) => {
  const text = 'Boats came home early. '.repeat(50);
  const given = excerptOf(text, 'en', { length: usual, unit, ellipsis: '…' });
  expect([undefined, null].map((length) => excerptOf(text, 'en', { length, unit, ellipsis: '…' }))).toEqual([
    given,
    given,
  ]);
});

test.each([
  ['WORDS', 0, 'length: at least 1'],
  ['WORDS', 101, 'length: at most 100 words'],
  ['CHARACTERS', 601, 'length: at most 600 characters'],
  ['SENTENCES', 6, 'length: at most 5 sentences'],
] as const)('%s: %i is refused', (unit, length, message) => {
  expect(() => excerptOf('One two.', 'en', { length, unit, ellipsis: '…' })).toThrow(message);
});

test('an ellipsis of more than 10 characters is refused', () => {
  expect(() => excerptOf('One two.', 'en', { length: 1, unit: 'WORDS', ellipsis: '.'.repeat(11) })).toThrow(
    /^ellipsis: at most 10 /,
  );
});
