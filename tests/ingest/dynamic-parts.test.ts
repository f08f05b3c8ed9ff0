import { expect, it } from 'vitest';
import { dynamicParts } from '#ingest/wordpress/dynamic-parts.ts';

const of = (content: string): object => Object.fromEntries(dynamicParts(content));

it.each([
  ['<!-- wp:latest-posts {"postsToShow":3} /-->\n<!-- wp:latest-posts /-->', { 'latest-posts': 2 }],
  ['<!-- wp:query {"a":{"b":1}} --><div class="wp-block-query"></div><!-- /wp:query -->', { query: 1 }],
  [
    '<!-- wp:core-embed/youtube {"url":"https://x.example"} --><figure></figure><!-- /wp:core-embed/youtube -->',
    { embed: 1 },
  ],
  ['<!-- wp:jetpack/related-posts /-->', { 'jetpack/related-posts': 1 }],
  ['<!-- wp:paragraph --><p>Words [sic] and [1].</p><!-- /wp:paragraph --><!-- wp:paragraph /-->', {}],
  [
    '[gallery ids="1,2"]\n[quote_box]Text[/quote_box] [form id="7"] [[escaped id="1"]] [caption id="x"]A[/caption]',
    { '[gallery]': 1, '[quote_box]': 1, '[form]': 1 },
  ],
  [
    '<!-- wp:rendered --><ul class="wp-block-latest-posts__list wp-block-latest-posts"><li>A</li></ul>',
    { 'latest-posts': 1 },
  ],
  [
    '<!-- wp:rendered --><figure class="wp-block-embed is-type-video"></figure><div id="gallery-1" class="gallery galleryid-9">',
    { embed: 1, '[gallery]': 1 },
  ],
  [
    '<!-- wp:rendered --><p class="wp-block-paragraph">[form id="7"]</p><audio class="wp-audio-shortcode">',
    { '[audio]': 1 },
  ],
])('%s has %o', (content, parts) => {
  expect(of(content)).toEqual(parts);
});

it('takes time in proportion to the text, whatever it is', () => {
  const before = process.cpuUsage().user;
  for (const piece of ['<!-- wp:a ', '[a ', '[/a', ' class="', '<!-- wp:a {'.repeat(2)]) of(piece.repeat(100_000));
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(2_000);
});
