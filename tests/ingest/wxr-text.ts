import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleItem, ImportedItem, ItemType } from '#content/imported-item.ts';
import type { Source, SourceEvent } from '#ingest/source.ts';
import { createWxrSource } from '#ingest/wxr/wxr-source.ts';

/** A WordPress export of our own making; `post` overrides single elements, null leaves one out. */
export function wxr(items: readonly string[], head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Saltmarsh Gazette</title>
<link>https://gazette.example</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://gazette.example</wp:base_site_url>
<wp:base_blog_url>https://gazette.example</wp:base_blog_url>
${head}
${items.join('\n')}
</channel>
</rss>`;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  title: 'Ferry returns to Saltmarsh',
  link: 'https://gazette.example/2024/06/ferry-returns/',
  'dc:creator': '<![CDATA[mara]]>',
  guid: 'https://gazette.example/?p=7',
  'content:encoded': '<![CDATA[The ferry is back.]]>',
  'excerpt:encoded': '<![CDATA[]]>',
  'wp:post_id': '7',
  'wp:post_date': '2024-06-05 18:04:48',
  'wp:post_date_gmt': '2024-06-05 16:04:48',
  'wp:post_name': 'ferry-returns',
  'wp:status': 'publish',
  'wp:post_type': 'post',
};

export function post(elements: Readonly<Record<string, string | null>> = {}, more = ''): string {
  const all = { ...DEFAULTS, ...elements };
  const lines = Object.entries(all).map(([name, value]) => (value === null ? '' : `<${name}>${value}</${name}>`));
  return `<item>\n${lines.join('\n')}\n${more}</item>`;
}

export function meta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
}

const folder = mkdtempSync(join(tmpdir(), 'masthead-ingest-'));
let files = 0;

/** A file that holds this, for as long as the tests run. */
export function fileOf(content: string | Uint8Array, name = `${++files}.dat`): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function eventsOf(source: Source): Promise<readonly SourceEvent[]> {
  return Array.fromAsync(source.open(new AbortController().signal));
}

export interface ReadSource {
  readonly source: Source;
  readonly events: readonly SourceEvent[];
  readonly items: readonly ImportedItem[];
  readonly articles: readonly ArticleItem[];
}

export async function read(content: string | Uint8Array): Promise<ReadSource> {
  return readSource(createWxrSource(fileOf(content), 'export.xml'));
}

export async function readSource(source: Source): Promise<ReadSource> {
  const events = await eventsOf(source);
  const items = events.flatMap((event) => (event.kind === 'item' ? [event.item] : []));
  return { source, events, items, articles: items.filter((item) => item.type === 'article') };
}

export async function articleFrom(
  elements: Readonly<Record<string, string | null>>,
  more = '',
  head = '',
): Promise<ArticleItem> {
  const { articles } = await read(wxr([post(elements, more)], head));
  const [article] = articles;
  if (article === undefined) throw new Error('the export made no article');
  return article;
}

export function ofType<Type extends ItemType>(
  items: readonly ImportedItem[],
  type: Type,
): Extract<ImportedItem, { type: Type }>[] {
  return items.filter((item): item is Extract<ImportedItem, { type: Type }> => item.type === type);
}
