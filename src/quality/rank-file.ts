import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { StartError } from '#errors.ts';
import { RankedStories } from './rank-stories.ts';
import { readStories } from './stories.ts';

export interface RankFile {
  readonly file: string;
  readonly out: string;
  /** 1 to 100. */
  readonly top: number;
  readonly plain: boolean;
}

export interface RankReport {
  readonly stories: number;
  /** Share of the exhaustive top ten that the bounded candidates contain; null where nothing is alike. */
  readonly recall: number | null;
  readonly readMs: number;
  readonly rankMs: number;
}

const RECALL_SAMPLE = 300;

/** Ranks each story of a file against all others of it and writes a line for each, in the file's order. Throws StartError for a file that can't be read. */
export async function rankFile({ file, out, top, plain }: RankFile): Promise<RankReport> {
  const started = performance.now();
  const ranked = new RankedStories(await Array.fromAsync(readStories(file)), { top, plain, reasons: true });
  const read = performance.now();
  const target = createWriteStream(out);
  const lines = Readable.from(printLines(ranked));
  await (out.endsWith('.gz') ? pipeline(lines, createGzip(), target) : pipeline(lines, target)).catch(
    (cause: unknown) => {
      throw new StartError(`The ranking could not be written to ${out}.`, { cause });
    },
  );
  const rankMs = performance.now() - read;
  return { stories: ranked.stories.length, recall: ranked.recall(RECALL_SAMPLE), readMs: read - started, rankMs };
}

function* printLines(ranked: RankedStories): Generator<string> {
  for (const [index, { record }] of ranked.stories.entries()) {
    const related = ranked
      .related(index)
      .map(({ story, score, reasons }) => ({ id: story.record['id'], score, reasons }));
    yield `${JSON.stringify({ id: record['id'], related })}\n`;
  }
}
