import { readdirSync, readFileSync } from 'node:fs';
import { type ImportedItem, importedItem } from '#content/imported-item.ts';
import type { ItemSource } from '#content/write.ts';

/** "Now" in the files: what they date later is scheduled. */
export const ANCHOR = new Date('2026-03-01T12:00:00.000Z');

const NEWSROOM = new URL('newsroom/', import.meta.url);

/** What is referred to comes before what refers to it; within articles the order is that of the file names. */
const ORDER = ['site', 'sections', 'authors', 'topics', 'articles', 'collections', 'redirects'];

/** How the sample newsroom names its items: the keys that importing its files would give them, so that both meet. */
export const seedSource: ItemSource = {
  keyOf: (type, id) => `ndjson:${type}:${id}`,
};

const DAY_MS = 86_400_000;

/**
 * The sample newsroom, checked, in an order in which each reference leads back. Every time is moved by the same number of whole days, so
 * that what a story calls "this morning" was one: by as many as keep all that the files date before `ANCHOR` before `now`. The newest is
 * less than a day old then. Throws where a file does not hold what the format asks for: the files are part of the program.
 */
export function seedItems(now: Date): readonly ImportedItem[] {
  const items = newsroomFiles()
    .flatMap((file) => readFileSync(new URL(file, NEWSROOM), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map(parseLine);
  const newestMs = Math.max(...items.flatMap(timesOf).filter((time) => time <= ANCHOR.getTime()));
  const shiftMs = Math.floor((now.getTime() - newestMs) / DAY_MS) * DAY_MS;
  return items.map((item) => shifted(item, shiftMs));
}

/** Names of the newsroom's files, in the order in which they are to be written. */
export function newsroomFiles(): readonly string[] {
  const rank = (file: string): number => ORDER.findIndex((name) => file.startsWith(name));
  return readdirSync(NEWSROOM)
    .filter((file) => file.endsWith('.ndjson'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function parseLine(line: string): ImportedItem {
  // The schema builds its union of body blocks at run time, so that its inferred type lacks them; ImportedItem spells them out.
  return importedItem.parse(JSON.parse(line)) as ImportedItem;
}

/** When an article was published and changed. */
function timesOf(item: ImportedItem): readonly number[] {
  if (item.type !== 'article') return [];
  return [item.publishedAt, item.firstPublishedAt, item.updatedAt].flatMap((time) =>
    time === null ? [] : [Date.parse(time)],
  );
}

function shifted(item: ImportedItem, shiftMs: number): ImportedItem {
  if (item.type !== 'article') return item;
  const move = (time: string | null): string | null =>
    time === null ? null : new Date(Date.parse(time) + shiftMs).toISOString();
  return {
    ...item,
    publishedAt: move(item.publishedAt),
    firstPublishedAt: move(item.firstPublishedAt),
    updatedAt: move(item.updatedAt),
    expiresAt: move(item.expiresAt),
    hiddenSince: move(item.hiddenSince),
  };
}
