import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { StartError } from '#errors.ts';
import type { Story } from '#related/features.ts';

const names = z.union([z.array(z.string()), z.string()]).optional();

/** A line of a file that is measured. Further properties are left alone: a gold set carries its answers in them. */
const line = z.looseObject({
  id: z.union([z.string().min(1), z.number()]),
  title: z.string().default(''),
  body: z.string().nullish(),
  summary: z.string().nullish(),
  date: z.string().nullish(),
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

/** The stories of a file of one JSON object a line, gzip or not. Throws StartError with the number of a line that is not one. */
export async function* readStories(file: string): AsyncGenerator<ReadStory> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.on('error', (error) => input.destroy(error));
  let number = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() !== '') yield toStory(text);
    }
  } catch (error) {
    throw new StartError(`${file}, line ${number}: not a story as a JSON object with "id" and "title".`, {
      cause: error,
    });
  }
}

function toStory(text: string): ReadStory {
  const record = line.parse(JSON.parse(text));
  return {
    id: String(record.id),
    title: record.title,
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

/** Milliseconds since 1970; null for what is not a date. */
function toTime(date: string | null | undefined): number | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : time;
}
