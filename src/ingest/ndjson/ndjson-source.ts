import type { CollectionItem, ImportedItem, SectionItem } from '#content/imported-item.ts';
import { keyOfLine } from '#content/export/exported-name.ts';
import { checkItem } from '#ingest/check-item.ts';
import { safeItem } from '#ingest/clean/safe-item.ts';
import type { Found, Reject, Source, SourceEvent } from '#ingest/source.ts';
import { refuseLine } from './bound-line.ts';
import { readLines, type Line } from './read-lines.ts';

type Counts = { -readonly [Name in keyof Found]: Found[Name] };

/**
 * A file of one item a line. Read twice, so that a line may refer to a later one: first site, sections, authors, topics and redirects, then
 * articles, then collections. A bad line is rejected and reading goes on. Source keys are `ndjson:<type>:<id>`;
 * an id `key:…` of an export is the source key itself.
 */
export function createNdjsonSource(file: string, name: string): Source {
  const found: Counts = { publishedPosts: 0, authors: 0, categories: 0, tags: 0 };
  return {
    name,
    kind: 'ndjson',
    keyOf: keyOfLine,
    found: () => found,
    async *open(signal) {
      const seen = new Set<string>();
      const sections: Read<SectionItem>[] = [];
      for await (const read of readItems(file, name, signal, 0)) {
        if (read.kind !== 'item') {
          yield read;
          continue;
        }
        const { item, line } = read;
        if (seen.has(`${item.type} ${item.id}`)) {
          yield reject(name, line, { type: item.type, id: item.id, reason: 'duplicate-id' });
          continue;
        }
        seen.add(`${item.type} ${item.id}`);
        count(item, found);
        if (item.type === 'section') sections.push({ item, line });
        else if (item.type !== 'article' && item.type !== 'collection') yield read;
      }
      for (const { item, line } of parentsFirst(sections)) yield { kind: 'item', item, line };
      yield { kind: 'barrier' };
      yield* articles(file, name, signal);
    },
  };
}

interface Read<Item extends ImportedItem> {
  readonly item: Item;
  readonly line: number | null;
}

/** Each section after its parent, so that batches of any size meet the parent first; a loop is entered anywhere. */
function parentsFirst(sections: readonly Read<SectionItem>[]): readonly Read<SectionItem>[] {
  const named = new Map<string, Read<SectionItem>>();
  for (const one of sections) if (one.item.slug !== null) named.set(one.item.slug, one);
  for (const one of sections) named.set(one.item.id, one);
  const ordered = new Set<Read<SectionItem>>();
  for (const one of sections) {
    const above: Read<SectionItem>[] = [];
    for (let at: Read<SectionItem> | undefined = one; at !== undefined && !ordered.has(at) && !above.includes(at);) {
      above.push(at);
      at = at.item.parent === null ? undefined : named.get(at.item.parent);
    }
    for (const next of above.toReversed()) ordered.add(next);
  }
  return [...ordered];
}

/** Articles, then the collections that pick them; what the first pass has rejected is left out silently. */
async function* articles(file: string, name: string, signal: AbortSignal): AsyncGenerator<SourceEvent> {
  const collections: Read<CollectionItem>[] = [];
  const seen = new Set<string>();
  for await (const read of readItems(file, name, signal, 1)) {
    if (read.kind === 'progress') yield read;
    if (read.kind !== 'item' || seen.has(`${read.item.type} ${read.item.id}`)) continue;
    const { item, line } = read;
    if (item.type !== 'article' && item.type !== 'collection') continue;
    seen.add(`${item.type} ${item.id}`);
    if (item.type === 'collection') collections.push({ item, line });
    else yield { kind: 'item', item: safeItem(item), line };
  }
  yield { kind: 'barrier' };
  for (const { item, line } of collections) yield { kind: 'item', item, line };
}

async function* readItems(file: string, name: string, signal: AbortSignal, pass: 0 | 1): AsyncGenerator<SourceEvent> {
  for await (const line of readLines(file, signal)) {
    if (line.kind === 'progress') yield { ...line, readBytes: (line.readBytes + pass * line.totalBytes) / 2 };
    else if (line.kind !== 'line') yield reject(name, line.number, { reason: line.kind });
    else if (line.text.trim() !== '') yield itemOf(line, name);
  }
}

function itemOf(line: Extract<Line, { kind: 'line' }>, name: string): SourceEvent {
  const refused = refuseLine(line.text);
  if (refused !== null) return reject(name, line.number, { reason: refused });
  let raw: unknown;
  try {
    raw = JSON.parse(line.text);
  } catch {
    return reject(name, line.number, { reason: 'bad-json' });
  }
  const result = checkItem(raw);
  return 'item' in result ? { kind: 'item', item: result.item, line: line.number } : reject(name, line.number, result);
}

function count(item: ImportedItem, found: Counts): void {
  if (item.type === 'article' && item.status === 'published') found.publishedPosts++;
  else if (item.type === 'author') found.authors++;
  else if (item.type === 'section') found.categories++;
  else if (item.type === 'topic') found.tags++;
}

function reject(file: string, line: number | null, made: Partial<Reject> & Pick<Reject, 'reason'>): SourceEvent {
  return { kind: 'reject', reject: { file, line, type: null, id: null, field: null, ...made } };
}
