import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Answer, fileAnswer, type PageRequest } from './answer.ts';

/** The files that pages ask for. */
export interface Assets {
  /** Addresses to write into a page; they change with the file. */
  readonly addresses: { readonly styles: string; readonly icon: string };
  /** The file at a path below `/reader/`, null if there is none. */
  find(path: string, query: URLSearchParams, request: PageRequest): Answer | null;
}

const FILES = [
  ['/reader/styles.css', 'assets/styles.css', 'text/css; charset=utf-8'],
  ['/reader/icon.svg', 'assets/icon.svg', 'image/svg+xml'],
] as const;

/** Reads the files once. */
export async function readAssets(): Promise<Assets> {
  const files = await Promise.all(
    FILES.map(async ([path, file, type]) => {
      const body = await readFile(new URL(file, import.meta.url));
      return { path, type, body, version: createHash('sha256').update(body).digest('hex').slice(0, 12) };
    }),
  );
  const versioned = (path: string): string => `${path}?v=${files.find((file) => file.path === path)?.version}`;
  return {
    addresses: { styles: versioned('/reader/styles.css'), icon: versioned('/reader/icon.svg') },
    find(path, query, request) {
      const file = files.find((one) => one.path === path);
      return file ? fileAnswer(request, file.type, file.body, query.get('v') === file.version) : null;
    },
  };
}
