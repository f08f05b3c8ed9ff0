import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runImport } from '#ingest/run.ts';
import type { SourceReport } from '#ingest/report.ts';
import { useWriter } from '../_support/use-writer.ts';
import { fileOf } from './wxr-text.ts';

const fixture = fileURLToPath(new URL('../fixtures/wxr/saltmarsh-gazette.xml', import.meta.url));
const folder = join(process.env['CORPUS_DIR'] ?? '', 'wxr');
const isThere = process.env['CORPUS_DIR'] !== undefined && existsSync(folder);

describe('an import into a database', () => {
  const fixtureOf = useWriter();
  const importOf = async (file: string): Promise<SourceReport> => {
    const { sources } = await runImport({ sources: [file], writer: fixtureOf.writer });
    const [report] = sources;
    if (report === undefined) throw new Error('no report');
    return report;
  };
  const everything = async (): Promise<unknown> => {
    const names = ['articles', 'authors', 'topics', 'sections', 'collections', 'paths', 'site'];
    return Promise.all(names.map((name) => fixtureOf.db.collection(name).find().sort({ _id: 1 }).toArray()));
  };
  const writes = ({ counts }: SourceReport): number =>
    Object.values(counts).reduce((sum, { created, updated }) => sum + created + updated, 0);

  it('writes posts with their authors, sections, topics and site, and nothing the second time', async () => {
    const first = await importOf(fixture);
    expect(first).toMatchObject({
      rejects: [],
      conflicts: [],
      counts: { article: { created: 2 }, section: { created: 2 }, author: { created: 1 }, topic: { created: 1 } },
    });
    const before = await everything();
    const second = await importOf(fixture);
    expect([writes(second), second.rejects, second.conflicts]).toEqual([0, [], []]);
    expect(await everything()).toEqual(before);
    const published = await fixtureOf.db.collection('articles').find({ status: 'published' }).toArray();
    expect(published).toMatchObject([
      { headline: 'Ferry returns to Saltmarsh & stays', path: '/2024/06/ferry-returns', wordCount: expect.any(Number) },
    ]);
  });

  it('takes NDJSON whose lines refer to later ones, and nothing the second time', async () => {
    const file = fileOf(
      [
        {
          type: 'article',
          id: '1',
          headline: 'Tide',
          authors: ['mara'],
          sections: ['sea'],
          publishedAt: '2024-06-05T16:04:48Z',
        },
        { type: 'section', id: 'sea', name: 'Sea', parent: 'news' },
        { type: 'section', id: 'news', name: 'News' },
        { type: 'author', id: 'mara', name: 'Mara Holt' },
        { type: 'collection', id: 'top', title: 'Top', picks: ['1'] },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    const first = await importOf(file);
    expect([writes(first), first.rejects, first.notices]).toEqual([5, [], {}]);
    expect(await fixtureOf.article('1')).toMatchObject({
      authorIds: [expect.any(String)],
      sectionIds: [expect.any(String), expect.any(String)],
    });
    expect(writes(await importOf(file))).toBe(0);
  });

  const exports: readonly { readonly file: string; readonly gold: { readonly xml?: string } }[] = isThere
    ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
    : [];
  it.skipIf(!isThere).each(exports)(
    '$file of the corpus: no rejects from the writer, and nothing the second time (skipped: CORPUS_DIR is not set)',
    { timeout: 120_000 },
    async ({ file }) => {
      const first = await importOf(join(folder, file));
      expect(first.rejects.filter(({ reason }) => reason !== 'ill-formed-xml' && reason !== 'cut-off')).toEqual([]);
      const second = await importOf(join(folder, file));
      expect([writes(second), second.conflicts]).toEqual([0, []]);
    },
  );
});
