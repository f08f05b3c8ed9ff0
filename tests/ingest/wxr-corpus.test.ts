import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importedItem } from '#content/imported-item.ts';
import { cleanBody } from '#ingest/clean/body.ts';
import { safeItem } from '#ingest/clean/safe-item.ts';
import { readWxr } from '#ingest/wxr/wxr-reader.ts';
import { createWxrSource } from '#ingest/wxr/wxr-source.ts';
import { context } from './clean-text.ts';
import { keptWords } from '#quality/kept-words.ts';
import { readSource } from './wxr-text.ts';

interface Expected {
  readonly file: string;
  readonly gold: {
    readonly xml?: string;
    readonly publishedPosts: number;
    readonly authors: number;
    readonly categories: number;
    readonly tags: number;
  };
}

const folder = join(process.env['CORPUS_DIR'] ?? '', 'wxr');
const isThere = process.env['CORPUS_DIR'] !== undefined && existsSync(join(folder, 'expected.json'));
const exports: readonly Expected[] = isThere ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) : [];
const wellFormed = exports.filter(({ gold }) => gold.xml === undefined);
/** Published posts that WordPress' own importer makes of files that are ill-formed. */
const RECOVERED: Readonly<Record<string, number>> = {
  'ghost--fixtures--sample.xml': 2,
  'wpimporter--crazy-cdata.xml': 1,
};

describe.skipIf(!isThere)('the exports of the corpus (skipped: CORPUS_DIR is not set)', () => {
  it.each(wellFormed)(
    '$file: what it declares is found, and all its published, dated posts come out',
    async ({ file, gold }) => {
      const { source, articles, items, events } = await readSource(createWxrSource(join(folder, file), file));
      const { publishedPosts, authors, categories, tags } = gold;
      expect(source.found()).toEqual({ publishedPosts, authors, categories, tags });
      expect(events.filter(({ kind }) => kind === 'reject')).toEqual([]);
      expect(items.map((item) => importedItem.safeParse(item).error).filter(Boolean)).toEqual([]);
      const published = articles.filter(({ status }) => status === 'published');
      expect(published).toHaveLength(publishedPosts + (await scheduled(file)) - (await withPassword(file)));
      expect(published.filter(({ publishedAt }) => publishedAt === null)).toHaveLength(await undated(file));
    },
  );

  it.each(exports.filter(({ gold }) => gold.xml !== undefined))(
    '$file is ill-formed: what can be read is, and the lines are told',
    async ({ file }) => {
      const { articles, events } = await readSource(createWxrSource(join(folder, file), file));
      expect(articles.filter(({ status }) => status === 'published').length).toBeGreaterThanOrEqual(
        RECOVERED[file] ?? 0,
      );
      expect(
        events
          .flatMap((event) => (event.kind === 'reject' ? [event.reject.line] : []))
          .every((line) => line !== null && line > 0),
      ).toBe(true);
      expect(events.some(({ kind }) => kind === 'reject')).toBe(true);
    },
  );

  it('keep at least 99.5 % of the words of their bodies, in order', { timeout: 120_000 }, async () => {
    let kept = 0;
    let all = 0;
    for (const { file } of exports)
      for await (const record of readWxr(join(folder, file), new AbortController().signal)) {
        if (record.kind !== 'item' || !['post', 'page'].includes(record.item.postType)) continue;
        const share = keptWords(record.item.content, cleanBody(record.item.content, context).blocks);
        kept += share.kept;
        all += share.words;
      }
    expect(all).toBeGreaterThan(70_000);
    expect(kept / all).toBeGreaterThanOrEqual(0.995);
  });

  it('make HTML that comes back from a second cleaning as it is', async () => {
    for (const { file } of exports) {
      const { items } = await readSource(createWxrSource(join(folder, file), file));
      expect(items.map(safeItem)).toEqual(items);
    }
  });
});

async function countItems(
  file: string,
  test: (item: { status: string; postType: string; dated: boolean; hasPassword: boolean }) => boolean,
): Promise<number> {
  let count = 0;
  for await (const record of readWxr(join(folder, file), new AbortController().signal)) {
    if (record.kind !== 'item') continue;
    const { status, postType, pubDate, postDate, postDateGmt, hasPassword } = record.item;
    if (test({ status, postType, dated: `${pubDate}${postDate}${postDateGmt}` !== '', hasPassword })) count++;
  }
  return count;
}

const scheduled = (file: string): Promise<number> =>
  countItems(file, ({ status, postType }) => postType === 'post' && status === 'future');
const withPassword = (file: string): Promise<number> =>
  countItems(file, ({ status, postType, hasPassword }) => postType === 'post' && status === 'publish' && hasPassword);
const undated = (file: string): Promise<number> =>
  countItems(file, ({ status, postType, dated }) => postType === 'post' && status === 'publish' && !dated);
