import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { createWriter } from '#content/write.ts';
import { largeNewsroom } from '#ingest/seed/large/large-newsroom.ts';
import { connectMongo } from '#mongo/connect.ts';
import { RebuildStates, type RebuildState } from '#related/rebuild-state.ts';
import { ndjson } from '../_support/make/items.ts';
import { ended, runCli, startProcess } from '../_support/processes.ts';
import { NOON, useApp } from '../_support/use-app.ts';

/** Kills in each pass; and so many articles that a thread is started for them, or as few as have each pass. */
const [KILLS, ARTICLES] = process.env['TEST_LONG'] ? [8, 1_600] : [1, 500];

const fixture = useApp();
const env = () => ({ MONGODB_URI: fixture.uri });
const PASSES = ['terms', 'neighbours', 'lists'] as const;
type Pass = (typeof PASSES)[number];

let undisturbed: object;
let readers: unknown;
/** When each pass of the undisturbed one began, and when it was over, in milliseconds from any start. */
const began = new Map<Pass | 'end', number>();

beforeAll(async () => {
  await using connection = await connectMongo({ uri: fixture.uri, appName: 'masthead-test' });
  // Without lists, because nobody follows.
  const writer = createWriter(connection);
  for (const batch of largeNewsroom({ articles: ARTICLES, seed: 1, now: NOON })) await writer.write(batch, ndjson);
  const child = startProcess('cli', ['related', 'rebuild'], env());
  const end = ended(child);
  for (const pass of PASSES) {
    await reach(pass, child);
    began.set(pass, performance.now());
  }
  const { status, said } = await end;
  if (status !== 0) throw new Error(said);
  began.set('end', performance.now());
  undisturbed = await made();
  readers = await read();
}, 300_000);

/** Terms and lists of all articles, without the number that is another one each time a list is written. */
async function made(): Promise<object> {
  const rows = (collection: string, projection = {}) =>
    fixture.db.collection(collection).find({}, { projection }).sort({ _id: 1 }).toArray();
  return { terms: await rows('related_terms'), lists: await rows('related_lists', { rev: 0 }) };
}

/** What readers get of 20 stories. */
async function read(): Promise<unknown> {
  const { data, errors } = await fixture.execute(
    '{ articles(first: 20) { nodes { related(first: 4) { score article { id } } } } }',
  );
  expect(errors).toBeUndefined();
  for (const { related } of data.articles.nodes) expect(related).not.toEqual([]);
  return data;
}

function passOf(state: RebuildState | null): Pass | null {
  if (state?.working === undefined || state.working !== state.wanted) return null;
  if (state.termsAfter !== null) return 'terms';
  return state.listsAfter === undefined ? 'neighbours' : 'lists';
}

/** Waits until a rebuild is in this pass, or behind it. */
async function reach(pass: Pass, child: ChildProcess): Promise<void> {
  for (const states = new RebuildStates(fixture.db); child.exitCode === null;) {
    const now = passOf(await states.read());
    if (now !== null && PASSES.indexOf(now) >= PASSES.indexOf(pass)) return;
    await pause(5);
  }
}

/** Starts a rebuild and kills it at any time of the pass; false where it has ended before. */
async function killIn(pass: Pass): Promise<boolean> {
  // What is killed keeps its lease for a minute; whoever is told so by the clock's owner need not wait here.
  await fixture.db.collection('leases').updateMany({}, { $set: { expiresAt: new Date(0) } });
  const child = startProcess('cli', ['related', 'rebuild'], env());
  const exit = once(child, 'exit');
  await reach(pass, child);
  const next = began.get(PASSES[PASSES.indexOf(pass) + 1] ?? 'end') ?? 0;
  await pause(Math.random() * 0.9 * (next - (began.get(pass) ?? 0)));
  child.kill('SIGKILL');
  const [, signal] = await exit;
  return signal === 'SIGKILL';
}

test.each(PASSES)(
  `a rebuild that is killed in the pass of %s ${KILLS} times and then runs through leaves what an undisturbed one leaves, and readers their lists all the time`,
  { timeout: (KILLS + 2) * 120_000 },
  async (pass) => {
    // What is not made anew is seen by this.
    for (const collection of ['related_terms', 'related_lists'])
      await fixture.db.collection(collection).updateMany({}, { $set: { isOld: true } });
    await new RebuildStates(fixture.db).want();
    const done = new AbortController();
    const reading = (async () => {
      for (; !done.signal.aborted; await pause(100)) expect(await read()).toEqual(readers);
    })();
    let kills = 0;
    for (let starts = 0; kills < KILLS && starts < 3 * KILLS; starts++) if (await killIn(pass)) kills += 1;
    expect(kills).toBe(KILLS);
    await fixture.db.collection('leases').updateMany({}, { $set: { expiresAt: new Date(0) } });
    expect(await runCli(['related', 'rebuild'], env())).toMatchObject({ status: 0 });
    done.abort();
    await reading;
    expect(await made()).toEqual(undisturbed);
  },
);

test('after all that a check finds nothing to do', { timeout: 300_000 }, async () => {
  const { out, status } = await runCli(['related', 'check'], env());
  expect([status, out]).toEqual([
    0,
    expect.stringMatching(/^\d+ published articles, 0 without .*, 0 in .*, 0 waiting/),
  ]);
});
