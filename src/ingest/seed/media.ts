import { readFile } from 'node:fs/promises';

const FOLDER = new URL('media/', import.meta.url);

/** A name alone, so that no path can leave the folder. */
const MEDIA_PATH = /^\/media\/([a-z0-9]+(?:-[a-z0-9]+)*)\.svg$/;

/** An image of the sample newsroom by its path (`/media/<name>.svg`); null where there is none. */
export async function mediaFile(
  path: string,
): Promise<{ readonly body: Uint8Array; readonly type: 'image/svg+xml' } | null> {
  const name = MEDIA_PATH.exec(path)?.[1];
  if (name === undefined) return null;
  try {
    return { body: await readFile(new URL(`${name}.svg`, FOLDER)), type: 'image/svg+xml' };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
