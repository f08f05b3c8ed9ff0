import { readText } from '#ingest/read-text.ts';

/** 16 MB: MongoDB's limit for a document; no honest article comes near. */
const MAX_LINE = 16 * 1024 * 1024;

export type Line =
  | { readonly kind: 'line'; readonly number: number; readonly text: string }
  /** A line of more than 16 MB, which is not kept. */
  | { readonly kind: 'too-long'; readonly number: number }
  /** A gzip file is cut off inside this line, or after the one before. */
  | { readonly kind: 'cut-off'; readonly number: number }
  | { readonly kind: 'progress'; readonly readBytes: number; readonly totalBytes: number };

/** The lines of a file from 1, however long the file; the last may end without a line end. */
export async function* readLines(file: string, signal: AbortSignal): AsyncGenerator<Line> {
  let rest: string | null = '';
  let number = 1;
  let isCut = false;
  for await (const { text, readBytes, totalBytes } of readText(file, signal, () => (isCut = true))) {
    const pieces = text.split('\n');
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) {
        yield rest === null ? { kind: 'too-long', number } : { kind: 'line', number, text: rest };
        number++;
        rest = '';
      }
      if (rest !== null) rest = rest.length + piece.length > MAX_LINE ? null : rest + piece;
    }
    yield { kind: 'progress', readBytes, totalBytes };
  }
  if (isCut) yield { kind: 'cut-off', number };
  else if (rest !== '') yield rest === null ? { kind: 'too-long', number } : { kind: 'line', number, text: rest };
}
