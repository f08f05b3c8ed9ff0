import { open, rm, stat } from 'node:fs/promises';
import { StartError } from '#errors.ts';

const REFUSED = /^(?:ENOENT|ENOTDIR|EISDIR|EACCES|EROFS|EPERM|ENAMETOOLONG)$/;

/** Makes sure that a file can be written, before long work is done for it; what it holds stays. Throws a StartError. */
export async function checkWritable(file: string): Promise<void> {
  const isNew = await stat(file).then(
    () => false,
    () => true,
  );
  try {
    const handle = await open(file, 'a');
    await handle.close();
    if (isNew) await rm(file);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** The sentence for a person where a file could not be written for want of a place, permission or space; what is no such error is handed on as it is. */
export function cannotWrite(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC')
    return new StartError(`${file} cannot be written: no space is left on its disk.`, { cause: error });
  if (!REFUSED.test(code)) return error;
  return new StartError(`${file} cannot be written: check its folder and that you may write there.`, { cause: error });
}
