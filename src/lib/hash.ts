import { createHash } from 'node:crypto';

/** The first `length` (at most 64) lower-case hex digits of the text's SHA-256. */
export function hashText(text: string, length = 16): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** 16 hex digits, equal for values that print alike as JSON whatever the order of their keys; a property that is undefined counts as absent. */
export function hashValue(value: unknown, length = 16): string {
  return hashText(JSON.stringify(value, sortKeys) ?? 'undefined', length);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
