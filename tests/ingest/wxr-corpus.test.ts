import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'htmlparser2';
import { textContent } from 'domutils';
import { describe, expect, it } from 'vitest';
import { importedItem } from '#content/imported-item.ts';
import { cleanBody } from '#ingest/clean/body.ts';
import { safeItem } from '#ingest/clean/safe-item.ts';
import { readWxr } from '#ingest/wxr/wxr-reader.ts';
import { createWxrSource } from '#ingest/wxr/wxr-source.ts';
import { context, textOfBlocks } from './clean-text.ts';
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
        const from = wordsOf(visibleText(record.item.content));
        kept += common(from, wordsOf(textOfBlocks(cleanBody(record.item.content, context).blocks)));
        all += from.length;
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

/** The text of a body by rules of its own: not those of the cleaners. */
function visibleText(html: string): string {
  const spaced = html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<(script|style|select|textarea|noscript|video|audio)\b[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(
      /<(?!\/?(?:a|b|i|u|s|em|strong|span|sub|sup|code|small|big|del|ins|font|abbr|acronym|q|tt|kbd|var)\b)[a-z/][^>]*>/gi,
      ' ',
    )
    .replaceAll(/\[\/?(?:caption|gallery)[^\]]*\]/g, ' ');
  return textContent(parseDocument(spaced).children);
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Length of the longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (let at = 1; at <= b.length; at++)
      next[at] = word === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    row = next;
  }
  return row.at(-1) ?? 0;
}
