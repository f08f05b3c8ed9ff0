import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { type Answer, fileAnswer, type PageRequest } from './answer.ts';

/** The files that pages ask for. */
export interface Assets {
  /** Addresses to write into a page; they change with the file. */
  readonly addresses: { readonly styles: string; readonly icon: string };
  /** The file at a path, null if there is none. */
  find(path: string, query: URLSearchParams, request: PageRequest): Answer | null;
}

const FOLDER = new URL('assets/', import.meta.url);
const STYLES = new URL('styles/', FOLDER);

/** The parts of the style sheet, joined in the order of their numbers. */
async function readStyles(): Promise<Buffer> {
  const parts = (await readdir(STYLES)).filter((file) => file.endsWith('.css')).sort();
  return Buffer.concat(await Promise.all(parts.map((part) => readFile(new URL(part, STYLES)))));
}

function asset(path: string, type: string, body: Buffer) {
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path, type, body, version, address: `${path}?v=${version}` };
}

/** Reads the files once. */
export async function readAssets(): Promise<Assets> {
  const styles = asset('/reader/styles.css', 'text/css; charset=utf-8', await readStyles());
  const icon = asset('/reader/icon.svg', 'image/svg+xml', await readFile(new URL('icon.svg', FOLDER)));
  return {
    addresses: { styles: styles.address, icon: icon.address },
    find(path, query, request) {
      const file = [styles, icon].find((one) => one.path === path);
      return file ? fileAnswer(request, file.type, file.body, query.get('v') === file.version) : null;
    },
  };
}
