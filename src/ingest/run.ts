import type { ImportedItem } from '#content/imported-item.ts';
import type { Conflict, Outcome, Writer } from '#content/write.ts';
import type { NoticeCode, SkipReason } from './codes.data.ts';
import { findSources, type SourceOptions } from './find-sources.ts';
import { COUNTED, type CountedType, type ImportReport, type SourceReport, type TypeCounts } from './report.ts';
import type { Gone, Reject, Source } from './source.ts';

/** Half of what one transaction of the writer may hold: as fast, in 20 MB less. */
const BATCH_ITEMS = 100;
/** Bounds memory where bodies are long. */
const BATCH_BLOCKS = 10_000;

export interface ImportProgress {
  readonly source: string;
  readonly readBytes: number;
  readonly totalBytes: number;
  /** Items handed to the writer so far, of this source. */
  readonly items: number;
}

export type ImportWriter = Pick<Writer, 'write' | 'known' | 'archive'>;

export interface ImportOptions extends SourceOptions {
  /** Files, folders, addresses of live WordPress sites, or `-`; the kind of each file is told by its content. */
  readonly sources: readonly string[];
  readonly writer: ImportWriter;
  /** Where a field was changed here and at the source, the source's is taken. */
  readonly overwrite?: boolean;
  /** Archives what live sites show no more. */
  readonly archiveGone?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Told before many new articles of a source are written, where the source can tell. */
  readonly onComing?: (articles: number) => Promise<void>;
  readonly signal?: AbortSignal;
}

/**
 * Imports sources one after another. All are looked at before anything is written: one that can't be imported at all is a StartError. A bad
 * record is a reject in the report, and the run goes on. What the writer throws ends the run.
 */
export async function runImport({
  sources,
  writer,
  overwrite = false,
  archiveGone = false,
  onProgress,
  onComing,
  signal = new AbortController().signal,
  ...options
}: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  await using found = await findSources(sources, options, signal);
  const reports: SourceReport[] = [];
  for (const source of found.sources)
    reports.push(await importSource(source, { writer, overwrite, archiveGone, onProgress, onComing, signal }));
  return { sources: reports, leftOut: found.leftOut, seconds: Math.round(performance.now() - started) / 1000 };
}

interface RunContext {
  readonly writer: ImportWriter;
  readonly overwrite: boolean;
  readonly archiveGone: boolean;
  readonly onProgress: ((progress: ImportProgress) => void) | undefined;
  readonly onComing: ((articles: number) => Promise<void>) | undefined;
  readonly signal: AbortSignal;
}

/** Imports one source whole. */
async function importSource(source: Source, context: RunContext): Promise<SourceReport> {
  const { writer, overwrite, onProgress, signal } = context;
  const tally = createTally(source.name);
  let batch: { readonly item: ImportedItem; readonly line: number | null }[] = [];
  let blocks = 0;
  let items = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    signal.throwIfAborted();
    const outcomes = await writer.write(
      batch.map(({ item }) => item),
      source,
      { overwrite },
    );
    for (const [index, outcome] of outcomes.entries()) tally.outcome(outcome, batch[index]?.line ?? null);
    items += batch.length;
    batch = [];
    blocks = 0;
  };
  const stored = { known: writer.known, everything: overwrite };
  for await (const event of source.open(signal, stored)) {
    signal.throwIfAborted();
    if (event.kind === 'item') {
      batch.push(event);
      blocks += event.item.type === 'article' ? event.item.body.length : 0;
      if (batch.length >= BATCH_ITEMS || blocks >= BATCH_BLOCKS) await flush();
    } else if (event.kind === 'barrier') await flush();
    else if (event.kind === 'progress')
      onProgress?.({ source: source.name, readBytes: event.readBytes, totalBytes: event.totalBytes, items });
    else if (event.kind === 'reject') tally.rejects.push(event.reject);
    else if (event.kind === 'skipped') tally.skip(event.reason, event.count);
    else if (event.kind === 'coming') await context.onComing?.(event.articles);
    else if (event.kind === 'dynamic') tally.dynamic(event.name, event.count);
    else if (event.kind === 'unchanged') tally.unchanged(event.count);
    else if (event.kind === 'gone') tally.gone.push({ ...event.gone, archived: false });
    else tally.notice(event.reason);
  }
  await flush();
  if (context.archiveGone) await archive(source, tally, context);
  return { source: source.name, kind: source.kind, found: source.found(), ...tally.result() };
}

/** Archives what is surely gone; a source that failed has thrown before. */
async function archive(source: Source, tally: Tally, { writer, overwrite, signal }: RunContext): Promise<void> {
  signal.throwIfAborted();
  const ids = tally.gone.filter(({ isSure }) => isSure).map(({ id }) => id);
  const outcomes = await writer.archive(ids, source, { overwrite });
  const archived = new Set(outcomes.flatMap(({ id, outcome }) => (outcome === 'updated' ? [id] : [])));
  for (const [at, one] of tally.gone.entries()) tally.gone[at] = { ...one, archived: archived.has(one.id) };
  for (const { conflicts } of outcomes) tally.conflicts.push(...conflicts);
}

interface Tally {
  readonly rejects: Reject[];
  readonly conflicts: Conflict[];
  readonly gone: (Gone & { readonly archived: boolean })[];
  /** Articles that did not have to be read. */
  unchanged(count: number): void;
  outcome(outcome: Outcome, line: number | null): void;
  skip(reason: SkipReason, times: number): void;
  notice(reason: NoticeCode): void;
  dynamic(name: string, times: number): void;
  result(): Pick<SourceReport, 'counts' | 'skipped' | 'notices' | 'dynamic' | 'rejects' | 'conflicts' | 'gone'>;
}

function createTally(file: string): Tally {
  const counts = new Map<CountedType, TypeCounts>(
    COUNTED.map((type) => [type, { created: 0, updated: 0, unchanged: 0 }]),
  );
  const skipped = new Map<string, number>();
  const notices = new Map<string, number>();
  const dynamic = new Map<string, number>();
  const rejects: Reject[] = [];
  const conflicts: Conflict[] = [];
  const gone: (Gone & { readonly archived: boolean })[] = [];
  const add = (to: Map<string, number>, reason: string, times = 1): void => {
    to.set(reason, (to.get(reason) ?? 0) + times);
  };
  return {
    rejects,
    conflicts,
    gone,
    unchanged(count) {
      const before = counts.get('article');
      if (before !== undefined) counts.set('article', { ...before, unchanged: before.unchanged + count });
    },
    skip: (reason, times) => add(skipped, reason, times),
    notice: (reason) => add(notices, reason),
    dynamic: (name, times) => add(dynamic, name, times),
    outcome({ type, id, outcome, reason, field, conflicts: kept, notices: noticed }, line) {
      conflicts.push(...kept);
      for (const one of noticed) add(notices, one);
      if (outcome === 'rejected') {
        rejects.push({ file, line, type, id, field, reason: reason ?? 'invalid' });
        return;
      }
      const counted = COUNTED.find((one) => one === type);
      const before = counted === undefined ? undefined : counts.get(counted);
      if (counted !== undefined && before !== undefined)
        counts.set(counted, { ...before, [outcome]: before[outcome] + 1 });
    },
    result: () => ({
      // One entry per counted type, by construction.
      counts: Object.fromEntries(counts) as SourceReport['counts'],
      skipped: Object.fromEntries([...skipped].toSorted()),
      notices: Object.fromEntries([...notices].toSorted()),
      dynamic: Object.fromEntries([...dynamic].toSorted()),
      rejects,
      conflicts,
      gone,
    }),
  };
}
