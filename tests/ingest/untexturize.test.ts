import { expect, it } from 'vitest';
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
  ['hyphens for a dash', 'A -- B --- C', 'A — B — C'],
  ['a range', '2010&#8211;2012', '2010&#8211;2012'],
  [
    'comments, tags and code',
    '<!-- wp:x --><a title="a -- b">x</a><pre>a -- b</pre>',
    '<!-- wp:x --><a title="a -- b">x</a><pre>a -- b</pre>',
  ],
])('%s have one spelling', (_, html, expected) => {
  expect(untexturize(html)).toBe(expected);
  expect(untexturize(expected)).toBe(expected);
});

it('in a title hyphens inside a word are a dash, too', () => {
  expect(untexturizeTitle('War--and---peace, xn-- kept')).toBe('War–and—peace, xn-- kept');
});
