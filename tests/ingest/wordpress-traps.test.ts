import { describe, expect, it } from 'vitest';
import { inlineText } from '#content/article/block-text.ts';
import type { ArticleItem } from '#content/imported-item.ts';
import { createWordPressSource } from '#ingest/wordpress/wordpress-source.ts';
import { exportOf, serveWordPress, type FakeOptions, type Post, type Site } from './_wordpress.ts';
import { ofType, read, readSource, type ReadSource } from './wxr-text.ts';

/** The traps that only a live site has; those of exports are in `wxr-traps.test.ts`, by the same numbers. */

const story = (id: number, more: Partial<Post> = {}): Post => ({
  id,
  slug: `story-${id}`,
  title: `Story ${id}`,
  content: `The words of ${id}.`,
  ...more,
});
const site = (more: Partial<Site>): Site => ({
  users: [{ id: 1, login: 'mara', slug: 'mara', name: 'Mara Holt' }],
  categories: [],
  tags: [],
  media: [],
  posts: [],
  ...more,
});

async function live(from: Site, fake: FakeOptions = {}): Promise<ReadSource & { readonly exported: ReadSource }> {
  await using server = await serveWordPress(from, fake);
  const options = { allowPrivate: true, login: null, since: null, pause: async () => undefined };
  const result = await readSource(await createWordPressSource(server.url, options, new AbortController().signal));
  return { ...result, exported: await read(exportOf(from, server.url)) };
}

const wordsOf = ({ body }: ArticleItem): readonly string[] =>
  body.flatMap((block) => ('html' in block ? inlineText(block.html).split(/\s+/) : []));

describe('traps of a live WordPress', () => {
  it('5: a page of files that are all hidden is not the last', async () => {
    const media = [{ id: 50, file: 'pier.jpg', alt: 'The pier', caption: '' }];
    const posts = Array.from({ length: 101 }, (_, at) => story(100 + at, { media: 50 }));
    const { articles } = await live(site({ posts, media, hiddenFiles: 100 }));
    expect(new Set(articles.map(({ leadImage }) => leadImage?.alt))).toEqual(new Set(['The pier']));
  });

  it('9: a text in which the site takes a sign for a tag has the words of its export', async () => {
    const { articles, exported } = await live(
      site({ posts: [story(7, { content: 'Depth < 3.\n\nSecond\nparagraph' })] }),
    );
    const words = [...articles, ...exported.articles].map(wordsOf);
    const expected = ['Depth', '<', '3.', 'Second', 'paragraph'];
    expect(words).toEqual([expected, expected]);
  });

  it('10: what is left over in a body is the same as in the export: shortcodes, addresses, breaks', async () => {
    const content =
      '[quote_box]Text[/quote_box]\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\nBefore<!--more Read on!-->\n\nAfter<!--nextpage-->\n\nPage two';
    const { articles, exported } = await live(site({ posts: [story(7, { content })] }));
    expect(articles[0]?.body).toEqual(exported.articles[0]?.body);
    expect(articles[0]?.body.map(({ type }) => type)).toEqual([
      'paragraph',
      'embed',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('15: what is published while pages are read moves none of them, and sticky posts are a collection', async () => {
    const posts = Array.from({ length: 250 }, (_, at) => story(100 + at, { isSticky: at === 3 }));
    const from = site({ posts });
    let asked = 0;
    const { articles, items } = await live(from, {
      instead: ({ url = '' }) => {
        if (url.includes('/posts?')) posts.push(story(1_000 + asked++));
        return null;
      },
    });
    const ids = articles.map(({ id }) => Number(id)).filter((id) => id < 1_000);
    expect(ids).toEqual(Array.from({ length: 250 }, (_, at) => 100 + at));
    expect(ofType(items, 'collection').map(({ picks }) => picks)).toEqual([['103']]);
  });
});
