import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createNdjsonSource } from '#ingest/ndjson/ndjson-source.ts';
import { fileOf, meta, post, read, readSource, wxr, type ReadSource } from './wxr-text.ts';

const MB = 1024 * 1024;
/** Of processor time; what is quadratic takes minutes. */
const MAX_MS = 60_000;

const cdata = (text: string): string => `<![CDATA[${text}]]>`;
const body = (html: string): string => wxr([post({ 'content:encoded': cdata(html) })]);
const field = (name: string, text: string): string => wxr([post({ [name]: cdata(text) })]);
const numbered = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}="1"`).join(' ');

/** Reads it, and fails where that takes long. */
async function quickly(reading: () => Promise<ReadSource>): Promise<{
  readonly headlines: readonly string[];
  readonly reasons: readonly string[];
}> {
  const before = process.cpuUsage();
  const { articles, events } = await reading();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(MAX_MS);
  return {
    headlines: articles.map(({ headline }) => headline.slice(0, 40)),
    reasons: [
      ...new Set(
        events.flatMap((event) =>
          event.kind === 'reject' ? event.reject.reason : event.kind === 'notice' ? event.reason : [],
        ),
      ),
    ],
  };
}

const FERRY = 'Ferry returns to Saltmarsh';
const SAID = '“The water came in over the wall,”';

describe('what is made to fill memory or time is read in bounds:', () => {
  it.each<readonly [what: string, reasons: readonly string[], make: () => string]>([
    [
      '100,000 nested elements',
      ['body-too-long', 'html-too-deep'],
      () => body('<div>'.repeat(100_000) + '</div>'.repeat(100_000)),
    ],
    ['200,000 attributes', ['body-too-long'], () => body(`<p ${numbered(200_000)}>x</p>`)],
    ['an attribute of 20 MB', ['body-too-long'], () => body(`<p class="${'a'.repeat(20 * MB)}">x</p>`)],
    ['a comment of 1 MB', [], () => body(`<!--${'a'.repeat(MB - 9)}-->x`)],
    ['comments that never end', [], () => body('a <!-- '.repeat(100_000))],
    ['a million spaces that may break', [], () => body(`<p>a${' '.repeat(900_000)}b</p>`)],
    ['spaces that may not break', [], () => body(`<p>a${'\u00a0'.repeat(450_000)}b</p>`)],
    ['tags that never end', [], () => body('<'.repeat(900_000))],
    ['shortcodes that never end', [], () => body('[caption '.repeat(100_000))],
    ['ends without beginnings', [], () => body('</b>[/caption]'.repeat(60_000))],
    ['tables inside each other', ['html-too-deep'], () => body('<table><tr><td>'.repeat(60_000))],
    ['quotations without ends', [], () => body(`<p>${'"a '.repeat(300_000)}</p>`)],
    ['a quotation before spaces that may not break', [], () => body(`<p>${SAID}${'\u00a0'.repeat(450_000)}</p>`)],
    ['a quotation beside a word of capitals', [], () => body(`<p>Ida said: ${SAID} ${'A'.repeat(450_000)}</p>`)],
    ['10,000 quotations in a paragraph', [], () => body(`<p>${`${SAID} Ida said. `.repeat(10_000)}</p>`)],
    ['a medium beside a word of capitals', [], () => body(`<p>Reuters ${'A’&'.repeat(150_000)} reported</p>`)],
    ['a deep excerpt', [], () => field('excerpt:encoded', '<b>'.repeat(200_000))],
    ['an excerpt of 60 MB', [], () => field('excerpt:encoded', 'a '.repeat(30 * MB))],
    ['a byline of a million names', [], () => wxr([post({}, meta('byline', 'By A B and '.repeat(200_000)))])],
    [
      'a deep description for search engines',
      [],
      () => wxr([post({}, meta('_yoast_wpseo_metadesc', '<i>'.repeat(200_000)))]),
    ],
    ['a serialised list without an end', [], () => wxr([post({}, meta('byline', `a:1:{${'a:1:{'.repeat(200_000)}`))])],
    [
      'a caption of a picture in the library, deep',
      [],
      () =>
        wxr([
          post(),
          post({
            'wp:post_id': '9',
            guid: null,
            'wp:post_type': 'attachment',
            'wp:attachment_url': 'https://a.example/a.jpg',
            'excerpt:encoded': cdata('<b>'.repeat(200_000)),
          }),
        ]),
    ],
    [
      '200,000 terms of a post',
      ['too-many-terms'],
      () =>
        wxr([
          post(
            {},
            Array.from(
              { length: 200_000 },
              (_, at) => `<category domain="post_tag" nicename="t${at}">${at}</category>`,
            ).join(''),
          ),
        ]),
    ],
    ['200,000 attributes of an element of XML', [], () => wxr([`<x ${numbered(200_000)}></x>`, post()])],
    [
      'ends that fit no beginning',
      ['ill-formed-xml'],
      () => wxr([post(), `${'<a>'.repeat(900)}${'</z>'.repeat(200_000)}`]),
    ],
    ['XML that is wrong at every character', ['ill-formed-xml'], () => wxr([post(), `<item>${'<'.repeat(2 * MB)}`])],
    ['declarations that are none', ['ill-formed-xml'], () => wxr([post(), '<!'.repeat(2 * MB)])],
    [
      'a bomb of entities',
      ['ill-formed-xml'],
      () =>
        wxr([post({ 'wp:status': `${'&b;'.repeat(100_000)}` })]).replace(
          '?>\n',
          `?>\n<!DOCTYPE rss [<!ENTITY a "${'lol'.repeat(1_000)}"><!ENTITY b "${'&a;'.repeat(10_000)}">]>\n`,
        ),
    ],
  ])('%s', async (_, reasons, make) => {
    const found = await quickly(() => read(make()));
    expect([found.headlines, found.reasons]).toEqual([[FERRY], reasons]);
  });

  it.each<readonly [what: string, reasons: readonly string[], make: () => string]>([
    ['a million elements of XML inside each other', ['too-deep'], () => '<a>'.repeat(1_000_000)],
    ['an attribute of XML of 70 MB', ['too-long'], () => `<a b="${'c'.repeat(70 * MB)}"/>`],
    ['a comment of XML of 70 MB', ['too-long'], () => `<!--${'c'.repeat(70 * MB)}-->`],
    ['CDATA without an end', ['too-long'], () => `<title><![CDATA[${'a'.repeat(70 * MB)}`],
  ])('%s, and the rest of the file is left', async (_, reasons, make) => {
    const found = await quickly(() => read(wxr([post(), make(), post({ 'wp:post_id': '8' })])));
    expect([found.headlines, found.reasons]).toEqual([[FERRY], reasons]);
  });

  it.each<readonly [what: string, make: () => string]>([
    ['a body', () => body('a'.repeat(100 * MB))],
    ['control characters', () => wxr(['\u0001'.repeat(100 * MB)])],
  ])('%s that unpacks to a thousand times its size', async (_, make) => {
    const packed = gzipSync(make());
    await expect(quickly(() => read(packed))).rejects.toThrow('unpacks to more than 200 times its size');
  });

  it.each<readonly [what: string, reasons: readonly string[], line: () => object | string]>([
    ['100,000 nested elements of HTML', [], () => ({ html: '<div>'.repeat(100_000) })],
    ['200,000 attributes of HTML', [], () => ({ html: `<p ${numbered(200_000)}>x</p>` })],
    ['lists of JSON inside each other', ['too-deep'], () => `${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`],
    [
      'a million keys',
      ['too-long'],
      () => `[{"type":"divider",${Array.from({ length: 500_000 }, (_, at) => `"${'k'.repeat(9)}${at}":1`).join(',')}}]`,
    ],
  ])('an NDJSON line with %s', async (_, reasons, make) => {
    const made = make();
    const blocks =
      typeof made === 'string'
        ? made
        : JSON.stringify([
            { type: 'paragraph', ...made },
            { type: 'html', ...made },
          ]);
    const line = `{"type":"article","id":"1","headline":"Tide","body":${blocks}}`;
    const found = await quickly(() => readSource(createNdjsonSource(fileOf(line), 'a.ndjson')));
    expect(found.reasons).toEqual(reasons);
  });
});

it('a gzip file of NDJSON that is cut off is told as such', async () => {
  const lines = Array.from({ length: 2_000 }, (_, at) =>
    JSON.stringify({ type: 'topic', id: `t${at}`, name: `Topic ${Math.sin(at)}` }),
  );
  const zipped = gzipSync(lines.join('\n'));
  const { items, events } = await readSource(createNdjsonSource(fileOf(zipped.subarray(0, zipped.length / 2)), 'a'));
  const rejects = events.flatMap((event) => (event.kind === 'reject' ? [event.reject] : []));
  expect(rejects).toMatchObject([{ line: items.length + 1, reason: 'cut-off' }]);
  expect(items.length).toBeGreaterThan(100);
});
