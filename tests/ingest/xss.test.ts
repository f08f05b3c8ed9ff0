import { describe, expect, it } from 'vitest';
import { importedItem } from '#content/imported-item.ts';
import { safeItem } from '#ingest/clean/safe-item.ts';
import { articleFrom, fileOf, meta, readSource } from './wxr-text.ts';
import { createNdjsonSource } from '#ingest/ndjson/ndjson-source.ts';
import { createWordPressSource } from '#ingest/wordpress/wordpress-source.ts';
import { serveWordPress } from './_wordpress.ts';
import { harmOf } from './harm.ts';
import { VECTORS } from './xss.data.ts';

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

describe(`${VECTORS.length} vectors`, () => {
  it.each(VECTORS)('%j does nothing in any field of a post', async (vector) => {
    const article = await articleFrom(
      {
        title: cdata(`T ${vector}`),
        'content:encoded': cdata(`<p>a</p>${vector}<p>b ${vector}</p>`),
        'excerpt:encoded': cdata(`E ${vector}`),
      },
      ['byline', '_yoast_wpseo_title', '_yoast_wpseo_metadesc', '_yoast_wpseo_canonical']
        .map((key) => meta(key, vector.replaceAll(']]>', '')))
        .join(''),
    );
    expect(harmOf(article)).toEqual([]);
    expect(importedItem.safeParse(article).error).toBeUndefined();
  });

  it.each(VECTORS)('%j does nothing in the HTML of an NDJSON line', async (vector) => {
    const html = `a ${vector} b`;
    const body = [
      { type: 'paragraph', html },
      { type: 'heading', html, level: 2, anchor: 'a' },
      { type: 'list', ordered: false, items: [{ level: 0, html }] },
      { type: 'table', table: { caption: null, header: [html], rows: [[html]] } },
      { type: 'html', html: `<div>${html}</div>` },
    ];
    const line = JSON.stringify({ type: 'article', id: '1', headline: 'Tide', body });
    const { articles } = await readSource(createNdjsonSource(fileOf(line), 'a.ndjson'));
    expect(articles.flatMap(harmOf)).toEqual([]);
    expect(articles.map(safeItem)).toEqual(articles);
  });
});

it('none of them does anything in any field of a live WordPress', async () => {
  const terms = VECTORS.map((vector, at) => ({ id: at + 1, slug: `t${at}`, name: `N ${vector}`, description: vector }));
  await using server = await serveWordPress({
    users: VECTORS.map((vector, at) => ({ id: at + 1, login: `u${at}`, slug: `u${at}`, name: `N ${vector}` })),
    categories: terms,
    tags: terms,
    media: VECTORS.map((vector, at) => ({ id: 5_000 + at, file: `${at}.jpg`, alt: vector, caption: vector })),
    posts: VECTORS.map((vector, at) => ({
      id: 1_000 + at,
      slug: `s${at}`,
      title: `T ${vector}`,
      content: `<p>a</p>${vector}<p>b ${vector}</p>`,
      excerpt: `E ${vector}`,
      author: at + 1,
      categories: [at + 1],
      tags: [at + 1],
      media: 5_000 + at,
    })),
  });
  const options = { allowPrivate: true, login: null, since: null };
  const { articles, items } = await readSource(
    await createWordPressSource(server.url, options, new AbortController().signal),
  );
  expect(articles).toHaveLength(VECTORS.length);
  expect(items.flatMap(harmOf)).toEqual([]);
});

/** What no field for an address takes. */
const ADDRESSES = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zy8+',
  'vbscript:msgbox(1)',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  'view-source:https://a.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example\\x',
  'https:',
  'https://',
  'x',
  '',
];

it.each(ADDRESSES)('%j is no address in any field of an NDJSON line', async (url) => {
  const image = { url };
  const article = (more: object): object => ({ type: 'article', id: '1', headline: 'Tide', ...more });
  const bodies: readonly object[] = [
    { type: 'image', image },
    { type: 'gallery', images: [image] },
    { type: 'embed', embed: { url, provider: null, title: null } },
    { type: 'video', video: { url } },
    { type: 'video', video: { url: 'https://a.example/a.mp4', poster: image } },
    { type: 'audio', audio: { url } },
    { type: 'quote', quote: { text: 'a', speaker: null, source: { name: 'a', url } } },
  ];
  const lines: readonly object[] = [
    ...bodies.map((block) => article({ body: [block] })),
    article({ canonicalUrl: url }),
    article({ leadImage: image }),
    article({ importedFrom: { system: 'a', externalId: '1', url } }),
    article({ sources: [{ name: 'a', url }] }),
    article({ quotes: [{ text: 'a', source: { name: 'a', url } }] }),
    { type: 'author', id: '1', name: 'a', image },
    { type: 'author', id: '1', name: 'a', links: [url] },
    { type: 'redirect', id: '1', from: '/a', to: url },
    { type: 'site', id: '1', name: 'a', url },
    { type: 'site', id: '1', name: 'a', publisher: { name: 'a', url } },
    { type: 'site', id: '1', name: 'a', publisher: { name: 'a', logo: image } },
  ];
  const file = fileOf(lines.map((line) => JSON.stringify(line)).join('\n'));
  const { items, events } = await readSource(createNdjsonSource(file, 'a.ndjson'));
  expect(items).toEqual([]);
  const reasons = events.flatMap((event) => (event.kind === 'reject' ? [event.reject.reason] : []));
  expect(reasons).toEqual(lines.map(() => 'bad-value'));
});
