import { mkdtempSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ARTICLE_KINDS } from '#content/article/article.ts';
import { createTestDatabase, emptyDatabase, type TestDatabase } from '../_support/database.ts';
import { ended, runCli, startProcess } from '../_support/processes.ts';
import { serveWordPress, type Site } from './_wordpress.ts';

// Several processes each, on a machine that may do other things.
vi.setConfig({ testTimeout: 120_000 });

const fixture = fileURLToPath(new URL('../fixtures/wxr/saltmarsh-gazette.xml', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'masthead-commands-'));
const SITE: Site = {
  users: [{ id: 1, login: 'mara', slug: 'mara', name: 'Mara Holt' }],
  categories: [{ id: 2, slug: 'harbour', name: 'Harbour' }],
  tags: [],
  media: [],
  posts: [{ id: 7, slug: 'ferry', title: 'The ferry is back', content: 'At last.', categories: [2] }],
};

let database: TestDatabase;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  database = await createTestDatabase();
  env = { MONGODB_URI: database.uri };
});
beforeEach(() => emptyDatabase(database.db));
afterAll(() => database[Symbol.asyncDispose]());
const headlines = async (): Promise<readonly unknown[]> =>
  (await database.db.collection('articles').find().sort({ headline: 1 }).toArray()).map(({ headline }) => headline);

test('a dry run gives the report of the run that follows, and writes nothing', async () => {
  const reportOf = async (name: string, ...more: readonly string[]): Promise<unknown> => {
    const report = join(folder, name);
    const { status } = await runCli(['import', fixture, '--report', report, ...more], env);
    const { sources } = JSON.parse(await readFile(report, 'utf8'));
    return [status, sources];
  };
  const dry = await reportOf('dry.json', '--dry-run');
  expect(await headlines()).toEqual([]);
  expect(await reportOf('wet.json')).toEqual(dry);
  expect(await headlines()).toHaveLength(2);
  const again = await reportOf('dry-again.json', '--dry-run');
  expect(await reportOf('wet-again.json')).toEqual(again);
});

test('what both changed is kept and told, and --overwrite takes the source, which a dry run foretells', async () => {
  const file = join(folder, 'one.ndjson');
  const line = (kicker: string) =>
    writeFile(file, JSON.stringify({ type: 'article', id: 'a1', headline: 'Tide', kicker, publishedAt: '2024-06-05' }));
  await line('Harbour');
  await runCli(['import', file], env);
  await database.db.collection('articles').updateOne({}, { $set: { kicker: 'Edited' } });
  await line('Quay');
  const kept = await runCli(['import', file], env);
  expect([kept.status, kept.out]).toEqual([
    0,
    expect.stringContaining('kept as they are here: 1\n    article a1: kicker'),
  ]);
  const dry = await runCli(['import', file, '--overwrite', '--dry-run'], env);
  expect(dry.out).toContain('taken from the source: 1\n    article a1: kicker');
  expect(await database.db.collection('articles').findOne()).toMatchObject({ kicker: 'Edited' });
  const taken = await runCli(['import', file, '--overwrite'], env);
  expect(taken.out).toContain('taken from the source: 1\n    article a1: kicker');
  expect(await database.db.collection('articles').findOne()).toMatchObject({ kicker: 'Quay' });
});

test('a live WordPress is imported by its address, privately only when that is allowed', async () => {
  await using server = await serveWordPress(SITE);
  const refused = await runCli(['import', server.url], env);
  expect([refused.status, refused.said]).toEqual([1, expect.stringContaining('add --allow-private')]);
  expect(server.asked).toEqual([]);
  const done = await runCli(['import', server.url, '--allow-private'], env);
  expect([done.status, done.said, done.out]).toEqual([
    0,
    '',
    expect.stringContaining('(wordpress): found 1 published'),
  ]);
  expect(await headlines()).toEqual(['The ferry is back']);
});

test('what a live WordPress has deleted is told, and archived with --delete', async () => {
  const site = {
    ...SITE,
    posts: [...SITE.posts, { ...SITE.posts[0], id: 8, slug: 'pier', title: 'The pier is shut', content: 'A while.' }],
  };
  await using server = await serveWordPress(site);
  await runCli(['import', server.url, '--allow-private'], env);
  site.posts.pop();
  const told = await runCli(['import', server.url, '--allow-private'], env);
  expect([told.status, told.out]).toEqual([
    0,
    expect.stringContaining('still here (--delete archives them): 1\n    article 8: deleted, /news/2024/06/pier'),
  ]);
  const done = await runCli(['import', server.url, '--allow-private', '--delete'], env);
  expect(done.out).toContain('gone at the source, archived here: 1\n    article 8: deleted');
  expect(await database.db.collection('articles').countDocuments({ status: 'archived' })).toBe(1);
});

