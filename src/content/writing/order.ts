import type { ImportedItem, ItemType, SectionItem } from '#content/imported-item.ts';

/** An item and its place in the call, where its outcome belongs. */
export interface Numbered<Item extends ImportedItem = ImportedItem> {
  readonly item: Item;
  readonly index: number;
  /** About as many characters as the item has as JSON: near enough to bytes for a limit. */
  readonly size: number;
}

/** What is referred to comes before what refers to it. */
const PHASES: readonly ItemType[] = ['site', 'section', 'author', 'topic', 'article', 'collection', 'redirect'];

const MAX_DOCUMENTS = 200;
/** Characters, of up to three bytes each: one command holds 16 MB. */
const MAX_CHARACTERS = 5_000_000;
/** A document holds its text about twice: as blocks, and as text to search. */
const STORED_PER_READ = 2;
const MAX_ITEM_CHARACTERS = 7_000_000;
/** MongoDB's limit is 16 MB a document, which holds more than its item. */
const MAX_ITEM_BYTES = 14_000_000;

/** Items of one type each, in the order in which they can be written: at most 200 of them, or 5 million characters as they will be stored. */
export function batchesOf(
  items: readonly ImportedItem[],
  parentKey: (reference: string) => string,
): readonly (readonly Numbered[])[] {
  const numbered = items.map((item, index) => ({ item, index, size: charactersOf(item) }));
  return PHASES.flatMap((phase) => {
    const ofPhase = numbered.filter(({ item }) => item.type === phase);
    return split(phase === 'section' ? parentsFirst(ofPhase as Numbered<SectionItem>[], parentKey) : ofPhase); // filtered by type
  });
}

/** True for what no document can hold. Characters are told without a look at them, so bytes are counted of few items. */
export function isTooLarge({ item, size }: Numbered): boolean {
  if (size * 3 <= MAX_ITEM_BYTES) return false;
  return size > MAX_ITEM_CHARACTERS || Buffer.byteLength(JSON.stringify(item)) > MAX_ITEM_BYTES;
}

function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return 6;
  let sum = 2;
  if (Array.isArray(value)) for (const one of value) sum += charactersOf(one);
  else for (const key of Object.keys(value)) sum += key.length + 3 + charactersOf(Reflect.get(value, key));
  return sum;
}

function split(items: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const batches: Numbered[][] = [];
  let characters = 0;
  for (const one of items) {
    const size = one.size * STORED_PER_READ;
    const batch = batches.at(-1);
    if (!batch || batch.length === MAX_DOCUMENTS || characters + size > MAX_CHARACTERS) {
      batches.push([one]);
      characters = size;
    } else {
      batch.push(one);
      characters += size;
    }
  }
  return batches;
}

/** Sections in their order, each after its parent; a loop is entered anywhere and broken by the section's ingest. */
function parentsFirst(
  sections: readonly Numbered<SectionItem>[],
  keyOf: (reference: string) => string,
): readonly Numbered<SectionItem>[] {
  const byName = new Map<string, Numbered<SectionItem>>();
  for (const one of sections.toReversed()) {
    if (one.item.slug) byName.set(`slug ${one.item.slug}`, one);
  }
  for (const one of sections.toReversed()) byName.set(`key ${keyOf(one.item.id)}`, one);
  const ordered = new Set<Numbered<SectionItem>>();
  const entered = new Set<Numbered<SectionItem>>();
  const visit = (one: Numbered<SectionItem>): void => {
    if (entered.has(one)) return;
    entered.add(one);
    const { parent } = one.item;
    const above = parent === null ? undefined : (byName.get(`key ${keyOf(parent)}`) ?? byName.get(`slug ${parent}`));
    if (above) visit(above);
    ordered.add(one);
  };
  for (const one of sections) visit(one);
  return [...ordered];
}
