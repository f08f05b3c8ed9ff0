import { StartError } from '#errors.ts';
import { createNdjsonSource } from './ndjson/ndjson-source.ts';
import { NO_MAPPING, type Mapping } from './mapping.ts';
import { readText } from './read-text.ts';
import type { Source } from './source.ts';
import { createWxrSource } from './wxr/wxr-source.ts';

const LOOKED_AT = 64 * 1024;

/**
 * The source that a file is, told by its content, never by its name, unless it is said to be of a kind. `name` is how it is called in reports.
 * A file that can't be imported at all is a StartError that says why.
 */
export async function recogniseFile(
  file: string,
  signal: AbortSignal,
  {
    name = file,
    as = null,
    mapping = NO_MAPPING,
  }: { readonly name?: string; readonly as?: 'wxr' | 'ndjson' | null; readonly mapping?: Mapping } = {},
): Promise<Source> {
  const start = await startOf(file, signal);
  const text = start.trimStart();
  if (text === '') throw new StartError(`${name} is empty: there is nothing to import.`);
  if (as === 'ndjson' || (as === null && isNdjson(text))) return createNdjsonSource(file, name);
  if (as === 'wxr' || isWxr(text)) return createWxrSource(file, name, mapping);
  throw new StartError(
    `${name} ${whatItIs(text)} Import a WordPress export (.xml or .xml.gz) or NDJSON, one item a line.`,
  );
}

async function startOf(file: string, signal: AbortSignal): Promise<string> {
  let start = '';
  try {
    for await (const { text } of readText(file, signal, () => undefined)) {
      start += text;
      if (start.length >= LOOKED_AT) break;
    }
  } catch (error) {
    if (error instanceof StartError || signal.aborted) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new StartError(`There is no file ${file}${isHost(file) ? `; a site is https://${file}` : ''}.`, {
        cause: error,
      });
    throw new StartError(`${file} cannot be read: check that it is a file and that you may read it.`, { cause: error });
  }
  return start.slice(0, LOOKED_AT);
}

/** True for what may be meant as the address of a site. */
function isHost(name: string): boolean {
  return /^(?:[\w-]+\.)+[a-z]{2,}(?:[/:]|$)/i.test(name) && !/\.(?:xml|gz|json|ndjson|jsonl|zip|txt)$/i.test(name);
}

/** The first line looks like an object that names its type, or some line near the start is one; bytes that only contain such words are none. */
function isNdjson(text: string): boolean {
  const looksSo = (line: string): boolean => /^\s*\{/.test(line) && /"type"\s*:/.test(line);
  const [first = '', ...others] = text.split('\n');
  return looksSo(first) || others.some((line) => looksSo(line) && isJson(line));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isWxr(text: string): boolean {
  return text.startsWith('<') && /<wp:|xmlns:wp=|wordpress\.org\/export\//i.test(text);
}

function whatItIs(text: string): string {
  if (text.startsWith('%PDF')) return 'is a PDF.';
  if (text.startsWith('PK')) return 'is a ZIP archive: unpack it first.';
  if (/^(?:<!doctype html|<html)/i.test(text)) return 'is a web page, not an export.';
  if (/^(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf)/i.test(text)) return 'is a feed, not a WordPress export.';
  if (text.startsWith('<')) return 'is XML, but not a WordPress export.';
  if (/^[[{]/.test(text)) return 'is JSON, but not one item with a "type" on each line.';
  return 'is of a kind that cannot be imported.';
}
