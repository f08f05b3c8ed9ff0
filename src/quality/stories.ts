import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { StartError } from '#errors.ts';
import type { Story } from '#related/story.ts';

const names = z.union([z.array(z.string()), z.string()]).optional();

/** A line of a file that is measured. Further properties are left alone: a gold set carries its answers in them. */
const line = z.looseObject({
  id: z.union([z.string().min(1), z.number()]),
  title: z.string().nullish(),
  body: z.string().nullish(),
  summary: z.string().nullish(),
  /** As ISO 8601 or milliseconds since 1970. */
  date: z.union([z.string(), z.number()]).nullish(),
  lang: z.string().nullish(),
  section: names.nullish(),
  topics: names.nullish(),
  authors: names.nullish(),
});

/** A story of a file; `lang` is '' where the file does not tell it. */
export interface ReadStory extends Story {
  /** The whole line. */
  readonly record: Readonly<Record<string, unknown>>;
}

/** The stories of a file of one JSON object a line, gzip or not. Throws StartError for a file that can't be read, and with the number of a line that is not a story. */
export async function* readStories(file: string): AsyncGenerator<ReadStory> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => input.destroy(error));
  let number = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() !== '') yield toStory(number === 1 ? text.replace(/^\u{feff}/u, '') : text);
    }
  } catch (cause) {
    // Only what the file system or gzip says has a code.
    if (cause instanceof Error && 'code' in cause)
      throw new StartError(`${file} could not be read to its end (${String(cause.code)}).`, { cause });
    throw new StartError(`${file}, line ${number}: not a story as a JSON object with "id" and "title".`, { cause });
  }
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
