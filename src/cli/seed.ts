import { SingleBar } from 'cli-progress';
import { openContent } from '#app/open-content.ts';
import { Load } from '#app/related-writing.ts';
import type { Config } from '#config.ts';
import { largeNewsroom } from '#ingest/seed/large/large-newsroom.ts';
import { seedItems, seedSource } from '#ingest/seed/seed.ts';
import type { Log } from '#log.ts';
import { paceOf } from './pace.ts';
import { createRebuildProgress } from './rebuild-progress.ts';

/** Writes the sample newsroom, its times relative to `now`; a second run changes what a first one wrote and nobody edited. */
export async function seed({
  now,
  config,
  log,
}: {
  readonly now: Date;
  readonly config: Config;
  readonly log: Log;
}): Promise<void> {
  await using content = await openContent({ ...config, seed: 'off' }, log, () => now);
  const outcomes = await content.writer.write(seedItems(now), seedSource);
  const count = (outcome: string): number => outcomes.filter((one) => one.outcome === outcome).length;
  console.log(
    `The sample newsroom is in place: ${count('created')} created, ${count('updated')} updated, ${count('unchanged')} unchanged.`,
  );
}

/**
 * Writes a newsroom of so many articles in batches, with a bar on a terminal; tells at the end what making and what storing it cost.
 * Related stories are made once
 * at the end. SIGINT stops it between two batches; the same call then goes on where it was.
 */
export async function seedLarge({
  articles,
  seed,
  now,
  config,
  log,
}: {
  readonly articles: number;
  readonly seed: number;
  readonly now: Date;
  readonly config: Config;
  readonly log: Log;
}): Promise<void> {
  await using content = await openContent({ ...config, seed: 'off' }, log, () => now);
  await using load = new Load(content);
  await load.expect(articles);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const bar = createBar(articles);
  const cpu = createCpuCount();
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const batches = largeNewsroom({ articles, seed, now });
  for (;;) {
    const { done, value: items } = cpu.making(() => batches.next());
    if (done || stop.signal.aborted) break;
    const outcomes = await load.writer.write(items, seedSource);
    for (const { outcome } of outcomes) counts[outcome] += 1;
    bar?.add(items.filter(({ type }) => type === 'article').length);
  }
  bar?.end();
  const { making, storing } = cpu.seconds();
  console.log(
    `${stop.signal.aborted ? 'Stopped early' : `The newsroom of ${articles} articles is in place`}: ${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.rejected} rejected.
CPU of this process: ${making.toFixed(1)} s for making them, ${storing.toFixed(1)} s for storing them.`,
  );
  const progress = createRebuildProgress();
  const relating = createCpuCount();
  await load.finish({ onProgress: progress.show, signal: stop.signal });
  progress.end();
  console.log(
    `Related stories: ${relating.seconds().storing.toFixed(1)} s of CPU${stop.signal.aborted ? '; stopped early, the next start goes on' : ''}.`,
  );
}

/** Articles a second and the time that is left; null where nobody looks. */
function createBar(articles: number): { readonly add: (count: number) => void; readonly end: () => void } | null {
  if (!process.stderr.isTTY) return null;
  const bar = new SingleBar({ format: '{bar} {percentage} %  {value} articles, {pace}', clearOnComplete: true });
  const began = performance.now();
  let stored = 0;
  bar.start(articles, 0, { pace: '' });
  return {
    add(count) {
      stored += count;
      const seconds = (performance.now() - began) / 1_000;
      bar.update(stored, { pace: paceOf({ items: stored, done: stored, total: articles }, seconds) });
    },
    end: () => bar.stop(),
  };
}

/** Splits the process's CPU time into what one kind of synchronous call takes on its own thread, and all the rest. */
function createCpuCount() {
  const atStart = process.cpuUsage();
  let makingMicros = 0;
  return {
    making<Value>(make: () => Value): Value {
      const before = process.threadCpuUsage();
      const value = make();
      const { user, system } = process.threadCpuUsage(before);
      makingMicros += user + system;
      return value;
    },
    seconds(): { readonly making: number; readonly storing: number } {
      const { user, system } = process.cpuUsage(atStart);
      return { making: makingMicros / 1e6, storing: (user + system - makingMicros) / 1e6 };
    },
  };
}
