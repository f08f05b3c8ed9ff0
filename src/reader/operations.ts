import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** GraphQL documents by name. */
export type Operations = ReadonlyMap<string, string>;

/** The promised operations, and those of this site alone. */
const FOLDERS = [new URL('../../schema/operations/', import.meta.url), new URL('operations/', import.meta.url)];

/** Reads every document; the name is the file's without its ending. */
export async function readOperations(): Promise<Operations> {
  const found = await Promise.all(
    FOLDERS.map(async (folder) => {
      const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql'));
      return Promise.all(
        files.map(async (file) => [basename(file, '.graphql'), await readFile(new URL(file, folder), 'utf8')] as const),
      );
    }),
  );
  return new Map(found.flat());
}
