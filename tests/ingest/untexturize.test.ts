import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from '#ingest/clean/plain-text.ts';
import { untexturize, untexturizeTitle } from '#ingest/clean/untexturize.ts';

it.each([
  [
    'quotes that WordPress made',
    'It&#8217;s &#8220;so&#8221; 6&#8242; 2&#8243;',
    'It&#039;s &quot;so&quot; 6&#039; 2&quot;',
  ],
  ['German and French ones', '&#8222;ja&#8220; &laquo;&nbsp;oui&nbsp;&raquo;', '&quot;ja&quot; &quot;oui&quot;'],
  ['those of an author, which are characters', '“ja” – ’s', '“ja” – ’s'],
  ['dots and times signs', 'and so&#8230; 9&#215;9', 'and so... 9x9'],
  ['a hyphen between spaces', 'A &#8211; B - C', 'A - B - C'],
  ['hyphens for a dash', 'A -- B --- C, d--e---f, xn-- kept', 'A — B — C, d–e—f, xn-- kept'],
  ['smileys between spaces', 'so :) and ;-) :lol: (a:) 18:o 8O', 'so 🙂 and 😉 😆 (a:) 18:o 😯'],
  ['doubled quotation marks', "``so'' he said", '"so" he said'],
  [
    'addresses',
    'at https://x.example/a--b?c and https://x.example/a&#8211;b',
    'at https://x.example/a--b?c and https://x.example/a--b',
  ],
  ['shortcodes', '[caption id="a--b"]c--d[/caption]', '[caption id="a--b"]c–d[/caption]'],
  ['a range', '2010&#8211;2012', '2010&#8211;2012'],
  [
    'comments, tags and code',
    '<!-- wp:x {"a":"b > c"} --><a title="a -- b">x</a><pre>a -- b</pre>',
    '<!-- wp:x {"a":"b > c"} --><a title="a -- b">x</a><pre>a -- b</pre>',
  ],
])('%s have one spelling', (_, html, expected) => {
  expect(untexturize(html)).toBe(expected);
  expect(untexturize(expected)).toBe(expected);
});

it('takes time in proportion to a text that is nothing but hyphens', () => {
  const started = performance.now();
  untexturize(' -- '.repeat(100_000));
  untexturize('<a '.repeat(50_000) + ' -- '.repeat(100_000));
  untexturize('[a '.repeat(50_000) + '<!-- '.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});

/** What WordPress makes of a title, in the languages of the marks: opening and closing double, opening and closing single. */
function texturized(title: string, [open, close, openSingle, closeSingle]: readonly string[]): string {
  const joined = (part: string, before: string): boolean => /[\p{L}\p{N}]$/u.test(before) && part !== '';
  return title
    .replaceAll('...', '&#8230;')
    .replaceAll('``', open ?? '')
    .replaceAll("''", close ?? '')
    .replaceAll(' (tm)', ' &#8482;')
    .replaceAll(/(\d)"/g, '$1&#8243;')
    .replaceAll(/(\d)'/g, '$1&#8242;')
    .replaceAll(/["']/g, (mark, at: number, all: string) => {
      const isClose = joined(mark, all.slice(0, at));
      return (mark === '"' ? (isClose ? close : open) : isClose ? closeSingle : openSingle) ?? mark;
    })
    .replaceAll('---', '&#8212;')
    .replaceAll(/(?<=^|\s)--(?=$|\s)/g, '&#8212;')
    .replaceAll(/(?<!xn)--/g, '&#8211;')
    .replaceAll(/(?<=^|\s)-(?=$|\s)/g, '&#8211;')
    .replaceAll(/(?<=\d)x(?=\d)/g, '&#215;')
    .replaceAll(/&(?!#?\w+;)/g, '&#038;')
    .replaceAll('Wordpress', 'WordPress');
}

const MARKS = [
  ['&#8220;', '&#8221;', '&#8216;', '&#8217;'],
  ['&#8222;', '&#8220;', '&#8218;', '&#8216;'],
  ['&laquo;&nbsp;', '&nbsp;&raquo;', '&#8216;', '&#8217;'],
  ['&#171;&#160;', '&#160;&#187;', '&#8249;', '&#8250;'],
];

it('a headline is the same as it was typed and as WordPress shows it', () => {
  const part = fc.constantFrom(
    'Tide',
    'harbour',
    "it's",
    '9',
    '10x4',
    '"',
    "'",
    '``',
    "''",
    '...',
    '-',
    '--',
    '---',
    '&',
    '&amp;',
    '<em>low</em>',
    '(tm)',
    '5"',
    "6'",
    "'99",
    'xn--ab',
    'Wordpress',
    '“so”',
    'l’eau',
    '…',
    '–',
    'Ω',
    'R&D',
  );
  const title = fc.array(fc.tuple(part, fc.constantFrom(' ', '')), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(title, fc.constantFrom(...MARKS), (parts, marks) => {
      const typed = parts.flat().join('').trim();
      const headline = (text: string): string => plainText(untexturizeTitle(text));
      const shown = typed.split(/(<[^>]*>)/).map((one) => (one.startsWith('<') ? one : texturized(one, marks)));
      expect(headline(shown.join(''))).toBe(headline(typed));
    }),
    { numRuns: 1_000 },
  );
});
