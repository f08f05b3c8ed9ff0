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
    format: '{bar} {percentage} %  {items} items, {pace}  {source}',
    stopOnComplete: false,
    clearOnComplete: true,
  });
  let source: string | null = null;
  let began = now();
  return {
    show(progress) {
      const items = progress.items.toLocaleString('en');
      if (progress.source !== source) {
        if (source !== null) bar.stop();
        bar.start(progress.totalBytes, 0, { items, pace: '', source: progress.source });
        ({ source } = progress);
        began = now();
      }
      bar.setTotal(progress.totalBytes);
      const { readBytes: done, totalBytes: total } = progress;
      const pace = paceOf({ items: progress.items, done, total }, (now() - began) / 1_000);
      bar.update(Math.min(progress.readBytes, progress.totalBytes), { items, pace });
    },
    end: () => bar.stop(),
  };
}
