import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContent } from '#app/open-content.ts';
import { parseConfig } from '#config.ts';
import { StartError } from '#errors.ts';
import { createLog } from '#log.ts';
import { printBackground } from '#quality/background.ts';
import { printImportTable } from '#quality/import.ts';
import { rankFile, type RankFile } from '#quality/rank-file.ts';
import { newsroomSet, printMeasures, printStrategies, readGoldSets, sweepRows } from '#quality/related-table.ts';
import { formatShare } from '#quality/table.ts';
import { variants } from '#quality/variants.ts';

/**
 * Prints the measures of related stories on the sample newsroom and on every set of `events`, else of the corpus' folder of that name where there is
 * one; with `sweep` what each constant is worth.
 */
export async function measureRelated({
  events,
  corpus,
  sweep,
}: {
  readonly events?: string;
  readonly corpus?: string;
  readonly sweep: boolean;
}): Promise<void> {
  const ofCorpus = corpus === undefined ? null : join(corpus, 'events');
  const folder = events ?? (ofCorpus !== null && existsSync(ofCorpus) ? ofCorpus : null);
  const sets = [newsroomSet(), ...(folder === null ? [] : await readGoldSets(folder))];
  if (sweep) for (const row of sweepRows(sets, variants())) console.log(row);
  else console.log(`${printMeasures(sets)}\n\n${printStrategies(sets)}`);
  if (folder === null)
    console.log(
      '\nThe sample newsroom alone: sets of real news were skipped, because neither --events nor CORPUS_DIR names their folder.',
    );
}

/** Prints how imports of a folder of WordPress exports compare with what they declare and with WordPress' own importer. */
export async function measureImport({
  exports,
  corpus,
}: {
  readonly exports?: string;
  readonly corpus?: string;
}): Promise<void> {
  const folder = exports ?? (corpus === undefined ? null : join(corpus, 'wxr'));
  if (folder === null || !existsSync(join(folder, 'expected.json')))
    throw new StartError('Neither --exports nor CORPUS_DIR names a folder of exports with an expected.json.');
  const dataDir = await mkdtemp(join(tmpdir(), 'masthead-'));
  try {
    const config = { ...parseConfig({}), dataDir, seed: 'off' } as const;
    await using content = await openContent(config, createLog('silent', { pretty: false }), () => new Date());
    console.log(await printImportTable(folder, content.writer));
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Ranks a file's stories and tells what the bounded candidates lost. */
export async function rank(options: RankFile): Promise<void> {
  const { stories, recall, readMs, rankMs } = await rankFile(options);
  console.log(
    `${stories} stories read in ${seconds(readMs)}, ranked in ${seconds(rankMs)}. Candidates contain ${formatShare(recall)} of the exhaustive top ten.`,
  );
}

/** Writes a table of everyday word frequencies. */
export async function background(
  files: readonly string[],
  { out, ...options }: { readonly out: string; readonly lang: string; readonly name: string; readonly origin: string },
): Promise<void> {
  await writeFile(out, await printBackground(files, options));
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
