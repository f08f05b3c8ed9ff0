import { beforeAll, expect, test } from 'vitest';
import type { Document } from 'mongodb';
import { ensureIndexes } from '#mongo/indexes.ts';
import { LIMITS } from '#related/candidates.ts';
import { createRelatedHandler } from '#related/related-handler.ts';
import { relatedPlans, type TermsRow } from '#related/stored.ts';
import type { AfterCommit } from '#content/write.ts';
import { explain } from '../_support/explain.ts';
import { articleItem } from '../_support/make/items.ts';
import { useWriter } from '../_support/use-writer.ts';

let handler: AfterCommit = () => Promise.resolve();
const fixture = useWriter({ afterCommit: [(articles) => handler(articles)] });
beforeAll(() => ensureIndexes(fixture.db, relatedPlans));

/** As many articles on either side in time as there could be of interest, all with the same words. */
const ALIKE = 2 * LIMITS.perKey + 100;
const MINUTE_MS = 60_000;
const NOON = new Date('2026-02-01T12:00:00Z');
/** What a server may look at beyond what was asked for: where each scan ends. */
const ENDS = 2 * LIMITS.keys;

/** A sentence of fifty words that others do not have: with its pairs fewer terms than are kept, and more than are keys. */
const html = Array.from({ length: 50 }, (_, at) => `quay${at}`).join(' ');
const report = (id: string, publishedAt: Date) =>
  articleItem({
    id,
    headline: `Harbour report ${id}`,
    body: [{ type: 'paragraph', html }],
    locale: 'en',
    publishedAt: publishedAt.toISOString(),
  });

test('what is examined for a new article is bounded by the budget, however common all of its keys are', async () => {
  const { client, db } = fixture;
  const terms = db.collection<TermsRow>('related_terms');
  handler = createRelatedHandler({ db });
  await fixture.write(report('first', NOON));
  const row = await terms.findOne();
  if (!row) throw new Error('no terms');
  await terms.insertMany(
    Array.from({ length: ALIKE }, (_, at) => ({
      ...row,
      _id: `alike-${at}`,
      at: new Date(NOON.getTime() + (at - ALIKE / 2) * MINUTE_MS),
    })),
  );
  // A process that starts later counts them all, before it looks for the first time.
  handler = createRelatedHandler({ db });
  await fixture.write(report('second', NOON));
  const sent: Document[] = [];
  client.on('commandStarted', ({ command }) => {
    if (command['aggregate'] === 1 || command['find'] === 'related_terms') sent.push(command);
  });
  await fixture.write(report('third', NOON));
  client.removeAllListeners('commandStarted');
  let [keys, documents] = [0, 0];
  for (const command of sent) {
    const { keysExamined, docsExamined } = await explain(db, command);
    keys += keysExamined;
    documents += docsExamined;
  }
  // By ids those are read that are compared, and it is asked whether the article was there before.
  expect(keys).toBeGreaterThan(LIMITS.reads / 2);
  expect(keys).toBeLessThanOrEqual(LIMITS.reads + LIMITS.candidates + ENDS);
  expect(documents).toBeLessThanOrEqual(LIMITS.candidates + 1);
});
