import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const SYLLABLES = 'ba den kor lim san ter vo ri mel tan gor pel hus ni fra dol wes ka lun mar bro sten vi cal'.split(
  ' ',
);
const SMALL = 'the a of in to and that for on with was is by at from as it its after before over this'.split(' ');
const SITE = 'https://harbour-chronicle.example';
const SECTIONS = 40;
const TAGS = 2_000;
const AUTHORS = 60;

/** A stream of numbers from 0 to below 1 that is the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Words {
  int(below: number): number;
  name(): string;
  words(count: number): string;
  sentence(): string;
  paragraph(): string;
}

function createWords(random: () => number): Words {
  const int = (below: number): number => Math.floor(random() * below);
  const pick = (list: readonly string[]): string => list[int(list.length)] ?? '';
  const vocabulary = Array.from({ length: 6_000 }, () =>
    Array.from({ length: 2 + int(3) }, () => pick(SYLLABLES)).join(''),
  );
  // The square makes some words common and most rare, as in a language.
  const word = (): string =>
    random() < 0.4 ? pick(SMALL) : (vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? '');
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const name = (): string => `${capital(pick(vocabulary))} ${capital(pick(vocabulary))}`;
  const sentence = (): string => {
    const kind = random();
    if (kind < 0.08) return `"${capital(words(12))}," said ${name()}.`;
    if (kind < 0.12) return `${name()} told the Harbour News that ${words(9)}.`;
    if (kind < 0.2)
      return `${capital(words(6))} <a href="${SITE}/2020/05/${pick(vocabulary)}/" target="_blank" rel="noopener">${words(3)}</a> ${words(8)}.`;
    if (kind < 0.26) return `${capital(words(5))} <strong>${words(2)}</strong> it's ${words(9)} &amp; ${words(3)}.`;
    if (kind < 0.3) return `${capital(words(7))} <em>${words(2)}</em> -- ${words(6)}.`;
    return `${capital(words(8 + int(16)))}.`;
  };
  return {
    int,
    name,
    words,
    sentence,
    paragraph: () => Array.from({ length: 1 + int(4) }, sentence).join(' '),
  };
}

/** Some 6 kB of what an editor makes of blocks, or of the classic editor. */
function bodyOf(words: Words, post: number, attachment: number): string {
  return post % 5 < 3 ? blocksOf(words, attachment) : classicOf(words, attachment);
}

const PARAGRAPHS = 13;

/** A block as the editor stores it, between its comments. */
function block(name: string, html: string, attributes = ''): string {
  return `<!-- wp:${name}${attributes === '' ? '' : ` ${attributes}`} -->\n${html}\n<!-- /wp:${name} -->`;
}

function blocksOf(words: Words, attachment: number): string {
  const parts: string[] = [];
  const paragraph = (): string => block('paragraph', `<p>${words.paragraph()}</p>`);
  for (let at = 0; at < PARAGRAPHS; at++) {
    parts.push(paragraph());
    if (at % 6 === 3) parts.push(block('heading', `<h2 class="wp-block-heading">${words.words(5)}</h2>`));
    if (at === 2)
      parts.push(
        block(
          'image',
          `<figure class="wp-block-image size-large"><img src="${SITE}/wp-content/uploads/2020/05/${attachment}.jpg" alt="${words.words(4)}" class="wp-image-${attachment}"/><figcaption class="wp-element-caption">${words.words(9)}. Photo: ${words.name()}</figcaption></figure>`,
          `{"id":${attachment},"sizeSlug":"large","linkDestination":"none"}`,
        ),
      );
    if (at === 7) {
      const items = Array.from({ length: 5 }, () => block('list-item', `<li>${words.words(7)}</li>`));
      parts.push(block('list', `<ul class="wp-block-list">${items.join('\n\n')}</ul>`));
    }
    if (at === 11)
      parts.push(
        block(
          'quote',
          `<blockquote class="wp-block-quote"><p>${words.sentence()}</p><cite>${words.name()}</cite></blockquote>`,
        ),
      );
    if (at === 12) {
      const columns = Array.from({ length: 2 }, () =>
        block(
          'column',
          `<div class="wp-block-column"><!-- wp:heading {"level":4} -->\n<h4 class="wp-block-heading">${words.words(3)}</h4>\n<!-- /wp:heading -->\n\n${paragraph()}</div>`,
        ),
      );
      parts.push(block('columns', `<div class="wp-block-columns">${columns.join('\n\n')}</div>`));
      parts.push(block('separator', '<hr class="wp-block-separator has-alpha-channel-opacity"/>'));
    }
  }
  return parts.join('\n\n');
}

function classicOf(words: Words, attachment: number): string {
  const parts: string[] = [];
  for (let at = 0; at < PARAGRAPHS; at++) {
    parts.push(words.paragraph());
    if (at % 6 === 4) parts.push(`<h3>${words.words(5)}</h3>`);
    if (at === 0) parts.push('<!--more-->');
    if (at === 3)
      parts.push(
        `[caption id="attachment_${attachment}" align="alignnone" width="600"]<img class="size-full wp-image-${attachment}" src="${SITE}/wp-content/uploads/2020/05/${attachment}.jpg" alt="${words.words(3)}" width="600" height="400" /> ${words.words(8)}[/caption]`,
      );
    if (at === 8)
      parts.push(`<ul>\n${Array.from({ length: 4 }, () => `\t<li>${words.words(8)}</li>`).join('\n')}\n</ul>`);
    if (at === 10)
      parts.push(`<strong>READ MORE:</strong> <a href="${SITE}/2020/05/post-${attachment}/">${words.words(7)}</a>`);
    if (at === 11) parts.push(`<blockquote>${words.sentence()}</blockquote>`);
  }
  return parts.join('\r\n\r\n');
}

