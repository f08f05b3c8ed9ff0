import { importedItem, type ImportedItem } from '#content/imported-item.ts';

/** As much of a foreign name as a report holds. */
const MAX_NAME = 500;

export interface BadItem {
  readonly type: string | null;
  readonly id: string | null;
  /** Dotted path of the first field that is wrong. */
  readonly field: string | null;
  readonly reason: 'unknown-type' | 'missing-field' | 'unknown-field' | 'bad-value';
}

/** An item of any source, checked against the schemas with what was left out filled in; else what is wrong with it, never its value. */
export function checkItem(raw: unknown): { readonly item: ImportedItem } | BadItem {
  const result = importedItem.safeParse(raw, { reportInput: true });
  // zod's union of block schemas is built at run time, so its static type is wider than ImportedItem.
  if (result.success) return { item: result.data as ImportedItem };
  const record: Readonly<Record<string, unknown>> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  const [issue] = result.error.issues;
  const path = issue?.path.map(String) ?? [];
  const named = { type: textOrNull(record['type']), id: textOrNull(record['id']) };
  if (issue?.code === 'invalid_union' && path.join('.') === 'type')
    return { ...named, field: 'type', reason: 'unknown-type' };
  if (issue?.code === 'unrecognized_keys')
    return { ...named, field: [...path, issue.keys[0] ?? ''].join('.').slice(0, MAX_NAME), reason: 'unknown-field' };
  const isMissing = issue !== undefined && 'input' in issue && issue.input === undefined;
  return {
    ...named,
    field: path.length === 0 ? null : path.join('.'),
    reason: isMissing ? 'missing-field' : 'bad-value',
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, MAX_NAME) : null;
}
