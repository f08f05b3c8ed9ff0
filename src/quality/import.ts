import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleItem } from '#content/imported-item.ts';
import type { Found } from '#ingest/source.ts';
import { runImport, type ImportWriter } from '#ingest/run.ts';
import { readWxr } from '#ingest/wxr/wxr-reader.ts';
import { createWxrSource } from '#ingest/wxr/wxr-source.ts';
import { keptWords } from './kept-words.ts';
import { formatShare, formatTable } from './table.ts';

/** What is known of an export; without figures it is ill-formed XML. */
interface Expected {
  readonly file: string;
  readonly gold: Partial<Found>;
}

/** Published posts that WordPress 7.1's own importer makes, where that is not what the export declares: it recovers some, refuses others. */
const BY_WORDPRESS: Readonly<Record<string, number>> = {
  'ghost--fixtures--sample.xml': 2,
  'wpimporter--crazy-cdata.xml': 1,
  'wpimporter--malformed-simple.xml': 0,
  'wpimporter--malformed.xml': 0,
  'wpimporter--invalid-version-tag.xml': 0,
};

interface Measured {
  readonly file: string;
  /** Null where the export is ill-formed: nothing is known to compare with. */
  readonly isFound: boolean | null;
  readonly published: number;
  readonly byWordPress: number;
  readonly words: number;
  readonly kept: number;
  /** Documents written by a second import. */
  readonly writtenAgain: number;
}

/**
 * Imports every export that `expected.json` of a folder lists, twice each, with a writer on a database of its own, and prints how that compares
 * with what is declared and with WordPress' own importer.
 */
export async function printImportTable(folder: string, writer: ImportWriter): Promise<string> {
  // The file of a corpus that is laid out as described above.
  const expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as readonly Expected[];
  const rows: Measured[] = [];
  for (const one of expected.toSorted((a, b) => a.file.localeCompare(b.file)))
    rows.push(await measureOne(folder, one, writer));
  const words = sum(rows.map((row) => row.words));
  const compared = rows.filter(({ isFound }) => isFound !== null);
  return formatTable([
    ['export', 'found', 'published', 'by WordPress', 'words kept', 'written again'],
    ...rows.map((row) => [
      row.file,
      row.isFound === null ? 'ill-formed' : row.isFound ? 'exact' : 'WRONG',
      String(row.published),
      String(row.byWordPress),
      formatShare(row.words === 0 ? null : row.kept / row.words),
      String(row.writtenAgain),
    ]),
    [
      'all',
      `${compared.filter(({ isFound }) => isFound).length} of ${compared.length}`,
      String(sum(rows.map(({ published }) => published))),
      String(sum(rows.map(({ byWordPress }) => byWordPress))),
      formatShare(words === 0 ? null : sum(rows.map(({ kept }) => kept)) / words),
      String(sum(rows.map(({ writtenAgain }) => writtenAgain))),
    ],
  ]);
}

async function measureOne(folder: string, { file, gold }: Expected, writer: ImportWriter): Promise<Measured> {
  const { signal } = new AbortController();
  const path = join(folder, file);
  const source = createWxrSource(path, file);
  const articles = new Map<string, ArticleItem>();
  for await (const event of source.open(signal))
    if (event.kind === 'item' && event.item.type === 'article') articles.set(event.item.id, event.item);
  let published = 0;
  let words = 0;
  let kept = 0;
  for await (const record of readWxr(path, signal)) {
    if (record.kind !== 'item' || record.item.postType !== 'post') continue;
    const article = articles.get(record.item.postId);
    if (record.item.status === 'publish' && (article !== undefined || record.item.postId === '')) published += 1;
    if (article === undefined) continue;
    const share = keptWords(record.item.content, article.body);
    words += share.words;
    kept += share.kept;
  }
  await runImport({ sources: [path], writer });
  const again = await runImport({ sources: [path], writer });
  const { publishedPosts, authors, categories, tags } = gold;
  return {
    file,
    isFound:
      publishedPosts === undefined
        ? null
        : JSON.stringify(source.found()) === JSON.stringify({ publishedPosts, authors, categories, tags }),
    published,
    byWordPress: BY_WORDPRESS[file] ?? publishedPosts ?? 0,
    words,
    kept,
    writtenAgain: sum(
      again.sources.flatMap(({ counts }) => Object.values(counts)).map(({ created, updated }) => created + updated),
    ),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
