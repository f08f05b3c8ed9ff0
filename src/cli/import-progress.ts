import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '#ingest/run.ts';
import { paceOf } from './pace.ts';

export interface ImportBar {
  readonly show: (progress: ImportProgress) => void;
  readonly end: () => void;
}

/** On a terminal a bar with items a second and the time that is left; elsewhere nothing. */
export function createImportBar(now: () => number = () => performance.now()): ImportBar {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  const bar = new SingleBar({
    format: '{bar} {percentage} %  {items} items{pace}  {source}',
    // What is said beside it takes some 60 columns, and matters more.
    barsize: Math.max(8, Math.min(40, process.stderr.columns - 60)),
    stopOnComplete: false,
    clearOnComplete: true,
  });
  let source: string | null = null;
  /** Where articles began to come: later and slower than reading, and than what is written before them. */
  let began: { readonly at: number; readonly done: number; readonly items: number } | null = null;
  return {
    show(progress) {
      const items = progress.items.toLocaleString('en');
      if (progress.source !== source) {
        if (source !== null) bar.stop();
        bar.start(progress.totalBytes, 0, { items, pace: '', source: shortName(progress.source) });
        ({ source } = progress);
        began = null;
      }
      bar.setTotal(progress.totalBytes);
      const { readBytes: done, totalBytes } = progress;
      const since = began ?? { at: now(), done, items: progress.items };
      if (progress.items > 0) began = since;
      const told = paceOf(
        { items: progress.items - since.items, done: done - since.done, total: totalBytes - since.done },
        (now() - since.at) / 1_000,
      );
      const pace = told === '' ? '' : `, ${told}`;
      bar.update(Math.min(progress.readBytes, progress.totalBytes), { items, pace });
    },
    end: () => bar.stop(),
  };
}

/** The host of an address, the last part of a path. */
function shortName(source: string): string {
  return /^https?:/i.test(source) ? (URL.parse(source)?.host ?? source) : basename(source);
}
