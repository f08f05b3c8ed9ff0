import type { AnyBulkWriteOperation, ClientSession, Db } from 'mongodb';
import { outboxIn, type OutboxRow } from './collections.ts';
import type { Lost } from './visible.ts';

/** An article as it was just written. */
export interface WrittenArticle {
  readonly _id: string;
  readonly rev: number;
}

/** Leaves a row per article, to be deleted once everything that follows from its writing is done. */
export async function addToOutbox(
  db: Db,
  session: ClientSession,
  written: readonly (WrittenArticle & { readonly lost?: Lost })[],
): Promise<void> {
  if (written.length === 0) return;
  await outboxIn(db).bulkWrite(
    written.map(({ _id, rev, lost }) => ({
      updateOne: {
        filter: { _id },
        update: {
          $set: { rev },
          $currentDate: { at: true },
          // An older row that nobody has got round to keeps what it asks for.
          ...(losesTime(lost)
            ? { $addToSet: { lostAuthors: { $each: [...lost.authorIds] }, lostTopics: { $each: [...lost.topicIds] } } }
            : {}),
        },
        upsert: true,
      },
    })) as AnyBulkWriteOperation<OutboxRow>[], // the driver's types know no $addToSet on readonly lists
    { session },
  );
}

/** Deletes the rows that no newer write has taken over, and that ask for nothing which somebody else has left undone. */
export async function deleteFromOutbox(
  db: Db,
  rows: readonly (WrittenArticle & { readonly lost?: Lost })[],
): Promise<void> {
  if (rows.length === 0) return;
  await outboxIn(db).bulkWrite(
    rows.map(({ _id, rev, lost }) => ({
      deleteOne: { filter: { _id, rev, ...(losesTime(lost) ? {} : { lostAuthors: { $exists: false } }) } },
    })),
  );
}

function losesTime(lost: Lost | undefined): lost is Lost {
  return lost !== undefined && lost.authorIds.length + lost.topicIds.length > 0;
}

/** The oldest rows that were left for more than `ageMs` by the database's clock, at most `limit`. */
export async function listLeftRows(db: Db, ageMs: number, limit: number): Promise<readonly OutboxRow[]> {
  return outboxIn(db)
    .find(
      { $expr: { $lt: ['$at', { $subtract: ['$$NOW', ageMs] }] } },
      { sort: { at: 1 }, limit, batchSize: limit + 1, readPreference: 'primary' },
    )
    .toArray();
}
