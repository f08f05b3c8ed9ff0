import type { Db } from 'mongodb';
import { StartError } from '#errors.ts';

interface MetaRow {
  readonly _id: 'data';
  /** Of the program that wrote last. */
  readonly version: number;
  /** The oldest program that still reads it. */
  readonly minReader: number;
}

/** Marks a new database with this program's data version; throws StartError for one that a newer program changed beyond it, or an older one left behind. */
export async function checkVersion(db: Db, mine: Omit<MetaRow, '_id'>): Promise<void> {
  const rows = db.collection<MetaRow>('meta');
  await rows.updateOne({ _id: 'data' }, { $setOnInsert: mine }, { upsert: true });
  const stored = await rows.findOne({ _id: 'data' });
  if (stored && stored.minReader > mine.version)
    throw new StartError('The database was written by a newer Masthead than this one: update the program.');
  if (stored && stored.version < mine.minReader)
    throw new StartError(
      'The database was written by an older Masthead than this one can read: run that version to export it.',
    );
}
