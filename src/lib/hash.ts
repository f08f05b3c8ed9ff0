import { hash } from 'node:crypto';

/** The first `length` (at most 64) lower-case hex digits of the text's SHA-256. */
export function hashText(text: string, length = 16): string {
  return hash('sha256', text, 'hex').slice(0, length);
}

/** 16 hex digits, equal for values that print alike as JSON whatever the order of their keys; a property that is undefined counts as absent. */
export function hashValue(value: unknown, length = 16): string {
  const json = JSON.stringify(inOrder(value)) ?? 'undefined';
  return COMMON.get(json)?.slice(0, length) ?? hashText(json, length);
}

/** What most properties of most documents are. */
const COMMON: ReadonlyMap<string, string> = new Map(
  ['null', 'true', 'false', '[]'].map((json) => [json, hashText(json, 64)]),
);

/** The value as it prints, with the keys of each object in order. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  // What says itself how it prints, as a date does.
  if ('toJSON' in value) return inOrder(JSON.parse(JSON.stringify(value)));
  const ordered: Record<string, unknown> = {};
  for (const key of sorted(Object.keys(value))) ordered[key] = inOrder(Reflect.get(value, key));
  return ordered;
}

/** The few keys of an object, sorted in place by insertion: the built-in sort makes copies. */
function sorted(keys: string[]): readonly string[] {
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    let to = at;
    for (let before = keys[to - 1]; before !== undefined && before > key; before = keys[to - 1]) keys[to--] = before;
    keys[to] = key;
  }
  return keys;
}
