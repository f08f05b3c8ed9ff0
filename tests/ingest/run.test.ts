import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ImportedItem } from '#content/imported-item.ts';
import type { Outcome } from '#content/write.ts';
import { formatReport, isAllGood } from '#ingest/report.ts';
import { runImport, type ImportProgress, type ImportWriter } from '#ingest/run.ts';
import { fileOf, post, wxr } from './wxr-text.ts';

const fixture = fileURLToPath(new URL('../fixtures/wxr/saltmarsh-gazette.xml', import.meta.url));

/** A writer that keeps what it is given, by source key, and refuses what `refuse` says. */
function keeping(
  refuse: (item: ImportedItem) => boolean = () => false,
): ImportWriter & { readonly batches: ImportedItem[][] } {
  const kept = new Map<string, string>();
  const batches: ImportedItem[][] = [];
  return {
    batches,
    archive: async () => [],
    known: async () => new Map(),
    async write(items, source) {
      batches.push([...items]);
      return items.map((item): Outcome => {
        const common = { type: item.type, id: item.id, conflicts: [], notices: [], field: null };
        if (refuse(item)) return { ...common, outcome: 'rejected', reason: 'too-large' };
        const key = source.keyOf(item.type, item.id);
        const before = kept.get(key);
        kept.set(key, JSON.stringify(item));
        return {
          ...common,
          reason: null,
          outcome: before === undefined ? 'created' : before === kept.get(key) ? 'unchanged' : 'updated',
        };
      });
    },
  };
}

it('an export becomes one report, and a second run changes nothing', async () => {
  const writer = keeping();
  const progress: ImportProgress[] = [];
  const first = await runImport({ sources: [fixture], writer, onProgress: (one) => progress.push(one) });
  const none = { created: 0, updated: 0, unchanged: 0 };
  const report = {
    source: fixture,
    kind: 'wxr',
    found: { publishedPosts: 2, authors: 1, categories: 3, tags: 1 },
    counts: {
      article: { ...none, created: 2 },
      author: { ...none, created: 1 },
      topic: { ...none, created: 1 },
      section: { ...none, created: 2 },
      collection: none,
      redirect: none,
    },
    skipped: { attachment: 1, page: 1, uncategorized: 1 },
    notices: {},
    dynamic: {},
    rejects: [],
    conflicts: [],
    gone: [],
  };
  expect(first).toEqual({ sources: [report], leftOut: [], seconds: expect.any(Number) });
  expect(progress.at(-1)).toMatchObject({ source: fixture, readBytes: progress.at(-1)?.totalBytes });
  const second = await runImport({ sources: [fixture], writer });
  expect(second.sources[0]?.counts).toMatchObject({
    article: { ...none, unchanged: 2 },
    section: { ...none, unchanged: 2 },
  });
});

it('a post comes out whole', async () => {
  const writer = keeping();
  await runImport({ sources: [fixture], writer });
  expect(writer.batches.flat().find(({ type }) => type === 'article')).toMatchObject({
    id: '7',
    slug: 'ferry-returns',
    path: '/2024/06/ferry-returns',
    status: 'published',
    headline: 'Ferry returns to Saltmarsh & stays',
    standfirst: 'Six trips a day from Monday',
    creditLine: 'reports Harbour Wire',
    authors: ['mara'],
    sections: ['ferries'],
    topics: ['tides'],
    publishedAt: '2024-06-05T16:04:48.000Z',
    leadImage: {
      url: 'https://gazette.example/wp-content/uploads/pier.jpg',
      alt: 'A pier',
      caption: 'The pier at low water.',
      credit: 'Ida Quill',
    },
    importedFrom: { system: 'wordpress', externalId: '7', url: 'https://gazette.example/2024/06/ferry-returns/' },
    quotes: [{ text: 'We have waited two long winters for this day', speaker: 'Ida Quill', source: null }],
    sources: [{ name: 'Harbour Wire', url: null }],
    body: [
      { type: 'paragraph', html: 'The ferry sails again, Harbour Wire reported.' },
      { type: 'paragraph', html: '“We have waited two long winters for this day,” said Ida Quill.' },
      { type: 'heading', level: 2, html: 'What changes', anchor: 'what-changes' },
      {
        type: 'list',
        ordered: false,
        items: [
          { level: 0, html: 'Six trips a day' },
          { level: 0, html: 'Bicycles ride free' },
        ],
      },
      {
        type: 'read-also',
        link: { label: 'ALSO READ', title: 'Old ferry sold for scrap', url: '/2023/01/old-ferry/' },
      },
    ],
  });
});

