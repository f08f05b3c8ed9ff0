import { SaxesParser } from 'saxes';
import { ContentError } from '#errors.ts';
import { readText } from '#ingest/read-text.ts';
import { NO_MAPPING, type Mapping } from '#ingest/mapping.ts';
import { createXmlRepair } from './repair-xml.ts';
import { createRecordBuilder } from './record-builder.ts';
import { metaKeysOf } from './wxr-meta.ts';
import type { WxrRecord } from './wxr-shapes.ts';

/** 64 MB: no honest post is longer, and the parser keeps one element's text whole. */
const MAX_ELEMENT = 64 * 1024 * 1024;
/** A file that is wrong in one place is often wrong in thousands. */
const MAX_ILL_FORMED = 20;

/**
 * The records of a WordPress export, streamed. Ill-formed XML ends nothing: the line is told (at most 20 of them) and reading goes on.
 * DOCTYPE entities are never expanded. `withTexts` false: `content` holds line ends at most, at half the price.
 */
export async function* readWxr(
  file: string,
  signal: AbortSignal,
  mapping: Mapping = NO_MAPPING,
  { withTexts = true }: { readonly withTexts?: boolean } = {},
): AsyncGenerator<WxrRecord> {
  let queue: WxrRecord[] = [];
  const illFormed = new Set<number>();
  const complain = (line: number): void => {
    if (illFormed.size >= MAX_ILL_FORMED || illFormed.has(line)) return;
    illFormed.add(line);
    queue.push({ kind: 'ill-formed', line });
  };
  const parser = new SaxesParser({ xmlns: false });
  const builder = createRecordBuilder((record) => queue.push(record), metaKeysOf(mapping));
  let lastEventAt = 0;
  parser.on('error', () => complain(parser.line));
  parser.on('opentag', ({ name, attributes }) => {
    lastEventAt = parser.position;
    builder.open(name, attributes, parser.line);
  });
  parser.on('closetag', ({ name }) => {
    lastEventAt = parser.position;
    builder.close(name);
  });
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));

  const repair = createXmlRepair(complain, { hollow: !withTexts });
  let cut = false;
  for await (const { text, readBytes, totalBytes } of readText(file, signal, () => (cut = true))) {
    parser.write(repair(text, false));
    if (parser.position - lastEventAt > MAX_ELEMENT)
      throw new ContentError('BAD_USER_INPUT', 'a WordPress export with an element of more than 64 MB cannot be read');
    queue.push({ kind: 'progress', readBytes, totalBytes });
    yield* queue;
    queue = [];
  }
  parser.write(repair('', true));
  builder.end();
  // Closing complains of each element that is still open: those of a file that is cut off.
  parser.close();
  if (cut) complain(parser.line);
  yield* queue;
}
