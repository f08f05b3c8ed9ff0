import { describe, expect, test } from 'vitest';
import { articleItem, ndjson, paragraph } from '../_support/make/items.ts';
import { FULL_STORY, smallNewsroom } from './_newsroom.ts';
import { useSite } from './_site.ts';

const site = useSite(smallNewsroom, ndjson);

describe('the article page shows', () => {
  test.each([
    ['the breadcrumbs', '<a href="/section/city">City</a></li><li><a href="/section/harbour">Harbour</a>'],
    ['the kicker', '<p class="kicker">At the slip</p>'],
    ['the headline, escaped', '<h1>Boat &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; crew</h1>'],
    ['the standfirst', 'All went down well'],
    ['its credit line', '<span class="credit-line">reports Harbour Wire</span>'],
    ['the author with job', 'By <a href="/author/ada">Ada Bell</a> <span class="meta">Reporter</span>'],
    ['the date in the site’s zone', '<time datetime="2026-02-27T09:41:00.000Z">27 February 2026 at 09:41</time>'],
    ['the reading time', '<time datetime="PT1M">1 min</time> read'],
    [
      'the lead image, loaded first',
      'src="/media/ferry-refloat.svg" alt="Drawing: ferry-refloat" width="1200" height="800" fetchpriority="high"',
    ],
    ['its caption and credit', 'Caption of ferry-refloat. <span class="credit">Credit of ferry-refloat</span>'],
    ['paragraphs', '<p>Paragraph with <em>stress</em> and “a word in quotation marks”.</p>'],
    ['headings', '<h2 id="heading-between">Heading between</h2>'],
    ['images', 'src="/media/fish-market.svg"'],
    ['galleries', 'src="/media/kelp-lines.svg"'],
    ['quotes', '<blockquote><p>Nothing here floats by itself.</p></blockquote>'],
    ['who said them, and to whom', '<cite>Ada Quayle, <a href="https://wire.example">Harbour Wire</a></cite>'],
    ['lists, nested', '<li>First point<ol><li>Point below the first</li></ol></li>'],
    ['tables', '<th scope="col">Boats</th>'],
    ['cells of tables', '<td><strong>12</strong></td>'],
    ['embeds as links', '<a href="https://clips.example/watch/7" rel="noopener">The launch, filmed</a>'],
    [
      'videos that wait to be played',
      '<video controls preload="none" playsinline src="/media/launch.mp4" poster="/media/port-sauvel-slip.svg"',
    ],
    ['sounds that wait to be played', '<audio controls preload="none" src="/media/launch.mp3"'],
    [
      'the inline "also read" link, to the live story',
      '<b>ALSO READ</b> <a href="/harbour/older-story" lang="en-GB" dir="ltr">Headline of older-story</a>',
    ],
    ['code', 'if (a &lt; b) { wait(); }'],
    ['dividers', '<hr />'],
    ['other HTML', '<dl><dt>Slip</dt><dd>Where boats go down.</dd></dl>'],
    ['quotations of paragraphs', '<q>a word in quotation marks</q> <cite>Bo Lund</cite>'],
    ['sources', '<h2>Sources</h2> <ul class="plain"> <li><a href="https://wire.example">Harbour Wire</a></li>'],
    ['topics', '<ul class="chips"> <li><a href="/topic/boats">Boats</a></li>'],
    [
      'the previous story',
      '<a rel="prev" href="/harbour/picked-story"><span class="meta">Previous story</span><span>Headline of picked-story</span></a>',
    ],
    ['the next story', '<a rel="next"'],
    ['the latest of the section', 'Latest from <a href="/section/harbour">Harbour</a>'],
    ['with excerpts', '<p class="excerpt">Standfirst of middle-story.</p>'],
    ['related stories', '<h2 id="page-related" class="rubric">Related stories</h2>'],
    ['the reasons why', 'aria-label="Why it is related"'],
    ['Don’t miss', '<h2 id="page-dont-miss" class="rubric">Don’t miss</h2>'],
  ])('%s', async (_, expected) => {
    const bare = (text: string): string => text.replaceAll(/> </g, '><').replaceAll(' >', '>');
    expect(bare(await site.main(FULL_STORY))).toContain(bare(expected));
  });

  test('in Don’t miss every story but itself', async () => {
    const dontMiss = (await site.main(FULL_STORY)).split('page-dont-miss" class')[1];
    expect(dontMiss).toContain('/harbour/picked-story');
    expect(dontMiss).not.toContain(FULL_STORY);
  });
});

test('title, description and the address for search engines stand in the head', async () => {
  const page = await site.page(FULL_STORY);
  expect(page).toContain(
    '<title>Boat &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; crew – The Estuary Post</title>',
  );
  expect(page).toContain('<meta name="description" content="All went down well');
  expect(page).toContain('<link rel="canonical" href="https://tidings.example/harbour/full-story" />');
});

test('a standfirst that is the first paragraph, too, is shown once, there', async () => {
  const standfirst = 'High tide came at noon';
  const story = (slug: string, first: string) =>
    articleItem({
      id: slug,
      slug,
      path: `/harbour/${slug}`,
      standfirst,
      creditLine: 'reports Harbour Wire',
      body: [paragraph(first), paragraph('It went at six.')],
    });
  await site.fixture.write([story('twice', `${standfirst}…reports Harbour Wire`), story('once', 'It came early.')]);
  const shown = async (path: string): Promise<readonly string[]> =>
    (await site.main(path)).match(/<p(?! class="excerpt")[^<]*High tide came at noon/g) ?? [];
  expect(await shown('/harbour/twice')).toEqual([`<p>${standfirst}`]);
  expect(await shown('/harbour/once')).toEqual([`<p class="standfirst">${standfirst}`]);
});

test('no text of a story becomes markup', async () => {
  const evil = '"><script>x()</script><img src=x onerror=x()>\'';
  await site.fixture.write([
    articleItem({
      id: 'evil',
      slug: 'evil',
      kicker: evil,
      headline: evil,
      standfirst: evil,
      creditLine: evil,
      byline: evil,
      leadImage: { url: '/media/a.svg', alt: evil, caption: evil, credit: evil, width: 1, height: 1 },
      body: [
        { type: 'code', code: evil, language: evil },
        { type: 'quote', quote: { text: evil, speaker: evil, source: { name: evil, url: null } } },
        { type: 'embed', embed: { url: 'https://clips.example/"onclick="x()', provider: evil, title: evil } },
        { type: 'read-also', link: { label: evil, title: evil, url: null } },
      ],
    }),
  ]);
  const page = await site.page('/evil');
  expect(page).toContain('<h1>&quot;&gt;&lt;script&gt;x()');
  expect(page).not.toMatch(/<script|<img src=x|"onclick/);
});

test('a story of another language says so, wherever it is met, and the words of the site around it say theirs', async () => {
  await site.fixture.write([articleItem({ id: 'ar', slug: 'ar', locale: 'ar', kicker: 'ميناء' })]);
  const story = await site.page('/ar');
  expect(story).toContain('<article lang="ar" dir="rtl">');
  expect(story).toContain('<div class="article-meta" lang="en-GB" dir="ltr">');
  const latest = await site.page('/latest');
  expect(latest).toContain('<h2 lang="ar" dir="rtl"><a href="/ar">');
  expect(latest).toContain('<p class="kicker" lang="ar" dir="rtl">ميناء</p>');
  expect(latest).toMatch(/<h2 ?><a href="\/harbour/);
});
