import { readFile } from 'node:fs/promises';

const FOLDER = new URL('media/', import.meta.url);

/** A name alone, so that no path can leave the folder. */
const MEDIA_PATH = /^\/media\/((?:[a-z0-9]+-)*[a-z0-9]+\.(svg|webm))$/;

/** Drawings, and films and sounds, which are WebM both. */
const TYPES: Readonly<Record<string, string>> = { svg: 'image/svg+xml', webm: 'video/webm' };

/** A picture, film or sound of the sample newsroom by its path (`/media/<name>.svg`); null where there is none. */
export async function mediaFile(path: string): Promise<{ readonly body: Uint8Array; readonly type: string } | null> {
  const [, name = '', ending = ''] = MEDIA_PATH.exec(path) ?? [];
  const type = TYPES[ending];
  if (type === undefined) return null;
  try {
    return { body: await readFile(new URL(name, FOLDER)), type };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
