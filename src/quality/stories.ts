import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { StartError } from '#errors.ts';
import type { Story } from '#related/story.ts';

const name = z.union([z.string(), z.looseObject({ name: z.string() }).transform((named) => named.name)]);
const names = z
  .union([z.array(name), name])
  .nullish()
  .catch(null);
const text = z.string().nullish().catch(null);

/** A line of a file that is measured: what is not as it should be is missing, the id apart. Further properties are left alone: a gold set carries its answers in them. */
const line = z.looseObject({
  id: z.union([z.string().min(1), z.number()]),
  title: text,
  body: text,
  summary: text,
  /** As ISO 8601 or milliseconds since 1970. */
  date: z.union([z.string(), z.number()]).nullish().catch(null),
  lang: text,
  section: names,
  topics: names,
  authors: names,
});

/** A story of a file; `lang` is '' where the file does not tell it. */
export interface ReadStory extends Story {
  /** The whole line. */
  readonly record: Readonly<Record<string, unknown>>;
}

/** The stories of a file of one JSON object a line, gzip or not, whatever its name. Throws StartError for a file that can't be read, and with the number of a line that is not a story. */
export async function* readStories(file: string): AsyncGenerator<ReadStory> {
  let number = 0;
  try {
    const isPacked = await isGzip(file);
    const bytes = createReadStream(file);
    const input = isPacked ? bytes.pipe(createGunzip()) : bytes;
    bytes.on('error', (error) => input.destroy(error));
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() !== '') yield toStory(number === 1 ? text.replace(/^\u{feff}/u, '') : text);
    }
  } catch (cause) {
    // Only what the file system or gzip says has a code.
    if (cause instanceof Error && 'code' in cause)
      throw new StartError(`${file} could not be read to its end (${String(cause.code)}).`, { cause });
    throw new StartError(`${file}, line ${number}: not a story as a JSON object with an "id".`, { cause });
  }
}

async function isGzip(file: string): Promise<boolean> {
  await using handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return buffer[0] === 0x1f && buffer[1] === 0x8b;
}

function toStory(text: string): ReadStory {
  const record = line.parse(JSON.parse(text));
  return {
    id: String(record.id),
    title: record.title ?? '',
    body: record.body ?? record.summary ?? '',
    lang: (record.lang ?? '').toLowerCase().split(/[-_]/u)[0] ?? '',
    date: toTime(record.date),
    topics: toNames(record.topics),
    sections: toNames(record.section),
    authors: toNames(record.authors),
    record,
  };
}

function toNames(value: string | readonly string[] | null | undefined): readonly string[] {
  const all = typeof value === 'string' ? [value] : (value ?? []);
  return [...new Set(all.map((name) => name.trim()).filter((name) => name !== ''))];
}

/** Milliseconds since 1970; a time without a zone is UTC; null for what is not a date. */
function toTime(date: string | number | null | undefined): number | null {
  if (typeof date === 'number') return date;
  const text = (date ?? '').trim();
  const time = Date.parse(/\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/u.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? null : time;
}
