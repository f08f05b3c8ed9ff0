import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder } from '#lib/make-folder.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'make-folder-'));
  await writeFile(join(root, 'file'), '');
});
afterAll(() => rm(root, { recursive: true }));

it('makes a folder and those around it, and leaves one that is there', async () => {
  const folder = join(root, 'a', 'b', 'c');
  await Promise.all([makeFolder(folder), makeFolder(folder)]);
  await makeFolder(folder);
  expect((await stat(folder)).isDirectory()).toBe(true);
});

it.each([
  ['where a file is', () => join(root, 'file')],
  ['below a file', () => join(root, 'file', 'a', 'b')],
  ['where none can be', () => '/proc/none/a'],
  ['with a name that is too long', () => join(root, 'n'.repeat(300), 'a')],
])('refuses one %s', async (_, folder) => {
  await expect(makeFolder(folder())).rejects.toMatchObject({ code: expect.stringMatching(/^E[A-Z]+$/) });
});
