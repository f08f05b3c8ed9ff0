import { beforeAll, expect, test } from 'vitest';
import { ensureIndexes } from '#mongo/indexes.ts';
import { relatedPlans, type TermsRow } from '#related/stored.ts';
import { TermsRepository } from '#related/terms.repository.ts';
import { explain } from '../_support/explain.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = useWriter();
beforeAll(() => ensureIndexes(fixture.db, relatedPlans));

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));
const [COMMON, RARE] = [7, 8];
const READS = { whole: [{ hash: RARE }], near: [{ hash: COMMON }], perSide: 2 };
const MOST = 10;

/** Thirty articles, one a day, with a common key; the first and the last have a rare one, too. */
async function write(): Promise<void> {
  await fixture.db.collection<Pick<TermsRow, '_id' | 'at' | 'keys'>>('related_terms').insertMany(
    Array.from({ length: 30 }, (_, index) => ({
      _id: `day-${index + 1}`,
      at: day(index + 1),
      keys: index === 0 || index === 29 ? [COMMON, RARE] : [COMMON],
    })),
  );
}
const days = (...numbers: readonly number[]): readonly string[] => numbers.map((number) => `day-${number}`);

test('of a common key the nearest in time are read, on either side, and of a rare one all', async () => {
  await write();
  const terms = new TermsRepository(fixture.db);
  const found = async (number: number) => Object.fromEntries(await terms.nearestByKey(READS, day(number), MOST));
  expect(await found(10)).toEqual({ [COMMON]: days(12, 11, 10, 9), [RARE]: days(30, 1) });
  expect(await found(30)).toEqual({ [COMMON]: days(30, 29), [RARE]: days(30, 1) });
  expect(await found(1)).toEqual({ [COMMON]: days(3, 2, 1), [RARE]: days(30, 1) });
});

test('a key that turns out to be commoner than was known is read to its limit', async () => {
  await write();
  const reads = { whole: [{ hash: COMMON }], near: [], perSide: 0 };
  const found = await new TermsRepository(fixture.db).nearestByKey(reads, day(15), MOST);
  expect(found.get(COMMON)).toHaveLength(MOST);
});

test('no more of the index is read than is asked for', async () => {
  await write();
  const sent: Record<string, unknown>[] = [];
  const { client, db } = fixture;
  client.on('commandStarted', ({ command }) => sent.push(command));
  await new TermsRepository(db).nearestByKey(READS, day(15), MOST);
  client.removeAllListeners('commandStarted');
  const [command] = sent.filter((one) => 'aggregate' in one);
  const { lookups } = await explain(db, command ?? {});
  // A server may look at one entry more, to see that there it ends.
  expect(lookups.map(({ keysExamined }) => keysExamined <= 3)).toEqual([true, true, true]);
});
