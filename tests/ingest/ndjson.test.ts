import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { printImportSchemas } from '#ingest/ndjson/import-schemas.ts';
import { createNdjsonSource } from '#ingest/ndjson/ndjson-source.ts';
import { fileOf, readSource } from './wxr-text.ts';

const lines = (...all: readonly unknown[]): string =>
  all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

it('what is referred to comes first, wherever in the file it stands', async () => {
  const text = lines(
    { type: 'collection', id: 'top', title: 'Top', picks: ['1'] },
    { type: 'article', id: '1', headline: 'Tide', authors: ['mara'], sections: ['sea'] },
    { type: 'section', id: 'sea', name: 'Sea', parent: 'news' },
    '',
    { type: 'author', id: 'mara', name: 'Mara Holt' },
    { type: 'section', id: 'news', name: 'News' },
    { type: 'redirect', id: 'r', from: '/a', to: '/b' },
  );
  const { source, items, events } = await readSource(createNdjsonSource(fileOf(text), 'a.ndjson'));
  expect(items.map(({ type, id }) => `${type} ${id}`)).toEqual([
    'author mara',
    'redirect r',
    'section news',
    'section sea',
    'article 1',
    'collection top',
  ]);
  expect(events.filter(({ kind }) => kind === 'barrier')).toHaveLength(2);
  expect(source.found()).toEqual({ publishedPosts: 1, authors: 1, categories: 2, tags: 0 });
  expect(source.keyOf('author', 'mara')).toBe('ndjson:author:mara');
});

it('a bad line is rejected with its line and field, never its value, and the next is read', async () => {
  const text = lines(
    '{"type":"author","id":"1","name":',
    { type: 'author', id: '2' },
    { type: 'author', id: '3', name: 'A', colour: 'red' },
    { type: 'writer', id: '4' },
    { type: 'article', id: '5', headline: 'T', canonicalUrl: 'javascript:alert(1)' },
    { type: 'article', id: '6', headline: 'T', body: [{ type: 'paragraph' }] },
    { type: 'topic', id: '7', name: 'Tides' },
    { type: 'topic', id: '7', name: 'Tides again' },
    '[1]',
  );
  const { items, events } = await readSource(createNdjsonSource(fileOf(gzipSync(text)), 'a.ndjson'));
  expect(items.map(({ id }) => id)).toEqual(['7']);
  const reject = (
    line: number,
    type: string | null,
    id: string | null,
    field: string | null,
    reason: string,
  ): object => ({ file: 'a.ndjson', line, type, id, field, reason });
  expect(events.flatMap((event) => (event.kind === 'reject' ? [event.reject] : []))).toEqual([
    reject(1, null, null, null, 'bad-json'),
    reject(2, 'author', '2', 'name', 'missing-field'),
    reject(3, 'author', '3', 'colour', 'unknown-field'),
    reject(4, 'writer', '4', 'type', 'unknown-type'),
    reject(5, 'article', '5', 'canonicalUrl', 'bad-value'),
    reject(6, 'article', '6', 'body.0.html', 'missing-field'),
    reject(8, 'topic', '7', null, 'duplicate-id'),
    reject(9, null, null, null, 'bad-value'),
  ]);
});

it('the JSON Schemas in schema/import are those of the code; `npm run schema` writes them', () => {
  const committed = [...printImportSchemas().keys()].map((name) => [
    name,
    readFileSync(new URL(`../../schema/import/${name}`, import.meta.url), 'utf8'),
  ]);
  expect(committed).toEqual([...printImportSchemas()]);
});
