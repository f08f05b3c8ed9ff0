import { Refusal } from './refusal.ts';

/** 200 kB: a document of 2,000 tokens with its variables is far below it. */
const MAX_BODY_BYTES = 200_000;

/** How much of a body that is too large is read and thrown away, so that its sender gets to read the refusal. */
const MAX_DISCARDED_BYTES = 4_000_000;

const tooLarge = (): Refusal =>
  // The connection ends with the answer: what is left of the body is not worth reading.
  new Refusal(413, 'request body: at most 200 kB', { headers: { connection: 'close' } });

/**
 * Reads a whole body.
 * @throws Refusal 413 beyond `MAX_BODY_BYTES`, holding no more than that in memory.
 */
export async function readBody(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
    if (bytes > MAX_DISCARDED_BYTES) break;
  }
  if (bytes > MAX_BODY_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}
