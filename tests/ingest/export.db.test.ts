import { mkdtempSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportedItem } from '#content/imported-item.ts';
import { exportNdjson } from '#ingest/ndjson/export-ndjson.ts';
import type { ImportReport } from '#ingest/report.ts';
import { runImport } from '#ingest/run.ts';
import { seedItems, seedSource } from '#ingest/seed/seed.ts';
import { emptyDatabase } from '../_support/database.ts';
import { articleItem, paragraph, readAlso, redirectItem, sectionItem, siteItem } from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = fileURLToPath(new URL('../fixtures/wxr/saltmarsh-gazette.xml', import.meta.url));
const corpus = join(process.env['CORPUS_DIR'] ?? '', 'wxr');
const NAMES = ['articles', 'authors', 'topics', 'sections', 'collections', 'paths', 'site', 'outbox'];
const NOW = new Date('2026-03-01T12:00:00Z');

describe('an export', () => {
  const opened = useWriter({ now: () => NOW });
  /** All content but the count of writes. */
  const everything = async (): Promise<Record<string, readonly object[]>> =>
    Object.fromEntries(
      await Promise.all(
        NAMES.map(async (name) => [
          name,
          await opened.db
            .collection(name)
            .find({}, { projection: { rev: 0 } })
            .sort({ _id: 1 })
            .toArray(),
        ]),
      ),
    );
  const importOf = (...sources: readonly string[]): Promise<ImportReport> =>
    runImport({ sources, writer: opened.writer });
  const exported = async (): Promise<string> => {
    const file = join(mkdtempSync(join(tmpdir(), 'masthead-export-')), 'all.ndjson');
    await exportNdjson(opened.db, file, new AbortController().signal);
    return file;
  };
  const writesOf = ({ sources }: ImportReport): number =>
    sources
      .flatMap(({ counts }) => Object.values(counts))
      .reduce((sum, { created, updated }) => sum + created + updated, 0);
  /** Export, drop, import: what is stored after it, and what was before. */
  const roundTrip = async (): Promise<{ readonly before: object; readonly after: object }> => {
    const before = await everything();
    const file = await exported();
    await emptyDatabase(opened.db);
    const report = await importOf(file);
    expect(report.sources[0]?.rejects).toEqual([]);
    const after = await everything();
    const again = await exported();
    expect(await readFile(again, 'utf8')).toBe(await readFile(file, 'utf8'));
    expect(writesOf(await importOf(file))).toBe(0);
    return { before, after };
  };

  it('of the sample newsroom gives an identical database', async () => {
    await opened.writer.write(seedItems(NOW), seedSource);
    const { before, after } = await roundTrip();
    expect(after).toEqual(before);
  });

  it('of a WordPress site gives an identical database, and its export is then unchanged', async () => {
    await importOf(fixture);
    const { before, after } = await roundTrip();
    expect(after).toEqual(before);
    expect(writesOf(await importOf(fixture))).toBe(0);
  });

  it('keeps edits made here: a later import of the source does not take them back', async () => {
    await importOf(fixture);
    await opened.db
      .collection('articles')
      .updateOne({ headline: /Ferry returns/ }, { $set: { headline: 'Edited here' }, $inc: { rev: 1 } });
    const { before, after } = await roundTrip();
    expect(after).toEqual(before);
    await importOf(fixture);
    expect(await opened.db.collection('articles').countDocuments({ headline: 'Edited here' })).toBe(1);
  });

  it('keeps odd paths, former ones, redirects, gone paths, waiting links and stories that were hidden', async () => {
    const items: readonly ImportedItem[] = [
      siteItem({ publisher: { name: 'Estuary', url: null, logo: null } }),
      sectionItem({ id: 'sea', formerPaths: ['/old-sea'] }),
      articleItem({ id: 'a', path: '/100%25/what%3F', formerPaths: ['/früher', '/x%23y'], sections: ['sea'] }),
      articleItem({
        id: 'b',
        excerpt: 'Own words',
        body: [readAlso('/100%25/what%3F'), readAlso('/later'), paragraph('One')],
      }),
      articleItem({ id: 'key:odd', body: [paragraph('One'), paragraph('One'), readAlso('https://estuary.example/b')] }),
      articleItem({ id: 'draft', publishedAt: null }),
      articleItem({ id: 'hidden' }),
      redirectItem({ from: '/r', to: '/100%25/what%3F' }),
      redirectItem({ from: '/gone', to: null }),
    ];
    await opened.write(...items);
    await opened.write(articleItem({ id: 'hidden', status: 'draft' }));
    const { before, after } = await roundTrip();
    expect(after).toEqual(before);
  });

  it('carries an edit into a database that has the same stories', async () => {
    await importOf(fixture);
    const articles = opened.db.collection('articles');
    await articles.updateOne({ headline: /Ferry returns/ }, { $set: { headline: 'Edited there' }, $inc: { rev: 1 } });
    const file = await exported();
    await emptyDatabase(opened.db);
    await importOf(fixture);
    await importOf(file);
    expect(await articles.countDocuments({ headline: 'Edited there' })).toBe(1);
  });

  it.skipIf(process.env['CORPUS_DIR'] === undefined)(
    'of many sites gives an identical database',
    async () => {
      const files = (await readdir(corpus)).filter((name) => /\.xml(?:\.gz)?$/.test(name) && !name.includes('travel'));
      await importOf(...files.map((name) => join(corpus, name)));
      const { before, after } = await roundTrip();
      expect(after).toEqual(before);
    },
    300_000,
  );
});
