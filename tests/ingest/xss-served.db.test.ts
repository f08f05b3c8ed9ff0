import { beforeAll, expect, test, vi } from 'vitest';
import type { SourceReport } from '#ingest/report.ts';
import { runImport } from '#ingest/run.ts';
import { useApp } from '../_support/use-app.ts';
import { harmOf, runningIn } from './harm.ts';
import { fileOf } from './wxr-text.ts';
import { VECTORS } from './xss.data.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const fixture = useApp();
let report: SourceReport | undefined;

/** Everything that a line of NDJSON may say, each time with the vector in it. */
function linesOf(vector: string, at: number): readonly object[] {
  const html = `a ${vector} b`;
  const named = { id: `${at}`, slug: `v${at}`, name: html };
  const image = { url: `/media/${at}.jpg`, alt: html, caption: html, credit: html };
  const film = { url: 'https://a.example/a.mp4', title: html, caption: html, credit: html };
  const quote = { text: html, speaker: html, source: { name: html, url: 'https://a.example/' } };
  return [
    { type: 'author', ...named, bio: html, jobTitle: html, image },
    { type: 'topic', ...named, description: html },
    {
      type: 'article',
      id: `${at}`,
      slug: `v${at}`,
      headline: html,
      shortHeadline: html,
      socialHeadline: html,
      kicker: html,
      standfirst: html,
      creditLine: html,
      byline: html,
      excerpt: html,
      seo: { title: html, description: html },
      publishedAt: '2026-02-28T09:00:00Z',
      authors: [`${at}`],
      topics: [`${at}`],
      sections: ['s'],
      leadImage: image,
      quotes: [quote],
      sources: [quote.source],
      body: [
        { type: 'paragraph', html },
        { type: 'heading', html, level: 2, anchor: html },
        { type: 'image', image },
        { type: 'gallery', images: [image] },
        { type: 'quote', quote },
        { type: 'list', ordered: false, items: [{ level: 0, html }] },
        { type: 'table', table: { caption: html, header: [html], rows: [[html]] } },
        { type: 'embed', embed: { url: 'https://a.example/', provider: html, title: html } },
        { type: 'video', video: { ...film, poster: image } },
        { type: 'audio', audio: film },
        { type: 'read-also', link: { label: html, title: html, url: vector } },
        { type: 'read-also', link: { label: html, title: html, url: 'javascript:alert(1)' } },
        { type: 'code', code: html, language: html },
        { type: 'html', html: `<div>${html}</div>` },
      ],
    },
  ];
}

beforeAll(async () => {
  const all = VECTORS.join(' ');
  const lines = [
    {
      type: 'site',
      id: 'site',
      name: all.slice(0, 2_000),
      url: 'https://tidings.example',
      publisher: { name: all.slice(0, 2_000) },
    },
    { type: 'section', id: 's', slug: 's', name: all.slice(0, 2_000), description: all },
    { type: 'collection', id: 'featured', slug: 'featured', title: all.slice(0, 2_000), picks: ['0', '1'] },
    ...VECTORS.flatMap(linesOf),
  ].map((line) => JSON.stringify(line));
  const { sources } = await runImport({ sources: [fileOf(lines.join('\n'))], writer: fixture.writer });
  report = sources[0];
});

test('each was taken over', () => {
  expect(report).toMatchObject({ rejects: [], counts: { article: { created: VECTORS.length } } });
});

const STORY = `query ($slug: String!) { article(by: { slug: $slug }) {
  path bodyHtml canonicalUrl leadImage { url }
  quotes { source { url } } sources { url } alsoRead { url }
  body { __typename
    ... on ParagraphBlock { html } ... on HeadingBlock { html anchor } ... on HtmlBlock { html }
    ... on ListBlock { items { html } } ... on TableBlock { table { header { cells { html } } rows { cells { html } } } }
    ... on ImageBlock { image { url } } ... on EmbedBlock { embed { url } } ... on VideoBlock { video { url poster { url } } }
  } } }`;

test.each(VECTORS.map((vector, at) => [vector, at] as const))(
  '%j does nothing in an answer or on a page',
  async (_, at) => {
    const { data, errors } = await fixture.execute(STORY, { slug: `v${at}` });
    expect(errors).toBeUndefined();
    const { path, bodyHtml, body, ...rest } = data.article;
    const kinds = body.map((block: { readonly __typename: string }) => ({
      ...block,
      ...(block.__typename === 'HtmlBlock' && { type: 'html' }),
    }));
    expect([harmOf(rest), kinds.flatMap(harmOf), runningIn(bodyHtml)]).toEqual([[], [], []]);
    for (const address of [path, `/author/v${at}`, `/topic/v${at}`]) {
      const page = await fixture.app.fetch(new Request(`http://app${address}`));
      expect([page.status, runningIn(await page.text())]).toEqual([200, []]);
    }
  },
);

test.each(['/', '/section/s', '/latest', '/authors', '/search?q=alert', '/search?q=%3Cscript%3Ealert(1)%3C/script%3E'])(
  'nothing runs on %s',
  async (address) => {
    const page = await fixture.app.fetch(new Request(`http://app${address}`));
    expect([page.status, runningIn(await page.text())]).toEqual([200, []]);
  },
);

test('what a search marks is HTML without harm', async () => {
  const { data, errors } = await fixture.execute(
    '{ searchArticles(text: "alert", first: 50) { edges { highlights { field html } } } }',
  );
  expect(errors).toBeUndefined();
  const marked = data.searchArticles.edges.flatMap((edge: { readonly highlights: readonly { html: string }[] }) =>
    edge.highlights.map(({ html }) => html),
  );
  expect(marked.length).toBeGreaterThan(10);
  expect(marked.flatMap(runningIn)).toEqual([]);
});
