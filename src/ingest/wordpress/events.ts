import { checkItem } from '#ingest/check-item.ts';
import type { Reject, SourceEvent } from '#ingest/source.ts';

/** A row of a list that has not even an id. */
export function badRow(file: string, type: string, row: unknown): SourceEvent {
  const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id).slice(0, 100) : null;
  return rejected({ file, type, id, reason: 'bad-value' });
}

/** A record whose answer by itself is more than may be read. */
export function tooLong(file: string, type: string, id: string): SourceEvent {
  return rejected({ file, type, id, reason: 'too-long' });
}

/** The item, or the reject that the schemas make of it. */
export function* checked(item: unknown, file: string): Generator<SourceEvent> {
  const result = checkItem(item);
  if ('item' in result) yield { kind: 'item', item: result.item, line: null };
  else yield rejected({ file, ...result });
}

function rejected(made: Partial<Reject> & Pick<Reject, 'file' | 'reason'>): SourceEvent {
  return { kind: 'reject', reject: { line: null, type: null, id: null, field: null, ...made } };
}
