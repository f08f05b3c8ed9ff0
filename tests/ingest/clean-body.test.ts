import { describe, expect, it } from 'vitest';
import { blocksOf, clean, libraryImage } from './clean-text.ts';

const paragraph = (html: string): object => ({ type: 'paragraph', html });

describe('paragraphs', () => {
  it('of the classic editor end at a blank line, and a single line end is a line break', () => {
    expect(blocksOf('One\ntwo\n\n<em>Three</em> four')).toEqual([
      paragraph('One<br>two'),
      paragraph('<em>Three</em> four'),
    ]);
  });
  it('survive a bare less-than sign, which WordPress itself takes for a tag', () => {
    expect(blocksOf('Zeichen < 3.\n\nZweiter\nAbsatz')).toEqual([
      paragraph('Zeichen &lt; 3.'),
      paragraph('Zweiter<br>Absatz'),
    ]);
  });
  it('of the block editor keep line ends as spaces and lose the comments', () => {
    expect(
      blocksOf(
        '<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph --><!--more Read on!--><!--nextpage-->\n<p>Three</p>',
      ),
    ).toEqual([paragraph('One two'), paragraph('Three')]);
  });
  it('that show nothing are none, and neither are such headings, lines and cells', () => {
    expect(
      blocksOf(
        '<p>&nbsp;</p><p>One</p><h2><strong>&nbsp;</strong></h2><p> &nbsp;<br>&#8203;</p><ul><li>&nbsp;</li><li>Two&nbsp;three</li></ul><p><a href="/a">\ufeff</a></p>',
      ),
    ).toEqual([paragraph('One'), { type: 'list', ordered: false, items: [{ level: 0, html: 'Two\u00a0three' }] }]);
  });
  it('leave out what a site says to screen readers alone, and notes that wait to be pointed at', () => {
    expect(
      blocksOf(
        '<p>The <a href="/a">tide<span class="screen-reader-text"> (opens in a new tab)</span></a> rose<sup>1</sup><span class="footnote_tooltip">By a metre.</span>.</p>',
      ),
    ).toEqual([paragraph('The <a href="/a">tide</a> rose<sup>1</sup>.')]);
  });
  it('hold only the inline tags of the contract', () => {
    expect(
      blocksOf(
        '<p><b>a</b> <i>b</i> <u>c</u> <del>d</del> <font color="red">e</font> <kbd>f</kbd> <span lang="fr" style="x">g</span> H<sub>2</sub>O</p>',
      ),
    ).toEqual([
      paragraph('<strong>a</strong> <em>b</em> c <s>d</s> e <code>f</code> <span lang="fr">g</span> H<sub>2</sub>O'),
    ]);
  });
  it('are cut at a picture inside them, and open tags go on after it', () => {
    expect(blocksOf('<p><strong>Before <img src="/a.jpg" alt="A"> after</strong></p>')).toEqual([
      paragraph('<strong>Before</strong>'),
      {
        type: 'image',
        image: {
          url: 'https://gazette.example/a.jpg',
          alt: 'A',
          caption: null,
          credit: null,
          width: null,
          height: null,
        },
      },
      paragraph('<strong>after</strong>'),
    ]);
  });
});

