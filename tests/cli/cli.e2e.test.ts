import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, emptyDatabase, type TestDatabase } from '../_support/database.ts';
import { articleItem, authorItem } from '../_support/make/items.ts';
import { runCli, startProcess } from '../_support/processes.ts';

let database: TestDatabase;
let folder: string;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'masthead-cli-'));
  env = { MONGODB_URI: database.uri };
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(name: string, ...lines: readonly (object | string)[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

test('an import without rejects ends with 0, writes its report, and a second run writes nothing', async () => {
  const file = await fileOf('good.ndjson', articleItem({ id: 'a', authors: ['ada'] }), authorItem({ id: 'ada' }));
  const report = join(folder, 'report.json');
  const first = await runCli(['import', file, '--report', report], env);
  expect([first.status, first.said]).toEqual([0, '']);
  expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({
    sources: [
      { kind: 'ndjson', counts: { article: { created: 1 }, author: { created: 1 } }, rejects: [], conflicts: [] },
    ],
    seconds: expect.any(Number),
  });
  await runCli(['import', file, '--report', report], env);
  expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({
    sources: [
      {
        counts: { article: { created: 0, updated: 0, unchanged: 1 }, author: { created: 0, updated: 0, unchanged: 1 } },
      },
    ],
  });
});

test('an import with rejects goes on, tells file, line and field, and ends with 2', async () => {
  const file = await fileOf('mixed.ndjson', { type: 'article', id: 'x' }, 'no json', articleItem({ id: 'good' }));
  const report = join(folder, 'report.json');
  expect(await runCli(['import', file, '--report', report], env)).toMatchObject({ status: 2 });
  const { sources } = JSON.parse(await readFile(report, 'utf8'));
  expect(sources[0].counts.article.created).toBe(1);
  expect(sources[0].rejects).toMatchObject([
    { line: 1, type: 'article', id: 'x', field: 'headline' },
    { line: 2, type: null, id: null },
  ]);
});

test.each([
  ['a file that is not there', async () => join(folder, 'nowhere.xml')],
  ['an empty file', () => fileOf('empty.xml')],
  ['a PDF', () => fileOf('paper.pdf', '%PDF-1.7')],
])('%s is one sentence, no stack, and status 1', async (_name, make) => {
  const { said, status } = await runCli(['import', await make()], env);
  expect(status).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).not.toMatch(/\bat .*\.ts/);
});

test.each([
  ['below a file', async () => join(await fileOf('plain.txt', 'x'), 'data')],
  ['where nobody can make a folder', async () => '/proc/masthead'],
])('a DATA_DIR %s is one sentence at once, and status 1', async (_name, make) => {
  const { said, status } = await runCli(['seed'], { DATA_DIR: await make() });
  expect({ said, status }).toEqual({ said: expect.stringMatching(/^.*DATA_DIR.*\n$/), status: 1 });
});

test('the sample newsroom can be written into any database, and a second time changes nothing', async () => {
  await emptyDatabase(database.db);
  const seed = () => runCli(['seed', '--now', '2026-03-01T12:00:00Z'], env);
  expect((await seed()).out).toMatch(/[1-9]\d* created, 0 updated, 0 unchanged/);
  expect((await seed()).out).toMatch(/ 0 created, 0 updated, [1-9]\d* unchanged/);
});

test('missing indexes are told, made, and then are there', async () => {
  await database.db.collection('articles').dropIndexes();
  expect((await runCli(['indexes'], env)).out).toMatch(/missing +articles +slug_1_unique/);
  expect(await runCli(['indexes', '--apply'], env)).toMatchObject({ status: 0 });
  expect((await runCli(['indexes'], env)).out).toBe('All indexes are there.\n');
});

test('the embedded database runs alone, where any client and every other command finds it', async () => {
  const data = join(folder, 'data');
  const child = startProcess('cli', ['db', '--data', data], {});
  const exit = once(child, 'exit');
  if (!child.stdout) throw new Error('started without standard output');
  const [uri] = await once(createInterface(child.stdout), 'line');
  const client = new MongoClient(String(uri));
  expect(await client.db('masthead').command({ ping: 1 })).toMatchObject({ ok: 1 });
  const file = await fileOf('one.ndjson', articleItem({ id: 'one' }));
  expect(await runCli(['import', file], { DATA_DIR: data })).toMatchObject({ status: 0 });
  expect(await client.db('masthead').collection('articles').countDocuments()).toBe(1);
  await client.close();
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
});

test('each command explains itself', async () => {
  for (const command of ['import', 'seed', 'db', 'indexes', 'schema']) {
    const { out, status } = await runCli([command, '--help'], {});
    expect([status, out]).toEqual([0, expect.stringContaining(`masthead ${command}`)]);
  }
  expect(await runCli(['nonsense'], {})).toMatchObject({
    status: 1,
    said: expect.stringContaining("unknown command 'nonsense'"),
  });
});

test('related stories are explained of articles named by address, path, slug or id, and wrong names end with 1', async () => {
  const about = (id: string) =>
    articleItem({ id, slug: id, path: `/harbour/${id}`, headline: `Ferry Ardent aground ${id}` });
  await runCli(['import', await fileOf('ferries.ndjson', about('ferry-one'), about('ferry-two'))], env);
  const stored = await database.db.collection('articles').findOne({ slug: 'ferry-two' });
  for (const name of [
    'https://news.example/harbour/ferry-two/?x',
    '/harbour/ferry-two',
    'ferry-two',
    String(stored?._id),
  ]) {
    const { status, out } = await runCli(['related', 'explain', 'ferry-one', name], env);
    expect([name, status, out]).toEqual([name, 0, expect.stringMatching(/^Related: rank \d of \d/m)]);
  }
  expect(await runCli(['related', 'explain', 'ferry-three'], env)).toMatchObject({
    status: 1,
    out: '',
    said: expect.stringMatching(/There is no article with the address, path, slug or id "ferry-three"\.\n$/),
  });
});
