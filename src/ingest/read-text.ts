import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { StartError } from '#errors.ts';

/** What a text may not hold: C0 controls but tab and line ends, and the two non-characters that XML forbids. */
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text without characters that none may hold. */
export function readable(text: string): string {
  return text.replaceAll(UNREADABLE, '');
}

/** No text is packed tighter (exports 3 to 15 times): what unpacks to more is made to fill memory or disk. Looked at from 64 MB on. */
const MAX_RATIO = 200;
const RATIO_FROM = 64 * 1024 * 1024;

export interface TextChunk {
  readonly text: string;
  /** Bytes of the file read so far, counted before decompression. */
  readonly readBytes: number;
  readonly totalBytes: number;
}

/**
 * The text of a file, in pieces, gunzipped where it is gzip (by content). The encoding is the byte order mark's, else the XML declaration's,
 * else UTF-8; bytes that are wrong in it become U+FFFD. Control characters are left out. A gzip file that is cut off ends where it is cut;
 * `onCut` is then called. Rejects with a StartError where it unpacks to more than 200 times its size.
 */
export async function* readText(file: string, signal: AbortSignal, onCut?: () => void): AsyncGenerator<TextChunk> {
  const { size: totalBytes } = await stat(file);
  let readBytes = 0;
  let decoder: TextDecoder | null = null;
  for await (const bytes of readBytesOf(file, signal, (count) => (readBytes = count), onCut)) {
    decoder ??= new TextDecoder(encodingOf(bytes));
    const text = readable(decoder.decode(bytes, { stream: true }));
    if (text !== '') yield { text, readBytes, totalBytes };
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield { text: rest, readBytes: totalBytes, totalBytes };
}

/** The bytes of a file, gunzipped where it is gzip. */
async function* readBytesOf(
  file: string,
  signal: AbortSignal,
  onRead: (count: number) => void,
  onCut?: () => void,
): AsyncGenerator<Buffer> {
  const raw = createReadStream(file, { highWaterMark: 64 * 1024, signal });
  let count = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of raw as AsyncIterable<Buffer>) {
      count += chunk.length;
      onRead(count);
      yield chunk;
    }
  }
  const chunks = counted();
  const first = await chunks.next();
  if (first.done === true) return;
  const all = (async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    yield* chunks;
  })();
  if (!isGzip(first.value)) {
    yield* all;
    return;
  }
  const source = Readable.from(all);
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  // pipe() hands on no errors; and one that comes when nobody reads any more must not end the process.
  source.on('error', (error) => gunzip.destroy(error));
  try {
    let unpacked = 0;
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > RATIO_FROM && unpacked > count * MAX_RATIO)
        throw new StartError(`${file} unpacks to more than ${MAX_RATIO} times its size, as no honest file does.`);
      yield chunk;
    }
  } catch (error) {
    if (signal.aborted || onCut === undefined || !isZlibError(error)) throw error;
    onCut();
  } finally {
    raw.destroy();
  }
}

/** True for bytes that start as gzip does. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    bytes
      .subarray(0, 300)
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  )?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8').encoding;
  } catch {
    return 'utf-8';
  }
}
