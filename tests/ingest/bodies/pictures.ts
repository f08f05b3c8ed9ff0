import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { IMG, line } from './inline.ts';
import { seq, wrap, type Shape } from './shape.ts';

const figure = (content: Arbitrary<string>, caption: Arbitrary<Shape>, kind: Arbitrary<string>): Arbitrary<Shape> =>
  fc
    .tuple(content, caption, kind)
    .map(([inner, text, classes]) =>
      wrap(`<figure class="${classes}">${inner}<figcaption>`, text, '</figcaption></figure>'),
    );

export const pictures = fc.oneof(
  figure(
    fc.constantFrom(IMG, `<a href="/a">${IMG}</a>`, `<div class="inner">${IMG}</div>`),
    line,
    fc.constantFrom('wp-block-image', 'wp-block-image alignleft size-large', 'figure', 'wp-caption'),
  ),
  figure(
    fc.constantFrom(
      '<video src="/a.mp4"></video>',
      '<audio src="/a.mp3"></audio>',
      '<iframe src="https://youtube.com/embed/abcdefghijk"></iframe>',
      '<video></video>',
      '<iframe></iframe>',
    ),
    line,
    fc.constantFrom('wp-block-video', 'wp-block-embed is-type-video'),
  ),
  line.map((text) =>
    wrap(
      `<div id="attachment_1" class="wp-caption alignnone" style="width: 300px">${IMG}<p class="wp-caption-text">`,
      text,
      '</p></div>',
    ),
  ),
  line.map((text) =>
    wrap(`<dl class="wp-caption"><dt class="wp-caption-dt">${IMG}</dt><dd class="wp-caption-dd">`, text, '</dd></dl>'),
  ),
  line.map((text) => wrap(`[caption id="attachment_1" width="300"]<a href="/a">${IMG}</a> `, text, '[/caption]')),
  fc.tuple(fc.array(line, { minLength: 1, maxLength: 3 }), line, fc.boolean()).map(([captions, own, isNew]) => {
    const one = (text: Shape): Shape =>
      isNew
        ? wrap(`<figure class="wp-block-image">${IMG}<figcaption>`, text, '</figcaption></figure>')
        : wrap(
            `<li class="blocks-gallery-item"><figure>${IMG}<figcaption class="blocks-gallery-item__caption">`,
            text,
            '</figcaption></figure></li>',
          );
    const all = seq(captions.map(one), '\n');
    return isNew
      ? seq(
          [
            wrap('<figure class="wp-block-gallery has-nested-images columns-default">', all, ''),
            wrap('<figcaption class="blocks-gallery-caption">', own, '</figcaption></figure>'),
          ],
          '',
        )
      : seq(
          [
            wrap('<figure class="wp-block-gallery columns-2"><ul class="blocks-gallery-grid">', all, '</ul>'),
            wrap('<figcaption>', own, '</figcaption></figure>'),
          ],
          '',
        );
  }),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((captions) =>
    wrap(
      '<div id="gallery-1" class="gallery galleryid-7">',
      seq(
        captions.map((text) =>
          wrap(
            `<dl class="gallery-item"><dt class="gallery-icon"><a href="/a">${IMG}</a></dt><dd class="wp-caption-text gallery-caption">`,
            text,
            '</dd></dl>',
          ),
        ),
        '<br style="clear: both" />',
      ),
      '</div>',
    ),
  ),
);
