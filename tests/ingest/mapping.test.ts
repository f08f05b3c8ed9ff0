import { expect, it } from 'vitest';
import { readMapping } from '#ingest/mapping.ts';
import { recogniseFile } from '#ingest/recognise.ts';
import { fileOf, meta, post, readSource, wxr } from './wxr-text.ts';

const MAP = {
  types: { page: 'article', recipe: { as: 'article', kind: 'FEATURE' }, event: 'skip' },
  taxonomies: { place: { as: 'topic', kind: 'PLACE' }, desk: 'section', writer: 'author', mood: 'skip' },
  meta: { byline: 'author_line', standfirst: ['none', 'subtitle'] },
};
const term = (taxonomy: string, id: number, slug: string, name: string, parent = ''): string =>
  `<wp:term><wp:term_id>${id}</wp:term_id><wp:term_taxonomy>${taxonomy}</wp:term_taxonomy><wp:term_slug>${slug}</wp:term_slug><wp:term_parent>${parent}</wp:term_parent><wp:term_name><![CDATA[${name}]]></wp:term_name></wp:term>`;
const uses = (taxonomy: string, slug: string, name: string): string =>
  `<category domain="${taxonomy}" nicename="${slug}"><![CDATA[${name}]]></category>`;

const EXPORT = wxr(
  [
    post(
      {},
      uses('place', 'saltmarsh', 'Saltmarsh') +
        uses('post_tag', 'saltmarsh', 'Saltmarsh') +
        uses('mood', 'glad', 'Glad'),
    ),
    post(
      { 'wp:post_id': '8', 'wp:post_type': 'recipe', title: 'Eel pie', guid: '' },
      uses('desk', 'kitchen', 'Kitchen') +
        uses('writer', 'ida', 'Ida Quill') +
        meta('author_line', 'By the kitchen') +
        meta('subtitle', 'From the mudflats') +
        meta('secret_key', 'open-sesame'),
    ),
    post({ 'wp:post_id': '9', 'wp:post_type': 'page', title: 'About us', guid: '' }),
    post({ 'wp:post_id': '10', 'wp:post_type': 'event', title: 'Fair', guid: '' }),
  ],
  term('desk', 21, 'kitchen', 'Kitchen', 'life') + term('desk', 20, 'life', 'Life') + term('mood', 30, 'glad', 'Glad'),
);

it('what a site has of its own becomes what the map says, under keys of its own', async () => {
  const mapping = await readMapping(fileOf(JSON.stringify(MAP)));
  const source = await recogniseFile(fileOf(EXPORT), new AbortController().signal, { mapping });
  const { items, articles, events } = await readSource(source);
  expect(items.filter(({ type }) => type !== 'article' && type !== 'site')).toMatchObject([
    { type: 'section', id: 'desk:kitchen', slug: 'kitchen', parent: 'desk:life' },
    { type: 'section', id: 'desk:life', parent: null },
    { type: 'author', id: 'mara' },
    { type: 'author', id: 'ida', name: 'Ida Quill' },
    { type: 'topic', id: 'place:saltmarsh', slug: 'saltmarsh', topicKind: 'PLACE' },
    { type: 'topic', id: 'saltmarsh', topicKind: 'SUBJECT' },
  ]);
  expect([source.keyOf('topic', 'place:saltmarsh'), source.keyOf('section', 'desk:life')]).toEqual([
    'wp:gazette.example:term:place:saltmarsh',
    'wp:gazette.example:term:desk:life',
  ]);
  expect(articles).toMatchObject([
    { id: '7', kind: 'NEWS', topics: ['place:saltmarsh', 'saltmarsh'], sourceKeys: [] },
    {
      id: '8',
      kind: 'FEATURE',
      sections: ['desk:kitchen'],
      authors: ['ida'],
      byline: 'By the kitchen',
      standfirst: 'From the mudflats',
      sourceKeys: ['wp:gazette.example:type:recipe:8'],
    },
    { id: '9', headline: 'About us' },
  ]);
  expect(source.found().publishedPosts).toBe(3);
  expect(events.filter(({ kind }) => kind === 'skipped')).toEqual([
    { kind: 'skipped', reason: 'mood', count: 1 },
    { kind: 'skipped', reason: 'event', count: 1 },
  ]);
  expect(JSON.stringify(events)).not.toContain('open-sesame');
});

it.each([
  ['is missing', null, /cannot be read/],
  ['is no JSON', '{', /is no JSON/],
  ['has a word of its own', JSON.stringify({ types: { page: 'story' } }), /cannot be used at types\.page: /],
  ['has another kind of topic', JSON.stringify({ taxonomies: { x: { as: 'topic', kind: 'Y' } } }), /at taxonomies\.x/],
  ['has another part', JSON.stringify({ kinds: {} }), /cannot be used: .*kinds/],
  ['maps categories', JSON.stringify({ taxonomies: { category: 'topic' } }), /category has its place already/],
])('a map that %s is refused in a sentence', async (_, text, message) => {
  const file = text === null ? '/nowhere/map.json' : fileOf(text);
  await expect(readMapping(file)).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringMatching(message),
  });
});
