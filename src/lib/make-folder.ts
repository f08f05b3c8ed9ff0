import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those around it where they are absent. Rejects with Node's own errors, ENOTDIR where a file is in the way.
 * Not by `mkdir`'s `recursive`: where a file system makes no folders and says that there is none (/proc), that never returns.
 */
export async function makeFolder(folder: string): Promise<void> {
  const first = await codeOf(mkdir(folder));
  if (first === null || (first.code === 'EEXIST' && (await stat(folder)).isDirectory())) return;
  if (first.code === 'EEXIST')
    throw Object.assign(new Error('a file is in the way', { cause: first }), { code: 'ENOTDIR' });
  if (first.code !== 'ENOENT' || dirname(folder) === folder) throw first;
  await makeFolder(dirname(folder));
  // Another process may have been faster.
  const second = await codeOf(mkdir(folder));
  if (second !== null && second.code !== 'EEXIST') throw second;
}

/** What a call failed with; null where it did not. */
function codeOf(call: Promise<void>): Promise<NodeJS.ErrnoException | null> {
  return call.then(
    () => null,
    (error: NodeJS.ErrnoException) => error,
  );
}
