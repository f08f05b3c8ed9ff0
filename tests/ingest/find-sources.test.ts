import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { findSources, type SourceOptions } from '#ingest/find-sources.ts';
import { readSource, fileOf, post, wxr } from './wxr-text.ts';

const LINE = JSON.stringify({ type: 'article', id: '1', headline: 'Tide', publishedAt: '2024-06-05T16:04:48Z' });
const signal = new AbortController().signal;
const ALL = { allowPrivate: true, login: null, since: null, pause: async () => undefined };

async function saidOf(name: string, options: SourceOptions = {}): Promise<string> {
  return findSources([name], options, signal).then(
    () => 'found',
    (error: unknown) => (error instanceof Error ? error.message : 'thrown'),
  );
}

describe('a source', () => {
  it('may be a folder: its files by name, and what cannot be imported is left out and told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'masthead-folder-'));
    writeFileSync(join(folder, 'b.txt'), LINE);
    writeFileSync(join(folder, 'a.xml'), wxr([post()]));
    writeFileSync(join(folder, 'c.pdf'), '%PDF-1.7');
    writeFileSync(join(folder, '.hidden'), LINE);
    mkdirSync(join(folder, 'd'));
    await using found = await findSources([folder], {}, signal);
    expect(found.sources.map(({ name, kind }) => [name, kind])).toEqual([
      [join(folder, 'a.xml'), 'wxr'],
      [join(folder, 'b.txt'), 'ndjson'],
    ]);
    expect(found.leftOut).toEqual([expect.stringContaining('c.pdf is a PDF.')]);
  });

  it('may be the standard input, which is read as a file would be', async () => {
    await using found = await findSources(['-'], { stdin: Readable.from([`${LINE}\n`]) }, signal);
    const [source] = found.sources;
    if (source === undefined) throw new Error('no source');
    expect(source.name).toBe('standard input');
    expect((await readSource(source)).articles.map(({ headline }) => headline)).toEqual(['Tide']);
  });

  it('is of the kind that it is said to be', async () => {
    const file = fileOf('<rss><channel><title>No namespace</title></channel></rss>');
    expect(await saidOf(file)).toContain('is a feed');
    expect(await saidOf(file, { as: 'wxr' })).toBe('found');
    expect(await saidOf(file, { as: 'wordpress' })).toContain('is no http or https address');
    expect(await saidOf('https://news.example', { as: 'wxr' })).toContain('import it --as wordpress');
  });

  it('that is nothing is told in a sentence', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'masthead-empty-'));
    expect(await saidOf(empty)).toBe(`There is no file in ${empty} that can be imported.`);
    expect(await saidOf(join(empty, 'none'))).toContain('There is no file');
    expect(await saidOf('http://127.0.0.1:1/')).toContain('add --allow-private');
    expect(await saidOf('http://127.0.0.1:1/', { wordpress: ALL })).toContain('cannot be reached');
    expect(await saidOf('http://user:x@news.example/')).toContain('without a user name');
    expect(await saidOf('http://')).toContain('is no address');
  });

  it('that is a page but no WordPress, or asks for a login, is told so', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/locked') response.writeHead(401).end();
      else if (request.url === '/members') response.writeHead(302, { location: '/wp-login.php' }).end();
      else if (request.url === '/wp-login.php') response.end('<form><input type="text"><input type="password"></form>');
      else if (request.url === '/closed/') response.end('<title>A page</title>');
      else if (request.url?.startsWith('/closed/')) response.writeHead(403).end();
      else if (request.url === '/lost') response.writeHead(404).end();
      else response.end('<!doctype html><title>A page</title>');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const said = [];
    for (const path of ['/', '/locked', '/members', '/closed/', '/lost'])
      said.push(await saidOf(at + path, { wordpress: ALL }));
    server.closeAllConnections();
    server.close();
    expect(said).toEqual([
      expect.stringContaining('is no WordPress'),
      expect.stringContaining('/locked asks for a login'),
      expect.stringContaining('/members asks for a login'),
      expect.stringContaining('/closed/ asks for a login'),
      expect.stringContaining('answers with status 404'),
    ]);
  });

  it('that never answers is given up in time, asked once', async () => {
    let asked = 0;
    const server = createServer(() => void (asked += 1));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const said = await saidOf(at, { wordpress: { ...ALL, maxMs: 50 } });
    server.closeAllConnections();
    server.close();
    expect([said, asked]).toEqual([`${at} did not answer within 30 seconds: try again later.`, 1]);
    const mute = { ...ALL, maxMs: 50, resolve: () => new Promise<never>(() => undefined) };
    expect(await saidOf('http://news.example/', { wordpress: mute })).toContain('did not answer within 30 seconds');
  });

  it('gets no password in clear', async () => {
    const login = { user: 'mara', password: 'abcd efgh' };
    const said = await saidOf('http://news.example/', { wordpress: { allowPrivate: false, login, since: null } });
    expect([said.includes('in clear'), said.includes('abcd')]).toEqual([true, false]);
  });
});