it('batches hold at most 100 items, and none refers to a later one', async () => {
  const writer = keeping();
  const posts = Array.from({ length: 450 }, (_, at) => post({ 'wp:post_id': String(at + 1) }));
  await runImport({ sources: [fileOf(gzipSync(wxr(posts)))], writer });
  expect(writer.batches.map((batch) => batch.length)).toEqual([2, 100, 100, 100, 100, 50]);
});

it('what the writer refuses is a reject with its line, and the table says so', async () => {
  const report = await runImport({ sources: [fixture], writer: keeping(({ id }) => id === '8') });
  expect(report.sources[0]?.rejects).toEqual([
    { file: fixture, line: 50, type: 'article', id: '8', field: null, reason: 'too-large' },
  ]);
  expect(isAllGood(report)).toBe(false);
  expect(formatReport({ ...report, seconds: 1.25 }).replaceAll(fixture, 'gazette.xml'))
    .toBe(`gazette.xml (wxr): found 2 published, 1 author, 3 categories, 1 tag
           created  updated  unchanged
  article        1        0          0
  author         1        0          0
  topic          1        0          0
  section        2        0          0
  skipped: attachment 1, page 1, uncategorized 1
  rejected: 1
    line 50: article 8: too-large

Finished with 1 reject in 1.3 s.
`);
  expect(formatReport({ ...report, seconds: 1.25 }, 40).replaceAll(fixture, 'gazette.xml')).toContain(`
  skipped: attachment 1, page 1,
    uncategorized 1
  rejected: 1
`);
});

it.each([
  ['a file that is missing', '/nowhere/a.xml', /^There is no file .*\.$/],
  ['an empty file', fileOf(''), /is empty: there is nothing to import\.$/],
  ['a PDF', fileOf('%PDF-1.7\n%âãÏÓ'), /is a PDF\. Import a WordPress export/],
  ['a web page', fileOf('<!DOCTYPE html><html></html>'), /is a web page, not an export\./],
  ['a feed', fileOf('<?xml version="1.0"?><rss version="2.0"><channel/></rss>'), /is a feed, not a WordPress export\./],
  ['other XML', fileOf('<?xml version="1.0"?><note/>'), /is XML, but not a WordPress export\./],
  ['a JSON list', fileOf('[{"type":"x"}]'), /is JSON, but not one item/],
  ['broken gzip', fileOf(Buffer.from([0x1f, 0x8b, 1, 2, 3])), /is empty/],
  [
    'a file that only mentions items',
    fileOf('Bytes\n{\u0001"type":"article"\u0002{\n{"type":'),
    /is of a kind that cannot be imported\./,
  ],
  ['anything else', fileOf('Hello'), /is of a kind that cannot be imported\./],
])('%s is refused in a sentence before anything is written', async (_, file, message) => {
  const writer = keeping();
  await expect(runImport({ sources: [fixture, file], writer })).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringMatching(message),
  });
  expect(writer.batches).toEqual([]);
});

it('an abort ends the run', async () => {
  const abort = new AbortController();
  const running = runImport({
    sources: [fileOf(readFileSync(fixture))],
    writer: keeping(),
    signal: abort.signal,
    onProgress: () => abort.abort(),
  });
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
});
