import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWriter } from '#content/write.ts';
import { createTestDatabase, emptyDatabase, type TestDatabase } from '../_support/database.ts';
import { brokenRules, contentOf } from '../_support/invariants.ts';
import { newsroom } from '../_support/make/newsroom.ts';
import { runCli, startGateway, startProcess, stopProcess } from '../_support/processes.ts';

const KILLS = process.env['TEST_LONG'] ? 20 : 3;

let database: TestDatabase;
let folder: string;
let file: string;
let undisturbed: Awaited<ReturnType<typeof contentOf>>;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'masthead-processes-'));
  file = join(folder, 'newsroom.ndjson');
  await writeFile(
    file,
    newsroom()
      .map((item) => JSON.stringify(item))
      .join('\n'),
  );
  await runCli(['import', file], { MONGODB_URI: database.uri });
  undisturbed = await contentOf(database.db);
}, 120_000);
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test(
  `an import that is killed ${KILLS} times and then runs through leaves what an undisturbed one leaves`,
  { timeout: 400_000 },
  async () => {
    await emptyDatabase(database.db);
    for (let kill = 0; kill < KILLS; kill++) {
      const child = startProcess('cli', ['import', file], { MONGODB_URI: database.uri });
      const exit = once(child, 'exit');
      // The place where it is hit is what is random; an import of this file takes a few seconds.
      await pause(1_000 + Math.random() * 2_500);
      child.kill('SIGKILL');
      await exit;
    }
    expect(await runCli(['import', file], { MONGODB_URI: database.uri })).toMatchObject({ status: 0 });
    // What killed runs left counts as left after 30 s; a process that is told so by its clock's owner need not wait here.
    await database.db.collection('outbox').updateMany({}, [{ $set: { at: { $subtract: ['$at', 60_000] } } }]);
    await createWriter(database).sweepOutbox();
    expect(await brokenRules(database.db)).toEqual([]);
    expect(await contentOf(database.db)).toEqual(undisturbed);
  },
);

test('two gateways serve whole stories while two imports write the same file', { timeout: 200_000 }, async () => {
  await emptyDatabase(database.db);
  const env = { MONGODB_URI: database.uri };
  const gateways = await Promise.all([startGateway(env), startGateway(env)]);
  const imports = [runCli(['import', file], env), runCli(['import', file], env)];
  const ends = new AbortController();
  const done = Promise.all(imports).finally(() => ends.abort());
  const query = JSON.stringify({
    query:
      '{ articles(first: 50) { nodes { headline path authors { name } topics { name } section { name } previous { path } } } }',
  });
  const whole = new Map(
    undisturbed['articles']?.map((row) => [row['path'], [row['authorIds'].length, row['topicIds'].length]]),
  );
  let answers = 0;
  while (!ends.signal.aborted) {
    for (const { url } of gateways) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: query,
      });
      const { data, errors } = await response.json();
      expect(errors).toBeUndefined();
      for (const { path, authors, topics, section } of data.articles.nodes)
        expect([path, authors.length, topics.length, section === null]).toEqual([
          path,
          ...(whole.get(path) ?? []),
          false,
        ]);
      answers++;
    }
  }
  expect((await done).map(({ status }) => status)).toEqual([0, 0]);
  expect(answers).toBeGreaterThan(2);
  await Promise.all(gateways.map(({ child }) => stopProcess(child)));
  expect(await brokenRules(database.db)).toEqual([]);
  expect(await contentOf(database.db)).toEqual(undisturbed);
});
