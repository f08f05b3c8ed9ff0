import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mediaFile } from '#ingest/seed/media.ts';
import { ANCHOR, seedItems } from '#ingest/seed/seed.ts';

const FOLDER = new URL('../../../src/ingest/seed/media/', import.meta.url);

test('an image is served with its type', async () => {
  const file = await mediaFile('/media/brown-crab.svg');
  expect(file?.type).toBe('image/svg+xml');
  expect(new TextDecoder().decode(file?.body)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox=/);
});

test.each([
  '/media/nothing-here.svg',
  '/media/../seed.ts',
  '/media/..%2fseed.ts',
  '/media/../media/brown-crab.svg',
  '/media//brown-crab.svg',
  '/media/brown-crab.svg\u0000',
  '/media/brown-crab.svg/',
  '/media/.svg',
  '/media/',
  'brown-crab.svg',
  '',
])('nothing is served at %j', async (path) => {
  expect(await mediaFile(path)).toBeNull();
});

test('images are small and hold neither scripts nor references to other hosts', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.svg'));
  const bad = names.filter((name) => {
    const svg = readFileSync(new URL(name, FOLDER), 'utf8').replace('http://www.w3.org/2000/svg', '');
    return svg.length >= 6000 || /<script|href|https?:|\son\w+=|NaN|undefined/i.test(svg);
  });
  expect(bad).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(28);
});

test('films and sounds are there for every story that has one, and small', async () => {
  const films = readdirSync(FOLDER).filter((name) => !name.endsWith('.svg'));
  const sizes = await Promise.all(films.map(async (name) => (await mediaFile(`/media/${name}`))?.body.byteLength ?? 0));
  expect([films.length, sizes.filter((size) => size < 10_000 || size > 200_000)]).toEqual([5, []]);
  const shown = seedItems(ANCHOR)
    .flatMap((item) => (item.type === 'article' ? item.body : []))
    .flatMap((block) => {
      if (block.type === 'video') return [block.video.url];
      return block.type === 'audio' ? [block.audio.url] : [];
    });
  expect(shown.filter((url) => url.startsWith('/')).sort()).toEqual(films.map((name) => `/media/${name}`).sort());
});
