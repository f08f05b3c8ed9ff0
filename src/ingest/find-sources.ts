import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StartError } from '#errors.ts';
import { NO_MAPPING, type Mapping } from './mapping.ts';
import { recogniseFile } from './recognise.ts';
import type { Source, SourceKind } from './source.ts';
import { createWordPressSource, type WordPressOptions } from './wordpress/wordpress-source.ts';

export interface SourceOptions {
  /** What all sources are said to be; null: told by their content. */
  readonly as?: SourceKind | null;
  readonly wordpress?: WordPressOptions;
  /** What WordPress sites have of their own, and what it becomes. */
  readonly mapping?: Mapping;
  /** What `-` stands for. */
  readonly stdin?: Readable;
}

export interface FoundSources extends AsyncDisposable {
  readonly sources: readonly Source[];
  /** Files of folders that nothing can be imported from, each with the sentence why. */
  readonly leftOut: readonly string[];
}

const PUBLIC: WordPressOptions = { allowPrivate: false, login: null, since: null };

/**
 * The sources that names stand for, in their order: an http(s) address is a live WordPress, a folder its files by name, `-` the standard
 * input, anything else a file. One that is named and can't be imported is a StartError; files of a folder are left out and told.
 */
export async function findSources(
  names: readonly string[],
  { as = null, wordpress = PUBLIC, mapping = NO_MAPPING, stdin }: SourceOptions,
  signal: AbortSignal,
): Promise<FoundSources> {
  const sources: Source[] = [];
  const leftOut: string[] = [];
  if (names.filter((name) => name === '-').length > 1)
    throw new StartError('- is the standard input, which can be read once: name it once.');
  await using undo = new AsyncDisposableStack();
  for (const name of names) {
    const isAddress = /^https?:/i.test(name);
    if ((as === 'wordpress' || /^[a-z][a-z0-9+.-]*:\/\//i.test(name)) && !isAddress)
      throw new StartError(`${name} is no http or https address of a WordPress.`);
    if (isAddress) {
      if (as !== null && as !== 'wordpress') throw new StartError(`${name} is an address: import it --as wordpress.`);
      if (URL.parse(name) === null) throw new StartError(`${name} is no address that can be read.`);
      sources.push(await createWordPressSource(name, { ...wordpress, mapping }, signal));
      continue;
    }
    const kind = as === 'wordpress' ? null : as;
    if (name === '-' && stdin !== undefined) {
      const folder = await mkdtemp(join(tmpdir(), 'masthead-'));
      undo.defer(() => rm(folder, { recursive: true, force: true }));
      const file = join(folder, 'input');
      await pipeline(stdin, createWriteStream(file, { mode: 0o600 }), { signal });
      sources.push(await recogniseFile(file, signal, { name: 'standard input', as: kind, mapping }));
    } else if ((await stat(name).catch(() => null))?.isDirectory() === true) {
      const inside = await inFolder(name, { as: kind, mapping }, signal);
      sources.push(...inside.sources);
      leftOut.push(...inside.leftOut);
    } else sources.push(await recogniseFile(name, signal, { as: kind, mapping }));
  }
  const kept = undo.move();
  return { sources, leftOut, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** Files that stand in the folder itself, by name; hidden ones do not count. */
async function inFolder(
  folder: string,
  reading: { readonly as: 'wxr' | 'ndjson' | null; readonly mapping: Mapping },
  signal: AbortSignal,
): Promise<{ readonly sources: readonly Source[]; readonly leftOut: readonly string[] }> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const sources: Source[] = [];
  const leftOut: string[] = [];
  for (const file of files.toSorted()) {
    try {
      sources.push(await recogniseFile(join(folder, file), signal, reading));
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      leftOut.push(error.message);
    }
  }
  if (sources.length === 0) throw new StartError(`There is no file in ${folder} that can be imported.`);
  return { sources, leftOut };
}
