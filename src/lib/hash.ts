import { hash } from 'node:crypto';

/** The first `length` (at most 64) lower-case hex digits of the text's SHA-256. */
export function hashText(text: string, length = 16): string {
  return hash('sha256', text, 'hex').slice(0, length);
}

/** 16 hex digits, equal for values that print alike as JSON whatever the order of their keys; a property that is undefined counts as absent. */
export function hashValue(value: unknown, length = 16): string {
  return hashText(sortedJson(value) ?? 'undefined', length);
}

/** JSON with the keys of each object in order; undefined for what JSON has no word for. */
function sortedJson(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    let list = '';
    for (const one of value) list += `${list === '' ? '' : ','}${sortedJson(one) ?? 'null'}`;
    return `[${list}]`;
  }
  // What says itself how it prints, as a date does.
  if ('toJSON' in value) return sortedJson(JSON.parse(JSON.stringify(value)));
  const keys = Object.keys(value).sort();
  let object = '';
  for (const key of keys) {
    // Keys that are numbers come first in every object, whatever the order they are written in.
    if (/^\d/.test(key)) return JSON.stringify(value, sortKeys);
    const json = sortedJson(Reflect.get(value, key));
    if (json !== undefined) object += `${object === '' ? '' : ','}${JSON.stringify(key)}:${json}`;
  }
  return `{${object}}`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
