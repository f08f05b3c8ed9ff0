import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstGraphemes } from '#lib/graphemes.ts';
import { hashText, hashValue } from '#lib/hash.ts';
import { cleanSlug, slugOf } from '#lib/slug.ts';
import { countWords } from '#lib/words.ts';
import { isTimeZone, parseTime } from '#lib/zoned-time.ts';

describe('graphemes', () => {
  it('are never cut in two', () => {
    expect(firstGraphemes('👩‍👩‍👧é!', 1)).toBe('👩‍👩‍👧');
    expect(firstGraphemes('abc', 5)).toBe('abc');
    expect(firstGraphemes('abc', 0)).toBe('');
    expect(firstGraphemes('ab\u0301c', 2)).toBe('ab\u0301');
    expect(firstGraphemes('a\r\nb', 2)).toBe('a\r\n');
  });
});

describe('words', () => {
  it.each([
    ['', 0],
    ['One, two — three!', 3],
    ["the harbour master's 3.5 knots", 5],
    ['東京オリンピック', 2],
  ])('of %j are %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('are those of the segmenter, for texts of any characters', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    const characters = fc.constantFrom(..."aéßZ01 \n.,;:'’‘·-–—“”„…«»_!?()/&%ªº´¸\u00ad\u0301日ק".split(''));
    const any = fc.oneof(
      { weight: 4, arbitrary: characters },
      fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 12 }).map((all) => all.join('')),
        (text) => {
          expect(countWords(text)).toBe([...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('slugs', () => {
  it('transliterate, and are empty where nothing can be', () => {
    expect(slugOf('Schöne Grüße & Café')).toBe('schoene-gruesse-and-cafe');
    expect(slugOf('東京')).toBe('');
  });

  it('are cut between words at 100 characters', () => {
    const slug = slugOf('harbour '.repeat(30));
    expect(slug.length).toBeLessThanOrEqual(100);
    expect(slug.split('-').every((word) => word === 'harbour')).toBe(true);
  });

  it('given by a source stay as they are unless they cannot stand in an address', () => {
    expect(cleanSlug(' 日本-2.html ')).toBe('日本-2.html');
    expect(cleanSlug('a/b c')).toBe('a-b-c');
  });
});

describe('hashes', () => {
  it('are those of JSON with its keys in order, which are stored and so may never change', () => {
    const sortKeys = (_key: string, value: unknown): unknown =>
      value === null || typeof value !== 'object' || Array.isArray(value)
        ? value
        : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    fc.assert(
      fc.property(fc.anything({ withDate: true, withNullPrototype: true }), (value) => {
        expect(hashValue(value)).toBe(hashText(JSON.stringify(value, sortKeys) ?? 'undefined'));
      }),
    );
  });

  it('do not depend on the order of keys', () => {
    expect(hashValue({ a: 1, b: [{ c: 2, d: undefined }] })).toBe(hashValue({ b: [{ c: 2 }], a: 1 }));
    expect(hashValue([1, 2])).not.toBe(hashValue([2, 1]));
  });
});

describe('times', () => {
  it.each([
    ['2026-03-01T10:00:00+02:00', 'Europe/Oslo', '2026-03-01T08:00:00.000Z'],
    ['2026-03-01', 'UTC', '2026-03-01T00:00:00.000Z'],
    ['2026-07-01', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['1950-01-01', 'Asia/Kolkata', '1949-12-31T18:30:00.000Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(parseTime(text, zone)?.toISOString()).toBe(instant);
  });

  it('a day whose midnight is skipped begins with its first instant', () => {
    // Beirut's clocks go from 00:00 to 01:00 on the last Sunday of March.
    expect(parseTime('2026-03-29', 'Asia/Beirut')?.toISOString()).toBe('2026-03-28T22:00:00.000Z');
  });

  it('that are none are null', () => {
    expect(parseTime('yesterday', 'UTC')).toBeNull();
  });

  it('a day read in any zone shows as that day at 00:00 there', () => {
    const zones = fc.constantFrom('Pacific/Auckland', 'America/Caracas', 'Asia/Kathmandu', 'UTC', 'Pacific/Kiritimati');
    // From 1996: Kiritimati had no 31 December 1994, when the date line was moved.
    const days = fc.date({ min: new Date('1996-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, zones, (date, timeZone) => {
        const day = date.toISOString().slice(0, 10);
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
        expect(shown.format(parseTime(day, timeZone) ?? 0)).toBe(`${day} 00:00:00`);
      }),
    );
  });

  it('know their zones', () => {
    expect([isTimeZone('Europe/Oslo'), isTimeZone('Atlantis/Capital')]).toEqual([true, false]);
  });
});