describe('links', () => {
  it.each([
    ['https://other.example/a?b=c', '<a href="https://other.example/a?b=c">x</a>'],
    ['//other.example/a', '<a href="https://other.example/a">x</a>'],
    ['https://gazette.example/2023/01/old/', '<a href="/2023/01/old/">x</a>'],
    ['https://gazette.example/?p=9', '<a href="/2023/01/old-ferry">x</a>'],
    ['https://gazette.example/?p=8', '<a href="https://gazette.example/?p=8">x</a>'.replace(/<a.*$/, 'x')],
    [
      'https://gazette.example/wp-content/uploads/a.pdf',
      '<a href="https://gazette.example/wp-content/uploads/a.pdf">x</a>',
    ],
    ['https://gazette.example/2023/01/old/?utm_source=x&fbclid=y#z', '<a href="/2023/01/old/#z">x</a>'],
    [
      'https://gazette.example/find?q=a&pk_campaign=b',
      '<a href="https://gazette.example/find?q=a&amp;pk_campaign=b">x</a>',
    ],
    ['https://other.example/a?utm_source=b', '<a href="https://other.example/a?utm_source=b">x</a>'],
    ['https://gazette.example/%e6%97%a5', '<a href="/日">x</a>'],
    ['mailto:desk@gazette.example', '<a href="mailto:desk@gazette.example">x</a>'],
    ['#note', '<a href="#note">x</a>'],
    ['javascript:alert(1)', 'x'],
    ['tel:+4912345', 'x'],
  ])('to %s become %s', (href, html) => {
    // A link to a post of the source that is not in it leads nowhere better than where it was.
    const expected = href.endsWith('?p=8') ? '<a href="https://gazette.example/?p=8">x</a>' : html;
    expect(blocksOf(`<p><a href="${href}">x</a></p>`)).toEqual([paragraph(expected)]);
  });
});

