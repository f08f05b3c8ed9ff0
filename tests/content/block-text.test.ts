import { describe, expect, it } from 'vitest';
import { bodyTextOf, inlineText, proseOf, textOf } from '#content/article/block-text.ts';
import type { BlockDoc } from '#content/article/blocks.ts';

describe('the text of HTML', () => {
  it.each([
    ['plain  text\nhere', 'plain text here'],
    ['<em>Low</em> water &amp; &quot;noon&quot;', 'Low water & "noon"'],
    ['one<br>two<br/> three', 'one\ntwo\nthree'],
    ['<p>One</p><p>Two <b>bold</b></p>', 'One\nTwo bold'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a\tb'],
    ['<a href="/a?b=1&amp;c">Tide</a>\t<span lang="de">Flut</span>  &lt;em&gt;', 'Tide Flut <em>'],
    ['<em>a</em> &hellip; &amp;amp;', 'a … &amp;'],
    ['kept<script>dropped()</script>', 'kept'],
    ['a < b', 'a < b'],
    ['10&nbsp;km', '10\u00A0km'],
  ])('%j is %j', (html, text) => {
    expect(inlineText(html)).toBe(text);
  });
});

const image = { id: 'i', url: '/i.jpg', alt: 'Alt', caption: null, credit: 'Credit', width: null, height: null };
const link = { label: 'ALSO READ', title: 'Tides', url: null, articleId: null, path: null };
const blocks: readonly (readonly [BlockDoc, string])[] = [
  [{ type: 'paragraph', id: '1', html: 'A <em>b</em>' }, 'A b'],
  [{ type: 'image', id: '2', image }, 'Alt\nCredit'],
  [{ type: 'gallery', id: '3', images: [image, { ...image, caption: 'Caption' }] }, 'Alt\nCredit\nCaption\nCredit'],
  [{ type: 'quote', id: '4', quote: { text: 'Yes.', speaker: 'Ada', source: null } }, 'Yes.\n— Ada'],
  [
    {
      type: 'list',
      id: '5',
      ordered: false,
      items: [
        { level: 0, html: 'a' },
        { level: 1, html: '<b>b</b>' },
      ],
    },
    'a\nb',
  ],
  [{ type: 'table', id: '6', table: { caption: null, header: ['H', 'I'], rows: [['1', '2']] } }, 'H\tI\n1\t2'],
  [{ type: 'embed', id: '7', embed: { url: 'https://v.example/', provider: null, title: null } }, 'https://v.example/'],
  [
    { type: 'embed', id: '11', embed: { url: 'https://v.example/', provider: null, title: 'The bay' } },
    'https://v.example/\nThe bay',
  ],
  [{ type: 'read-also', id: '8', link }, 'ALSO READ: Tides'],
  [{ type: 'code', id: '9', code: 'x = 1', language: null }, 'x = 1'],
  [{ type: 'divider', id: '10' }, ''],
];

describe('the text of a block', () => {
  it.each(blocks)('%j', (block, text) => {
    expect(textOf(block)).toBe(text);
  });

  it('joins to the text of a body; read-also links, embeds and code are no prose', () => {
    const body = blocks.map(([block]) => block);
    expect(bodyTextOf(body.slice(0, 2))).toBe('A b\n\nAlt\nCredit');
    expect(proseOf(body)).not.toMatch(/ALSO READ|v\.example|x = 1/);
  });
});