const cdata = (text: string): string => `<![CDATA[${text}]]>`;
const meta = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`;
/** What an editor and its plugins leave with a post. */
function metaOf(words: Words, attachment: number): readonly string[] {
  return [
    meta('_thumbnail_id', String(attachment)),
    meta('_edit_last', '1'),
    meta('_wp_page_template', 'default'),
    meta('_yoast_wpseo_metadesc', words.words(15)),
    meta('_yoast_wpseo_focuskw', words.words(2)),
    meta('_yoast_wpseo_content_score', String(words.int(100))),
    meta('_yoast_wpseo_estimated-reading-time-minutes', '5'),
    meta('_layout_settings', `a:2:{s:7:"sidebar";s:5:"right";s:5:"width";i:${words.int(900)};}`),
  ];
}

/** Attachments have ids above all posts. */
const FIRST_ATTACHMENT = 10_000_000;

function itemOf(words: Words, post: number): string {
  const attachment = FIRST_ATTACHMENT + post;
  const date = new Date(Date.UTC(2010, 0, 1) + post * 3_600_000 * 1.3);
  const time = date.toISOString().slice(0, 19).replace('T', ' ');
  const terms = [
    `<category domain="category" nicename="section-${words.int(SECTIONS)}">${cdata('Section')}</category>`,
    ...Array.from({ length: 4 }, () => words.int(TAGS)).map(
      (tag) => `<category domain="post_tag" nicename="tag-${tag}">${cdata(`Tag ${tag}`)}</category>`,
    ),
  ].join('\n');
  const common = (id: number, type: string, status: string): string =>
    `<pubDate>${date.toUTCString()}</pubDate><dc:creator>${cdata(`author${words.int(AUTHORS)}`)}</dc:creator><guid isPermaLink="false">${SITE}/?p=${id}</guid><description></description><wp:post_id>${id}</wp:post_id><wp:post_date>${cdata(time)}</wp:post_date><wp:post_date_gmt>${cdata(time)}</wp:post_date_gmt><wp:post_modified>${cdata(time)}</wp:post_modified><wp:post_modified_gmt>${cdata(time)}</wp:post_modified_gmt><wp:comment_status>${cdata('closed')}</wp:comment_status><wp:ping_status>${cdata('open')}</wp:ping_status><wp:menu_order>0</wp:menu_order><wp:is_sticky>0</wp:is_sticky><wp:status>${cdata(status)}</wp:status><wp:post_type>${cdata(type)}</wp:post_type><wp:post_password></wp:post_password>`;
  const article = `<item><title>${cdata(words.words(8))}</title><link>${SITE}/2020/05/post-${post}/</link>${common(post, 'post', 'publish')}<wp:post_name>${cdata(`post-${post}`)}</wp:post_name>
<content:encoded>${cdata(bodyOf(words, post, attachment))}</content:encoded>
<excerpt:encoded>${cdata(post % 2 === 0 ? words.sentence() : '')}</excerpt:encoded>
${terms}
${metaOf(words, attachment).join('\n')}
</item>\n`;
  // Every second post has a picture of its own in the library.
  if (post % 2 === 1) return article;
  return `${article}<item><title>${cdata(words.words(3))}</title><link>${SITE}/?attachment_id=${attachment}</link>${common(attachment, 'attachment', 'inherit')}<wp:post_parent>${post}</wp:post_parent><content:encoded>${cdata('')}</content:encoded><excerpt:encoded>${cdata(words.words(9))}</excerpt:encoded><wp:attachment_url>${cdata(`${SITE}/wp-content/uploads/2020/05/${attachment}.jpg`)}</wp:attachment_url>${meta('_wp_attachment_metadata', `a:5:{s:5:"width";i:1200;s:6:"height";i:800;s:4:"file";s:23:"2020/05/${attachment}.jpg";}`)}${meta('_wp_attachment_image_alt', words.words(4))}</item>\n`;
}

/**
 * Writes an export of `posts` invented posts, blocks and classic ones mixed; the same for the same number and seed. A post with what belongs
 * to it takes 10 kB and is made like those of news themes' own exports: 15 tags and comments and 3 attributes in a kB of its body, 6 values of
 * meta for each item (there 10 to 15, 2 to 3, and 4 to 13).
 */
export async function makeExport(file: string, posts: number, seed: number): Promise<void> {
  const words = createWords(createRandom(seed));
  function* parts(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Harbour Chronicle</title><link>${SITE}</link><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>${SITE}</wp:base_site_url><wp:base_blog_url>${SITE}</wp:base_blog_url>\n`;
    for (let at = 0; at < AUTHORS; at++)
      yield `<wp:author><wp:author_id>${at + 1}</wp:author_id><wp:author_login>${cdata(`author${at}`)}</wp:author_login><wp:author_display_name>${cdata(words.name())}</wp:author_display_name></wp:author>\n`;
    for (let at = 0; at < SECTIONS; at++)
      yield `<wp:category><wp:term_id>${at + 1}</wp:term_id><wp:category_nicename>section-${at}</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>${cdata(`Section ${at}`)}</wp:cat_name></wp:category>\n`;
    for (let at = 0; at < TAGS; at++)
      yield `<wp:tag><wp:term_id>${at + 100}</wp:term_id><wp:tag_slug>tag-${at}</wp:tag_slug><wp:tag_name>${cdata(`Tag ${at}`)}</wp:tag_name></wp:tag>\n`;
    for (let post = 1; post <= posts; post++) yield itemOf(words, post);
    yield '</channel>\n</rss>\n';
  }
  await pipeline(Readable.from(parts()), createWriteStream(file));
}