describe('typed blocks', () => {
  it('make anchors of headings, each once', () => {
    expect(blocksOf('<h2>The Tide</h2><h2>The Tide</h2><h3 id="own">東京</h3><h4>東京</h4>')).toEqual([
      { type: 'heading', level: 2, html: 'The Tide', anchor: 'the-tide' },
      { type: 'heading', level: 2, html: 'The Tide', anchor: 'the-tide-2' },
      { type: 'heading', level: 3, html: '東京', anchor: 'own' },
      { type: 'heading', level: 4, html: '東京', anchor: '東京' },
    ]);
  });
  it('write nested lists as levels', () => {
    expect(blocksOf('<ol><li>One<ul><li><b>Two</b></li></ul></li><li><p>Three</p><p>four</p></li></ol>')).toEqual([
      {
        type: 'list',
        ordered: true,
        items: [
          { level: 0, html: 'One' },
          { level: 1, html: '<strong>Two</strong>' },
          { level: 0, html: 'Three<br>four' },
        ],
      },
    ]);
  });
  it('take pictures of galleries out of the library, where WordPress has shown small ones', () => {
    const item = (id: string, caption: string): string =>
      `<dl class="gallery-item"><dt class="gallery-icon"><a href="https://gazette.example/${id}"><img width="1" height="1" src="https://gazette.example/wp-content/uploads/${id}-150x150.jpg" class="attachment-thumbnail size-thumbnail" alt="" /></a></dt>${caption}</dl>`;
    const shown = `<div class="gallery galleryid-7">${item('11', '<dd class="wp-caption-text gallery-caption">Caption 11</dd>')}${item('12', '')}</div>`;
    expect(blocksOf(shown)).toEqual([{ type: 'gallery', images: ['11', '12'].map(libraryImage) }]);
  });
  it('keep a list with a heading in it as HTML', () => {
    expect(blocksOf('<ul><li><h3>Tide</h3> high</li></ul>')).toEqual([
      { type: 'html', html: '<ul><li><h3>Tide</h3>high</li></ul>' },
    ]);
  });
  it.each([
    '<ol start="5"><li>Five</li><li>Six</li></ol>',
    '<ol reversed=""><li>Two</li><li>One</li></ol>',
    '<ol start="-1"><li>Below</li></ol>',
    '<ol><li>One</li><li value="7">Seven</li></ol>',
    '<ul><li>Tides<ol start="3"><li>Three</li></ol></li></ul>',
  ])('keep a list whose numbers are not those of its lines as HTML: %s', (html) => {
    expect(blocksOf(html)).toEqual([{ type: 'html', html }]);
  });
  it('count a list that starts at 1 as any other', () => {
    expect(blocksOf('<ol start="1"><li value="x">One</li></ol>')).toEqual([
      { type: 'list', ordered: true, items: [{ level: 0, html: 'One' }] },
    ]);
  });
  it('read a table with caption, header and rows, and keep one with joined cells as HTML', () => {
    expect(
      blocksOf(
        '<figure class="wp-block-table"><table><thead><tr><th>Port</th><th>Depth</th></tr></thead><tbody><tr><td>Saltmarsh</td><td><b>4</b> m</td></tr></tbody></table><figcaption>Depths</figcaption></figure>',
      ),
    ).toEqual([
      {
        type: 'table',
        table: { caption: 'Depths', header: ['Port', 'Depth'], rows: [['Saltmarsh', '<strong>4</strong> m']] },
      },
    ]);
    expect(blocksOf('<table><tr><td colspan="2">All</td></tr><tr><td>a</td><td>b</td></tr></table>')).toEqual([
      { type: 'html', html: '<table><tr><td colspan="2">All</td></tr><tr><td>a</td><td>b</td></tr></table>' },
    ]);
  });
  it('read quotations with their speaker, in a blockquote, after a dash and in a pull quote', () => {
    const quote = {
      type: 'quote',
      quote: { text: 'The tide waits.\n\nWe do not.', speaker: 'Ida Quill', source: null },
    };
    expect(blocksOf('<blockquote><p>The tide waits.</p><p>We do not.</p><cite>Ida Quill</cite></blockquote>')).toEqual([
      quote,
    ]);
    expect(blocksOf('<blockquote><p>The tide waits.</p><p>We do not.</p><p>— Ida Quill</p></blockquote>')).toEqual([
      quote,
    ]);
    expect(
      blocksOf(
        '<figure class="wp-block-pullquote"><blockquote><p>The tide waits.</p><p>We do not.</p></blockquote><figcaption>Ida Quill</figcaption></figure>',
      ),
    ).toEqual([quote]);
  });
  it('read a quotation with a list in it, its points on lines of their own', () => {
    expect(
      blocksOf(
        '<blockquote><p>We ask for:</p><ul><li>more <b>boats</b></li><li>lower fares<ul><li>on Sundays</li></ul></li></ul><p>And soon:</p><ol><li>now</li><li>then</li></ol><cite>Ida Quill</cite></blockquote>',
      ),
    ).toEqual([
      {
        type: 'quote',
        quote: {
          text: 'We ask for:\n\n• more boats\n• lower fares\n  • on Sundays\n\nAnd soon:\n\n1. now\n2. then',
          speaker: 'Ida Quill',
          source: null,
        },
      },
    ]);
  });
  it('leave a list that is only moved in, or holds links, a list', () => {
    const list = { type: 'list', ordered: false, items: [{ level: 0, html: 'boats' }] };
    expect(blocksOf('<blockquote><ul><li>boats</li></ul></blockquote>')).toEqual([list]);
    expect(blocksOf('<blockquote><p>Ask for</p><ul><li><a href="/a">boats</a></li></ul></blockquote>')).toEqual([
      paragraph('Ask for'),
      { ...list, items: [{ level: 0, html: '<a href="/a">boats</a>' }] },
    ]);
  });
  it('make an embed of a network’s card and keep its words', () => {
    expect(
      blocksOf(
        '<blockquote class="twitter-tweet"><p>High tide</p>— Ida <a href="https://twitter.com/ida/status/5">June 5</a></blockquote><script src="x"></script>',
      ),
    ).toEqual([
      {
        type: 'embed',
        embed: { url: 'https://twitter.com/ida/status/5', provider: 'X', title: 'High tide — Ida June 5' },
      },
    ]);
  });
  it('embed a player’s bare address on its own line, and leave other addresses as text', () => {
    expect(blocksOf('Look:\nhttps://youtu.be/abcdefghijk\nNice.\n\nhttps://nobody.example/page')).toEqual([
      paragraph('Look:'),
      { type: 'embed', embed: { url: 'https://youtu.be/abcdefghijk', provider: 'YouTube', title: null } },
      paragraph('Nice.'),
      paragraph('https://nobody.example/page'),
    ]);
    expect(
      blocksOf(
        '<!-- wp:embed --><figure class="wp-block-embed is-provider-youtube"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=abcdefghijk\n</div><figcaption>The bay</figcaption></figure><!-- /wp:embed -->',
      ),
    ).toEqual([
      {
        type: 'embed',
        embed: { url: 'https://www.youtube.com/watch?v=abcdefghijk', provider: 'YouTube', title: 'The bay' },
      },
    ]);
  });
  it('read frames, films, sounds, code, verses and dividers', () => {
    expect(
      blocksOf(
        '<iframe src="//player.vimeo.com/video/1" title="Bay"></iframe><figure><video src="/a.mp4" poster="/p.jpg"></video><figcaption>Tide</figcaption></figure><audio><source src="https://a.example/b.mp3"></audio><hr><pre class="language-ts">const a = 1 &lt; 2;\n\nb</pre><pre class="wp-block-verse">One\ntwo</pre>',
      ),
    ).toEqual([
      { type: 'embed', embed: { url: 'https://player.vimeo.com/video/1', provider: 'Vimeo', title: 'Bay' } },
      {
        type: 'video',
        video: {
          url: 'https://gazette.example/a.mp4',
          title: null,
          caption: 'Tide',
          credit: null,
          poster: {
            url: 'https://gazette.example/p.jpg',
            alt: null,
            caption: null,
            credit: null,
            width: null,
            height: null,
          },
        },
      },
      { type: 'audio', audio: { url: 'https://a.example/b.mp3', title: null, caption: null, credit: null } },
      { type: 'divider' },
      { type: 'code', code: 'const a = 1 < 2;\n\nb', language: 'ts' },
      paragraph('One<br>two'),
    ]);
  });
  it('keep emphasis and links of a verse, line by line', () => {
    expect(
      blocksOf(
        '<!-- wp:verse --><pre class="wp-block-verse">The <em>tide</em> goes out<br>  and <a href="https://bay.example/a">comes\nback</a>\n\nagain &lt;</pre><!-- /wp:verse -->',
      ),
    ).toEqual([
      paragraph(
        'The <em>tide</em> goes out<br>and <a href="https://bay.example/a">comes<br>back</a><br><br>again &lt;',
      ),
    ]);
  });
  it('read galleries with a caption each, and keep the gallery’s own caption', () => {
    expect(
      blocksOf(
        '<figure class="wp-block-gallery"><figure><img src="/1.jpg" alt=""><figcaption>One</figcaption></figure><figure><img data-src="/2.jpg" src="data:image/gif;base64,R0"></figure><figcaption>Both</figcaption></figure>',
      ),
    ).toEqual([
      {
        type: 'gallery',
        images: [
          { url: 'https://gazette.example/1.jpg', alt: '', caption: 'One', credit: null, width: null, height: null },
          { url: 'https://gazette.example/2.jpg', alt: null, caption: null, credit: null, width: null, height: null },
        ],
      },
      paragraph('Both'),
    ]);
  });
  it('read the background of a cover from the library, where its address is in a style', () => {
    expect(
      blocksOf(
        '<div class="wp-block-cover"><div role="img" class="wp-block-cover__image-background wp-image-11 has-parallax" style="background-image:url(/x.jpg)"></div><div class="wp-block-cover__inner-container"><p>Over</p></div></div>',
      ),
    ).toMatchObject([{ image: { url: 'https://gazette.example/wp-content/uploads/11.jpg' } }, paragraph('Over')]);
  });
  it('keep what no type fits as HTML of a fixed list of tags', () => {
    expect(blocksOf('<dl class="x"><dt onclick="a()">Ebb</dt><dd>Falls</dd></dl>')).toEqual([
      { type: 'html', html: '<dl><dt>Ebb</dt><dd>Falls</dd></dl>' },
    ]);
  });
});

