import { describe, expect, it } from 'vitest';
import { blocksOf, clean } from './clean-text.ts';

const paragraph = (html: string): object => ({ type: 'paragraph', html });
const heading = (html: string, level: number, anchor: string): object => ({ type: 'heading', html, level, anchor });
const urls = (html: string): unknown => JSON.stringify(blocksOf(html)).match(/https:[^"]+/g);

describe('elements of page builders', () => {
  it('show their headings, texts, pictures and signatures, in order, whatever attribute holds them', () => {
    expect(
      blocksOf(
        '[vc_row][vc_custom_heading text="Harbour works" font_container="tag:h2"][vc_column_text css=".a{margin: 0}"]<p>Body</p>[/vc_column_text][vc_btn title="All works" link="url:%2Fa"][/vc_row]',
      ),
    ).toEqual([heading('Harbour works', 3, 'harbour-works'), paragraph('Body'), paragraph('All works')]);
    expect(
      blocksOf(
        '[et_pb_section admin_label="section"][et_pb_blurb title="Fog %22banks%22"]<p>Dense.</p>[/et_pb_blurb][et_pb_testimonial author="Ida Quill" job_title="Mayor"]<p>We wait.</p>[/et_pb_testimonial][/et_pb_section]',
      ),
    ).toEqual([
      heading('Fog "banks"', 3, 'fog-banks'),
      paragraph('Dense.'),
      paragraph('We wait.'),
      paragraph('— Ida Quill, Mayor'),
    ]);
  });
  it.each([
    ['[vc_single_image image="11" img_size="full"]', ['https://gazette.example/wp-content/uploads/11.jpg']],
    [
      '[et_pb_image src="https://gazette.example/i.jpg" alt="Pier" title_text="t" /]',
      ['https://gazette.example/i.jpg'],
    ],
    ['[fusion_imageframe]https://gazette.example/i.jpg[/fusion_imageframe]', ['https://gazette.example/i.jpg']],
    [
      '[fusion_imageframe]<img src="https://gazette.example/j.jpg">[/fusion_imageframe]',
      ['https://gazette.example/j.jpg'],
    ],
    ['[fusion_youtube id="abcdefghijk" /]', ['https://www.youtube.com/watch?v=abcdefghijk']],
    ['[su_vimeo url="https://vimeo.com/22439"]', ['https://vimeo.com/22439']],
    ['[vimeo 22439]', ['https://vimeo.com/22439']],
    ['[youtube id="abcdefghijk"]', ['https://www.youtube.com/watch?v=abcdefghijk']],
  ])('%s shows %j', (html, expected) => expect(urls(html)).toEqual(expected));
  it('show galleries of the library', () => {
    expect(blocksOf('[vc_gallery images="12,11"]')).toMatchObject([{ type: 'gallery', images: [{}, {}] }]);
    expect(blocksOf('[et_pb_gallery gallery_ids="12,11" /]')).toMatchObject([{ type: 'gallery', images: [{}, {}] }]);
  });
  it('hold HTML in base64, which is bounded and sanitised like all other', () => {
    const packed = Buffer.from(encodeURIComponent('<p>Raw <b>text</b></p><script>x()</script>')).toString('base64');
    expect(blocksOf(`[vc_raw_html]${packed}[/vc_raw_html]`)).toEqual([paragraph('Raw <strong>text</strong>')]);
    const deep = Buffer.from('<div>'.repeat(50_000)).toString('base64');
    expect(blocksOf(`[fusion_code]${deep}[/fusion_code]end`)).toEqual([paragraph('end')]);
    expect(blocksOf('[fusion_code]No base64 at all.[/fusion_code]')).toEqual([paragraph('No base64 at all.')]);
  });
  it('do not tear a line apart where they stand within it, nor show what only chooses something', () => {
    expect(
      blocksOf('<p>[fusion_dropcap boxed="no"]T[/fusion_dropcap]ide and [su_highlight]fog[/su_highlight]</p>'),
    ).toEqual([paragraph('Tide and fog')]);
    expect(blocksOf('[fusion_title title="no" heading="default"]Tide[/fusion_title]')).toEqual([paragraph('Tide')]);
    expect(blocksOf('[vc_video title="Film" link="https://youtu.be/abcdefghijk"]')).toMatchObject([{ type: 'embed' }]);
  });
});

describe('what is left out', () => {
  it('is counted by its kind', () => {
    const { blocks, notices } = clean(
      '<p>Tide</p><script>a()</script><style>.a{}</style><select><option>1</option></select><svg><text>x</text></svg><div class="sharedaddy"><ul><li><a href="/s">Share</a></li></ul></div>',
    );
    expect(blocks).toEqual([paragraph('Tide')]);
    expect(notices).toEqual([
      'dropped-script',
      'dropped-style',
      'dropped-form-field',
      'dropped-drawing',
      'dropped-share-buttons',
    ]);
  });
  it('is no text, whatever its class says', () => {
    const long = 'The council met on Monday and talked about the tide for three hours. '.repeat(4).trim();
    expect(blocksOf(`<div class="social-share"><p>${long}</p></div>`)).toEqual([paragraph(long)]);
  });
});

describe('a text that is parted', () => {
  it.each(['<!--more-->', '<!--more Read on!-->', '<!--nextpage-->'])('by %s is no word there', (mark) => {
    expect(blocksOf(`Low${mark}tide`)).toEqual([paragraph('Low'), paragraph('tide')]);
  });
});

it('a caption in an attribute keeps its escaped quotation marks and its link’s text', () => {
  expect(
    blocksOf(
      `[caption width="300" caption="She said &quot;no&quot; &amp; <a href='/a'>left</a>"]<img src="/a.jpg" alt="A">[/caption]`,
    ),
  ).toMatchObject([{ image: { caption: 'She said "no" & left' } }]);
});
