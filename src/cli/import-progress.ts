import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '#ingest/run.ts';

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
      const pace = paceOf(progress, (now() - began) / 1_000);
      bar.update(Math.min(progress.readBytes, progress.totalBytes), { items, pace });
    },
    end: () => bar.stop(),
  };
}

/** Items a second so far, and how long the rest takes at the pace of what was read; '' before anything can be said. */
export function paceOf({ items, readBytes, totalBytes }: Omit<ImportProgress, 'source'>, seconds: number): string {
  if (seconds < 1 || readBytes <= 0) return '';
  const left = Math.max(0, Math.round((seconds * (totalBytes - readBytes)) / readBytes));
  return `${Math.round(items / seconds).toLocaleString('en')}/s, ${durationOf(left)} left`;
}

function durationOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}
