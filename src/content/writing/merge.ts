import type { Imported } from '#content/stored.ts';
import { hashValue } from '#lib/hash.ts';

/** Raised when the same item would become another document: everything is then compared anew, field by field. */
export const IMPORTER_VERSION = 1;

export type Fields = Readonly<Record<string, unknown>>;

export interface Merge {
  readonly fields: Fields;
  /** Hash per field as the source has it now. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Fields changed both here and at the source; what is here was kept. */
  readonly conflicts: readonly string[];
}

/**
 * Brings what a source says now together with what is stored: untouched here = the source's, changed only here = kept,
 * changed on both sides = kept and reported. A document that no import made counts as changed here throughout.
 */
export function mergeFields(incoming: Fields, stored: (Fields & { readonly imported: Imported | null }) | null): Merge {
  const fields: Record<string, unknown> = {};
  const hashes: Record<string, string> = {};
  const conflicts: string[] = [];
  for (const [name, value] of Object.entries(incoming)) {
    const hash = hashValue(value);
    hashes[name] = hash;
    const choice = stored === null ? 'theirs' : chooseSide(hash, hashValue(stored[name]), stored.imported, name);
    fields[name] = choice === 'theirs' ? value : stored?.[name];
    if (choice === 'conflict') conflicts.push(name);
  }
  return { fields, hashes, conflicts };
}

/** Which side a field is taken from, by the hashes of its value at the source, here, and at the last import. */
export function chooseSide(
  theirs: string,
  ours: string,
  imported: Imported | null,
  name: string,
): 'theirs' | 'ours' | 'conflict' {
  if (theirs === ours) return 'theirs';
  if (imported === null) return 'conflict';
  const before = imported.fields[name];
  // A field that an older importer did not know cannot have been edited since.
  if (before === undefined || before === ours) return 'theirs';
  return before === theirs ? 'ours' : 'conflict';
}