describe('shortcodes', () => {
  const image = {
    url: 'https://gazette.example/a.jpg',
    alt: 'A',
    caption: 'The pier',
    credit: 'Ida Quill',
    width: 300,
    height: null,
  };
  it('of captions become images, the old form too', () => {
    expect(
      blocksOf(
        '[caption id="attachment_1" width="300"]<a href="/a.jpg"><img src="/a.jpg" alt="A" width="300"></a> The pier (Photo: Ida Quill)[/caption]',
      ),
    ).toEqual([{ type: 'image', image }]);
    expect(
      blocksOf(
        '[caption width="300" caption="The pier (Photo: Ida Quill)"]<img src="/a.jpg" alt="A" width="300">[/caption]',
      ),
    ).toEqual([{ type: 'image', image }]);
  });
  it('of galleries take pictures by id, else those of the post', () => {
    const images = ['12', '11'].map(libraryImage);
    expect(blocksOf('[gallery ids="12,11,99"]')).toEqual([{ type: 'gallery', images }]);
    expect(blocksOf('[gallery]')).toEqual([{ type: 'gallery', images: images.toReversed() }]);
  });
  it('of embeds, sounds and films become their blocks', () => {
    expect(
      blocksOf(
        '[embed width="5"]https://vimeo.com/5[/embed][audio mp3="https://a.example/b.mp3"][/audio][video src="/c.mp4"]',
      ),
    ).toMatchObject([
      { embed: { url: 'https://vimeo.com/5', provider: 'Vimeo' } },
      { audio: { url: 'https://a.example/b.mp3' } },
      { video: { url: 'https://gazette.example/c.mp4' } },
    ]);
  });
  it('of films and sounds end at their own end, not at that of a later one', () => {
    const video = (name: string): object => ({ video: { url: `https://gazette.example/${name}.mp4` } });
    expect(
      blocksOf(
        '[video src="/a.mp4"]\n\nBetween [b]\n\n[video src="/b.mp4"][/video]\n\n[audio mp3="/c.mp3"] after [audio-note]\n\n[audio src="/d.mp3"][/audio]',
      ),
    ).toMatchObject([
      video('a'),
      paragraph('Between [b]'),
      video('b'),
      { audio: { url: 'https://gazette.example/c.mp3' } },
      paragraph('after [audio-note]'),
      { audio: { url: 'https://gazette.example/d.mp3' } },
    ]);
  });
  it('that nobody knows lose their tags, keep their text and are noticed; a word in brackets stays', () => {
    const { blocks, notices } = clean(
      '[quote_box style="x"]Text[/quote_box] he [sic] said [[gallery]] <code>[gallery]</code>',
    );
    expect({ blocks, notices }).toEqual({
      blocks: [paragraph('Text he [sic] said [gallery] <code>[gallery]</code>')],
      notices: ['unknown-shortcode'],
    });
  });
});

