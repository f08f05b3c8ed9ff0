import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTestDatabase, emptyDatabase, type TestDatabase } from '../_support/database.ts';
import { brokenRules, contentOf } from '../_support/invariants.ts';
import { runCli, startProcess } from '../_support/processes.ts';
import { exportOf, serveWordPress, type Post, type Site } from './_wordpress.ts';
import { fileOf } from './wxr-text.ts';

const KILLS = 20;
const POSTS = 600;

/** Words that no other story has: what is related is another test's. */
const words = (at: number): string =>
  Array.from({ length: 8 }, (_, n) => `w${((at * 8 + n + 1) * 2_654_435_761).toString(36).slice(-7)}`).join(' ');

/** Some link to earlier and some to later posts, by number and by address, so that much is left to be settled. */
const story = (_: unknown, at: number): Post => ({
  id: 1_000 + at,
  slug: `story-${at}`,
  title: words(at).slice(0, 17),
  content: `${words(at)}.\n\n<a href="/news/?p=${1_000 + ((at * 7) % POSTS)}">Another one</a>\n\n<p>ALSO READ: <a href="/news/2024/06/story-${(at * 11) % POSTS}/">That</a></p>`,
  categories: [2 + (at % 2)],
  tags: [4],
  author: 1 + (at % 2),
});
const SITE: Site = {
  users: [
    { id: 1, login: 'mara', slug: 'mara', name: 'Mara Holt' },
    { id: 2, login: 'ida', slug: 'ida', name: 'Ida Quill' },
  ],
  categories: [
    { id: 2, slug: 'harbour', name: 'Harbour' },
    { id: 3, slug: 'news', name: 'News' },
  ],
  tags: [{ id: 4, slug: 'tides', name: 'Tides' }],
  media: [],
  posts: Array.from({ length: POSTS }, story),
};

const stored = ({ db }: TestDatabase): Promise<number> => db.collection('articles').countDocuments();
const contentPage = (url = ''): number | null =>
  url.includes('content') ? Number(/[?&]page=(\d+)/.exec(url)?.[1]) : null;
async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
/** Kills it at that time; false where it has ended by itself before. */
async function killAfter(child: ChildProcess, ms: number): Promise<boolean> {
  const exit = once(child, 'exit');
  const isLate = await Promise.race([exit.then(() => true), pause(ms, false)]);
  if (!isLate) child.kill('SIGKILL');
  const [, signal] = await exit;
  return signal === 'SIGKILL';
}
/** What an undisturbed import leaves, and how long it takes. */
async function undisturbed(args: readonly string[]): Promise<{ readonly content: object; readonly took: number }> {
  await using database = await createTestDatabase();
  const began = performance.now();
  expect(await runCli(args, { MONGODB_URI: database.uri })).toMatchObject({ status: 0 });
  return { took: performance.now() - began, content: await contentOf(database.db) };
}

test(
  'a live import that is killed goes on after what it has written, without asking for that again, to the same end',
  { timeout: 180_000 },
  async () => {
    await using database = await createTestDatabase();
    const env = { MONGODB_URI: database.uri };
    const held = Promise.withResolvers<undefined>();
    let isHeld = true;
    await using server = await serveWordPress(SITE, {
      // Two batches of 100 posts make one of 200, which is written while the fourth page is waited for.
      hold: ({ url }) => (isHeld && contentPage(url) === 4 ? held.promise : null),
    });
    const args = ['import', server.url, '--allow-private'];
    const child = startProcess('cli', args, env);
    await expect.poll(() => stored(database), { timeout: 60_000, interval: 200 }).toBe(200);
    await expect.poll(() => database.db.collection('outbox').countDocuments(), { timeout: 60_000 }).toBe(0);
    await kill(child);
    isHeld = false;
    held.resolve(undefined);
    const asked = server.asked.length;
    const { status, out } = await runCli([...args, '--resume'], env);
    expect([status, out]).toEqual([0, expect.stringMatching(/article +400 +0 +200\n/)]);
    expect(server.asked.slice(asked).flatMap((url) => contentPage(url) ?? [])).toEqual([3, 4, 5, 6]);
    expect(await brokenRules(database.db)).toEqual([]);
    expect(await contentOf(database.db)).toEqual((await undisturbed(args)).content);
  },
);

// One that is killed within a transaction leaves it open for a minute, so this is for the long run; files are in tests/processes, too.
test.skipIf(!process.env['TEST_LONG']).each(['live', 'export'])(
  `%s: an import that is killed ${KILLS} times and then resumed leaves what an undisturbed one leaves (skipped: TEST_LONG is not set)`,
  { timeout: KILLS * 100_000 },
  async (kind) => {
    await using server = await serveWordPress(SITE);
    const source = kind === 'live' ? server.url : fileOf(exportOf(SITE, server.url));
    const args = ['import', source, '--allow-private'];
    const { content, took } = await undisturbed(args);
    await using database = await createTestDatabase();
    const env = { MONGODB_URI: database.uri };
    const isWhole = async (): Promise<void> => {
      expect(await brokenRules(database.db)).toEqual([]);
      expect(await contentOf(database.db)).toEqual(content);
    };
    let isNew = true;
    for (let kills = 0; kills < KILLS;) {
      const child = startProcess('cli', isNew ? args : [...args, '--resume'], env);
      isNew = !(await killAfter(child, took * (0.1 + Math.random() * 0.8)));
      if (!isNew) kills++;
      else {
        // It has come to its end before, and the next one begins anew.
        await isWhole();
        await emptyDatabase(database.db);
      }
    }
    expect(await runCli([...args, '--resume'], env)).toMatchObject({ status: 0 });
    await isWhole();
    expect((await runCli(args, env)).out).toMatch(new RegExp(`article +0 +0 +${POSTS}\\n`));
  },
);
