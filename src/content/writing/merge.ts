import { hashOfBody } from '#content/article/block-hash.ts';
import type { BlockDoc } from '#content/article/blocks.ts';
import type { Imported, ImportedOnce } from '#content/stored.ts';
import { hashValue } from '#lib/hash.ts';

/** Raised when the same item would become another document: everything is then compared anew, field by field. */
export const IMPORTER_VERSION = 3;

export type Fields = Readonly<Record<string, unknown>>;

/** What earlier imports left to tell by who changed a field: the source, or someone here. */
export interface Memory {
  /** What this very source said last; null = it never brought this document. */
  readonly own: ImportedOnce | null;
  /** What any source said last; none for a document that no import made. */
  readonly all: readonly ImportedOnce[];
  /** Where both sides changed a field the source's is taken. */
  readonly overwrite: boolean;
  /** Fields that this source cannot see: what is stored stays. */
  readonly blindTo: ReadonlySet<string>;
}

/** `overwritten` and `conflict`: changed on both sides, and the source's or ours is taken. */
export type Side = 'theirs' | 'ours' | 'conflict' | 'overwritten';

export interface Merge {
  readonly fields: Fields;
  /** Hash per field as the source has it now. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Fields where the sides differ because both changed them, now or earlier. */
  readonly sides: ReadonlyMap<string, Side>;
}

/**
 * What is remembered of a document for the source that knows it by `key`. The first of a document's keys is the source that made it; others
 * are remembered apart, so that two sources of one story do not take turns at overwriting each other: each changes what changed there.
 */
export function memoryOf(
  imported: Imported | null,
  isFirst: boolean,
  key: string,
): { readonly own: ImportedOnce | null; readonly all: readonly ImportedOnce[] } {
  if (imported === null) return { own: null, all: [] };
  const others = imported.others ?? [];
  return { own: isFirst ? imported : (others.find((one) => one.key === key) ?? null), all: [imported, ...others] };
}

/** What will be remembered once this source has said `once`. */
export function remember(imported: Imported | null, isFirst: boolean, key: string, once: ImportedOnce): Imported {
  const others = imported?.others ?? [];
  if (isFirst || imported === null) return others.length === 0 ? once : { ...once, others: [...others] };
  return { ...imported, others: [...others.filter((one) => one.key !== key), { ...once, key }] };
}

/**
 * Brings what a source says now together with what is stored: untouched here = the source's, changed only here = kept,
 * changed on both sides = kept and reported, unless the source is to win. A document that no import made counts as changed here throughout.
 */
export function mergeFields(incoming: Fields, stored: Fields | null, memory: Memory): Merge {
  const fields: Record<string, unknown> = { ...incoming };
  const hashes: Record<string, string> = {};
  const sides = new Map<string, Side>();
  for (const [name, value] of Object.entries(incoming)) {
    if (stored !== null && memory.blindTo.has(name)) {
      const before = memory.own?.fields[name];
      if (before !== undefined) hashes[name] = before;
      fields[name] = stored[name];
      continue;
    }
    const hash = hashField(name, value);
    hashes[name] = hash;
    if (stored === null) continue;
    const side = chooseSide(hash, hashField(name, stored[name]), memory, name);
    if (!takesTheirs(side)) fields[name] = stored[name];
    if (side !== 'theirs') sides.set(name, side);
  }
  return { fields, hashes, sides };
}

/** By it a field is known again at the next import. */
function hashField(name: string, value: unknown): string {
  return name === 'body' ? hashOfBody(value as readonly BlockDoc[]) : hashValue(value); // articles alone have a body, checked by their schema
}

/** True where the source's value is taken. */
export function takesTheirs(side: Side): boolean {
  return side === 'theirs' || side === 'overwritten';
}

/** Which side a field is taken from, by the hashes of its value at the source, here, and at earlier imports. */
export function chooseSide(theirs: string, ours: string, { own, all, overwrite }: Memory, name: string): Side {
  if (theirs === ours) return 'theirs';
  const both = overwrite ? 'overwritten' : 'conflict';
  // Nothing new from there; what was kept in an earlier conflict is still open.
  if (own !== null && own.fields[name] === theirs) return overwrite && own.kept?.includes(name) ? both : 'ours';
  if (all.length === 0) return both;
  const known = all.flatMap(({ fields }) => fields[name] ?? []);
  // A field that an older importer did not know cannot have been edited since.
  return known.length === 0 || known.includes(ours) ? 'theirs' : both;
}

/** For a slug or path that the source asks for as it did at its last import, and that is another one here: taken by somebody else then, or edited. */
export function sideOfOldWish({ own, overwrite }: Memory, name: string): Side {
  return overwrite && own?.kept?.includes(name) ? 'overwritten' : 'ours';
}
