import { writeFile } from 'node:fs/promises';
import { openContent } from '#app/open-content.ts';
import { Load } from '#app/related-writing.ts';
import { StartError } from '#errors.ts';
import type { Config } from '#config.ts';
import { NO_MAPPING, readMapping } from '#ingest/mapping.ts';
import { formatReport, isAllGood, type ImportReport } from '#ingest/report.ts';
import { runImport } from '#ingest/run.ts';
import type { SourceKind } from '#ingest/source.ts';
import type { Log } from '#log.ts';
import { createImportBar } from './import-progress.ts';
import { createRebuildProgress } from './rebuild-progress.ts';
import { openScratch } from './scratch.ts';
import { stoppedByUser } from './stopped-by-user.ts';
import { cannotWrite, checkWritable } from './writable-file.ts';

/** 0 all good, 2 finished with rejects or files left out. What could not run at all is thrown. */
type ExitStatus = 0 | 2;

export interface ImportCommand {
  /** Files, folders, http(s) addresses, or `-`. */
  readonly sources: readonly string[];
  readonly as?: SourceKind;
  readonly since?: Date;
  readonly allowPrivate: boolean;
  /** A JSON file that says what a site has beyond posts, categories and tags. */
  readonly map?: string;
  /** An earlier import was killed: what it left behind is finished, too. */
  readonly resume: boolean;
  readonly overwrite: boolean;
  /** Archives what live sites show no more. */
  readonly delete: boolean;
  /** The same report, and nothing is written. */
  readonly dryRun: boolean;
  readonly report?: string;
  readonly config: Config;
  readonly log: Log;
}

/** Imports sources into the configured database, shows a bar on a terminal and the table at the end, and writes the report where one is asked for. */
export async function importSources(command: ImportCommand): Promise<ExitStatus> {
  const { sources, as = null, since = null, allowPrivate, map, overwrite, dryRun, report, config, log } = command;
  if (command.delete && !sources.some((source) => /^https?:/i.test(source)))
    throw new StartError('--delete needs the address of a live WordPress: a file does not say whether it is whole.');
  const mapping = map === undefined ? NO_MAPPING : await readMapping(map);
  if (report !== undefined) await checkWritable(report);
  // The samples are for those who start the server; an import brings content of its own.
  await using content = await openContent({ ...config, seed: 'off' }, log, () => new Date());
  await using scratch = dryRun ? await openScratch(content, config, log) : null;
  await using load = new Load(scratch ?? content);
  // Nobody reads related stories of a dry run.
  if (dryRun) await load.expect(Infinity);
  if (command.resume) await load.writer.finishLeft();
  const bar = createImportBar();
  const signal = stoppedByUser(
    dryRun ? 'Stopped: nothing was written.' : 'Stopped: what was written stays. Run it again with --resume to go on.',
  );
  const result = await runImport({
    sources,
    as,
    wordpress: { allowPrivate, since, login: config.wordpress },
    mapping,
    archiveGone: command.delete,
    stdin: process.stdin,
    overwrite,
    writer: load.writer,
    onProgress: bar.show,
    onComing: (articles) => load.expect(articles),
    signal,
  })
    .catch((error: unknown) => {
      // What is under way fails in its own words when it is stopped.
      throw signal.aborted ? signal.reason : error;
    })
    .finally(bar.end);
  if (!dryRun) await finishLists(load, signal);
  // Lists that a killed import has left to be made.
  if (command.resume) await (scratch ?? content).related.resume(signal);
  if (report !== undefined) await writeReport(report, result);
  console.log(
    formatReport(result, process.stdout.columns) + (dryRun ? 'This was a dry run: nothing was written.\n' : ''),
  );
  return isAllGood(result) ? 0 : 2;
}

async function writeReport(file: string, report: ImportReport): Promise<void> {
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`).catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
}

async function finishLists(load: Load, signal: AbortSignal): Promise<void> {
  const progress = createRebuildProgress();
  await load.finish({ onProgress: progress.show, signal });
  progress.end();
}
