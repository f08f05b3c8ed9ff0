import { beforeAll, expect, test } from 'vitest';
import { ensureIndexes } from '#mongo/indexes.ts';
import { FrequencyBook } from '#related/frequency-book.ts';
import { RebuildStates } from '#related/rebuild-state.ts';
import { keyOf, packTerms, relatedPlans, type TermsRow } from '#related/stored.ts';
import { useWriter } from '../_support/use-writer.ts';

const fixture = useWriter();
beforeAll(() => ensureIndexes(fixture.db, relatedPlans));

const TERM = 123_456;
async function add(from: number, count: number, lang = 'en'): Promise<void> {
  const terms = packTerms({ hashes: Uint32Array.of(TERM), tfs: Uint8Array.of(16) });
  await fixture.db
    .collection<{ _id: string } & Pick<TermsRow, 'lang' | 'terms'>>('related_terms')
    .insertMany(Array.from({ length: count }, (_, index) => ({ _id: `${lang}${from + index}`, lang, terms })));
}

function openAt(clock: { now: number }) {
  return new FrequencyBook(fixture.db, () => clock.now);
}
/** Looks go on beside; they end within a few commands. */
async function settled(book: FrequencyBook, count: number): Promise<number> {
  for (let turn = 0; turn < 200 && book.articlesWith(keyOf('en', TERM)) !== count; turn++) {
    await fixture.db.command({ ping: 1 });
  }
  return book.articlesWith(keyOf('en', TERM));
}

test('languages are counted apart, and what this process writes counts at once', async () => {
  await add(0, 5);
  await add(0, 3, 'de');
  const book = openAt({ now: 0 });
  await book.open();
  expect([book.articlesWith(keyOf('en', TERM)), book.articlesWith(keyOf('de', TERM))]).toEqual([5, 3]);
  book.note('en', [TERM, 7]);
  expect([book.articlesWith(keyOf('en', TERM)), book.articlesWith(keyOf('en', 7))]).toEqual([6, 1]);
});

test('all is counted anew when the archive has grown by more than a twentieth, and not before ten minutes', async () => {
  await add(0, 40);
  const clock = { now: 0 };
  const book = openAt(clock);
  await book.open();
  await add(40, 3);
  clock.now = 599_000;
  await book.open();
  expect(await settled(book, 43)).toBe(40);
  clock.now = 600_000;
  await book.open();
  expect(await settled(book, 43)).toBe(43);
});

test('a smaller change is left alone, unless everything was made anew', async () => {
  await add(0, 40);
  const clock = { now: 0 };
  const book = openAt(clock);
  await book.open();
  await add(40, 2);
  clock.now = 600_000;
  await book.open();
  expect(await settled(book, 42)).toBe(40);
  await new RebuildStates(fixture.db).end('any', 1);
  clock.now = 1_200_000;
  await book.open();
  expect(await settled(book, 42)).toBe(42);
});