describe('bounds', () => {
  it('flatten 100,000 nested divisions quickly and keep the text', () => {
    const started = performance.now();
    const { blocks, notices } = clean(`${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`);
    expect({ blocks, notices }).toEqual({ blocks: [paragraph('deep')], notices: ['body-too-long', 'html-too-deep'] });
    expect(performance.now() - started).toBeLessThan(3_000);
  });
  it('cut a body at 1 MB, and say so', () => {
    const { blocks, notices } = clean('<p>word</p>'.repeat(200_000));
    expect(notices).toEqual(['body-too-long', 'too-many-blocks']);
    expect(blocks).toHaveLength(5_000);
  });
  it('leave out pictures that stand in the text itself, count them, and keep what follows', () => {
    const picture = (length: number): string =>
      `<img src="data:image/png;base64,${'iVBO'.repeat(length / 4)}" alt="A">`;
    const { blocks, notices } = clean(
      `<p>Before</p>${picture(12_000_000)}<p style="background:url(data:image/png;base64,${'iVBO'.repeat(300_000)})">between</p>${picture(400)}<img src="data:image/gif;base64,R0" data-src="/late.jpg"><p>After data:image/png;base64,word</p>`,
    );
    expect({ blocks, notices }).toMatchObject({
      blocks: [
        paragraph('Before'),
        paragraph('between'),
        { image: { url: 'https://gazette.example/late.jpg' } },
        paragraph('After data:image/png;base64,word'),
      ],
      notices: ['dropped-picture', 'dropped-picture'],
    });
  });
  it('read a tag of 50,000 attributes', () => {
    expect(blocksOf(`<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}="x"`).join(' ')}>text</p>`)).toEqual([
      paragraph('text'),
    ]);
  });
});
