import type { Db } from 'mongodb';
import { StartError } from '#errors.ts';

interface MetaRow {
  readonly _id: 'schema';
  readonly version: number;
  /** The oldest version of the program that may read and write what is stored. */
  readonly minReader: number;
}

/** What is stored now: 1 is the first version. */
const STORED: Omit<MetaRow, '_id'> = { version: 1, minReader: 1 };

/** Refuses, in a StartError of one sentence, a database that is newer than this program reads or older than it writes; marks one that is unmarked. */
export async function checkMeta(db: Db, stored: Omit<MetaRow, '_id'> = STORED): Promise<void> {
  const row = await db
    .collection<MetaRow>('meta')
    .findOneAndUpdate(
      { _id: 'schema' },
      { $setOnInsert: stored },
      { upsert: true, returnDocument: 'after', readPreference: 'primary' },
    );
  if (!row) return;
  if (row.minReader > stored.version) {
    throw new StartError(
      `The database was written by a newer Masthead (version ${row.version} of its data, this one reads up to ${stored.version}); start that one.`,
    );
  }
  if (row.version < stored.version) {
    throw new StartError(
      `The database holds version ${row.version} of the data and this Masthead needs ${stored.version}; start the one that wrote it.`,
    );
  }
}