test('what cannot be imported is said in a sentence, with exit status 1', async () => {
  const none = join(folder, 'none.xml');
  const empty = join(folder, 'empty.xml');
  const map = join(folder, 'map.json');
  await writeFile(empty, '');
  await writeFile(map, '{"types":{"page":"story"}}');
  const cases: readonly (readonly [args: readonly string[], said: string])[] = [
    [[none], `There is no file ${none}.`],
    [['news.example'], 'There is no file news.example; a site is https://news.example.'],
    [['ftp://news.example/'], 'ftp://news.example/ is no http or https address of a WordPress.'],
    [['-', '-'], '- is the standard input, which can be read once: name it once.'],
    [
      [fixture, '--report', join(folder, 'none', 'r.json')],
      `${join(folder, 'none', 'r.json')} cannot be written: check its folder and that you may write there.`,
    ],
    [[fixture, '--report', folder], `${folder} cannot be written: check its folder and that you may write there.`],
    [
      [fixture, '--since', 'nonsense'],
      "error: option '--since <time>' argument 'nonsense' is invalid. A time such as 2026-03-01T12:00:00Z.\nAdd --help for what the command takes.",
    ],
    [[empty], `${empty} is empty: there is nothing to import.`],
    [
      ['http://127.0.0.1:1/', '--allow-private'],
      'http://127.0.0.1:1/ cannot be reached: check the address, and that the site runs.',
    ],
    [[fixture, '--delete'], '--delete needs the address of a live WordPress: a file does not say whether it is whole.'],
    [
      [fixture, '--map', map],
      `${map}, the file of --map, cannot be used at types.page: it must be "article", "skip" or {"as": "article", "kind": …} with a kind of ${ARTICLE_KINDS.join(', ')}.`,
    ],
  ];
  for (const [args, said] of cases)
    expect(await runCli(['import', ...args], env)).toEqual({ out: '', said: `${said}\n`, status: 1 });
  expect(await headlines()).toEqual([]);
});

test('an import that the user stops says how to go on, with exit status 1', async () => {
  await using server = await serveWordPress(SITE, {
    hold: ({ url = '' }) => (url.includes('content') ? new Promise(() => undefined) : null),
  });
  const child = startProcess('cli', ['import', server.url, '--allow-private'], env);
  await expect.poll(() => server.asked.some((url) => url.includes('content')), { timeout: 60_000 }).toBe(true);
  child.kill('SIGINT');
  expect(await ended(child)).toEqual({
    out: '',
    said: 'Stopped: what was written stays. Run it again with --resume to go on.\n',
    status: 1,
  });
});

describe('an import whose database is killed with the process that ran it', () => {
  /** Imports a site from a database that another process runs, and kills that one when the first post is asked for. */
  const importAndKill = async (
    envOf: (data: string, uri: string) => Readonly<Record<string, string>>,
  ): Promise<Awaited<ReturnType<typeof runCli>>> => {
    const data = mkdtempSync(join(tmpdir(), 'masthead-data-'));
    const server = startProcess('cli', ['db', '--data', data], {});
    const [uri] = await once(createInterface(server.stdout ?? process.stdin), 'line');
    await using site = await serveWordPress(SITE, {
      hold: ({ url = '' }) => {
        if (url.includes('content')) server.kill('SIGKILL');
        return null;
      },
    });
    try {
      return await runCli(['import', site.url, '--allow-private'], envOf(data, String(uri)));
    } finally {
      server.kill('SIGKILL');
    }
  };
  test('goes on with it where the data is its own, too', async () => {
    const { status, said, out } = await importAndKill((DATA_DIR) => ({ DATA_DIR }));
    expect({ status, said }).toEqual({ status: 0, said: '' });
    expect(out).toMatch(/ article +[1-9]\d* +0 +0\n/);
  });
  test('says so elsewhere, with exit status 1', async () => {
    const { status, said } = await importAndKill((_data, MONGODB_URI) => ({ MONGODB_URI }));
    expect([status, said]).toEqual([1, expect.stringMatching(/^The database went away: .*\n$/)]);
  });
});

test('of a folder each file that can be imported is, and what is left out is told, with exit status 2', async () => {
  const mixed = mkdtempSync(join(tmpdir(), 'masthead-mixed-'));
  await copyFile(fixture, join(mixed, 'a.xml'));
  await writeFile(join(mixed, 'b.pdf'), '%PDF-1.7');
  const { status, out } = await runCli(['import', mixed], env);
  expect([status, out]).toEqual([2, expect.stringMatching(/b\.pdf is a PDF.*\nFinished with 1 file left out in /s)]);
  expect(await headlines()).toHaveLength(2);
});

test('what was exported comes back', async () => {
  await runCli(['import', fixture], env);
  const before = await headlines();
  const file = join(folder, 'all.ndjson');
  const done = await runCli(['export', file], env);
  expect([done.status, done.out]).toEqual([0, expect.stringContaining('article 2')]);
  await emptyDatabase(database.db);
  expect(await runCli(['import', file], env)).toMatchObject({ status: 0 });
  expect(await headlines()).toEqual(before);
  const nowhere = await runCli(['export', join(folder, 'none', 'x.ndjson')], env);
  expect([nowhere.status, nowhere.said]).toEqual([1, expect.stringContaining('cannot be written')]);
});
