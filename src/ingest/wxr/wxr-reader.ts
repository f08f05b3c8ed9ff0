import { SaxesParser } from 'saxes';
import { readText } from '#ingest/read-text.ts';
import { NO_MAPPING, type Mapping } from '#ingest/mapping.ts';
import { createXmlRepair } from './repair-xml.ts';
import { createRecordBuilder } from './record-builder.ts';
import { metaKeysOf } from './wxr-meta.ts';
import type { WxrRecord } from './wxr-shapes.ts';

/** 64 MB: no honest post is longer, and the parser keeps one element's text whole. */
const MAX_ELEMENT = 64 * 1024 * 1024;
/** A text is made one string when so much was added: an eighth of it, so that 64 MB are not copied too often, and 4 MB at most, which may be a tree of 128. */
const FLATTEN_AFTER = { share: 1 / 8, least: 1024 * 1024, most: 4 * 1024 * 1024 };
/** An export has five levels, and one that was not escaped those of its bodies, too. */
const MAX_DEPTH = 1_000;
/** A file that is wrong in one place is often wrong in thousands. */
const MAX_ILL_FORMED = 20;

/** Tells where the XML is ill-formed and goes on, without an error object each time: a file can be wrong at every character. */
class TolerantParser extends SaxesParser<{ readonly xmlns: false }> {
  readonly #onFailure: (line: number) => void;

  constructor(onFailure: (line: number) => void) {
    super({ xmlns: false });
    this.#onFailure = onFailure;
    const closeTag = this['closeTag'].bind(this);
    // An end tag that matches nothing would end all that is open, the item and the file included: one slip would lose the rest of a post.
    this['closeTag'] = () => {
      const open = this['tags'];
      if (open.some(({ name }: { readonly name: string }) => name === this['name'])) closeTag();
      else {
        const text = this['text'];
        this['tags'] = [];
        closeTag();
        this['tags'] = open;
        this['text'] = text;
      }
    };
  }

  /**
   * A text that grew by single characters is a tree in memory, of a hundred times its size; asked for its last character, it becomes one
   * string. Call it now and then.
   */
  flatten(): void {
    this['text'].at(-1);
  }

  override fail(): this {
    this.#onFailure(this.line);
    return this;
  }
}

/**
 * The records of a WordPress export, streamed. Ill-formed XML ends nothing: the line is told (at most 20 of them) and reading goes on; an
 * element that is too long or too deep ends it.
 * DOCTYPE entities are never expanded. `withTexts` false: `content` is not read.
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
  const builder = createRecordBuilder((record) => queue.push(record), { metaKeys: metaKeysOf(mapping), withTexts });
  // What stands in CDATA goes past the parser.
  let passed = 0;
  let passedLines = 0;
  const parser = new TolerantParser((line) => complain(line + passedLines));
  let lastEventAt = 0;
  let flattenedAt = 0;
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    lastEventAt = parser.position + passed;
    depth++;
    builder.open(name, attributes, parser.line + passedLines);
  });
  parser.on('closetag', ({ name }) => {
    lastEventAt = parser.position + passed;
    depth--;
    builder.close(name);
  });
  parser.on('text', (text) => builder.text(text));

  const repair = createXmlRepair({
    markup: (xml) => parser.write(xml),
    cdata: (text, lineEnds) => {
      builder.text(text);
      passed += text.length;
      passedLines += lineEnds;
    },
    repaired: complain,
  });
  let cut = false;
  for await (const { text, readBytes, totalBytes } of readText(file, signal, () => (cut = true))) {
    repair.write(text);
    const length = parser.position + passed - lastEventAt;
    const { share, least, most } = FLATTEN_AFTER;
    if (parser.position - flattenedAt > Math.min(most, Math.max(least, length * share))) {
      parser.flatten();
      flattenedAt = parser.position;
    }
    const isTooLong = length > MAX_ELEMENT;
    if (isTooLong || depth > MAX_DEPTH) {
      builder.end();
      const reason = isTooLong ? 'too-long' : 'too-deep';
      yield* [...queue, { kind: 'refused', line: parser.line + passedLines, reason } as const];
      return;
    }
    queue.push({ kind: 'progress', readBytes, totalBytes });
    yield* queue;
    queue = [];
  }
  repair.end();
  builder.end();
  // Closing complains of each element that is still open: those of a file that is cut off.
  parser.close();
  if (cut) complain(parser.line + passedLines);
  yield* queue;
}
