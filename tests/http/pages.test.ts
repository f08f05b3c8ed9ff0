import { expect, test } from 'vitest';
import type { FindPage } from '#http/pages.ts';
import { smallGateway } from './_gateway.ts';

const page = (body: string) => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body });
const get = (path: string, init: RequestInit = {}): Request => new Request(`http://test${path}`, init);

test('a page is asked for at addresses that are no route, with its query', async () => {
  const gateway = smallGateway({ pages: async ({ target }) => page(target) });
  const response = await gateway.fetch(get('/a/b?c=d'));
  expect([response.status, await response.text()]).toEqual([200, '/a/b?c=d']);
});

test('the routes of the gateway come first, and only reading methods ask for pages', async () => {
  const gateway = smallGateway({ pages: async () => page('page'), media: async () => null });
  const answers = await Promise.all([
    gateway.fetch(get('/health')),
    gateway.fetch(get('/ready')),
    gateway.fetch(get('/media/x.svg')),
    gateway.fetch(get('/graphql?query={ok}')),
    gateway.fetch(get('/', { method: 'POST', body: 'x' })),
    gateway.fetch(get('/', { method: 'DELETE' })),
  ]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).not.toContain('page');
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 200, 404, 404]);
});

test('a HEAD gets the headers alone', async () => {
  const gateway = smallGateway({ pages: async () => page('page') });
  const response = await gateway.fetch(get('/', { method: 'HEAD' }));
  expect([response.status, await response.text()]).toEqual([200, '']);
});

test('where there is no page the answer is the usual 404', async () => {
  const response = await smallGateway({ pages: async () => null }).fetch(get('/x'));
  expect([response.status, await response.json()]).toEqual([404, { error: 'not found; the API is at /graphql' }]);
});

test('a page that fails is an error without its reason, logged with it', async () => {
  const gateway = smallGateway({
    pages: async () => {
      throw new Error('secret-marker');
    },
  });
  const response = await gateway.fetch(get('/x'));
  expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('secret-marker')]);
  expect(JSON.stringify(gateway.lines)).toContain('secret-marker');
});

const runs =
  (document: string, variables = {}): FindPage =>
  async (_, run) =>
    page(JSON.stringify(await run(document, variables)));

test('a page runs operations with variables and is told their cost, also where answers do not show it', async () => {
  const gateway = smallGateway({ pages: runs('query ($a: Int!) { sum(a: $a) }', { a: 40 }) });
  expect(await (await gateway.fetch(get('/'))).json()).toEqual({
    data: { sum: 42 },
    errors: [],
    cost: { commands: 3, rounds: 2 },
  });
});

test('its operations carry the id of the request', async () => {
  const gateway = smallGateway({ pages: runs('{ requestId }') });
  const response = await gateway.fetch(get('/', { headers: { 'x-request-id': 'visit-7' } }));
  expect(await response.json()).toMatchObject({ data: { requestId: 'visit-7' } });
});

test('its operations meet the same masks and limits as any others', async () => {
  const throwing = smallGateway({
    pages: runs('{ throws }'),
    resolvers: {
      throws: () => {
        throw new Error('secret-marker');
      },
    },
  });
  const answer = await (await throwing.fetch(get('/'))).text();
  expect(answer).toContain('"code":"INTERNAL"');
  expect(answer).not.toContain('secret-marker');
  const deep = smallGateway({ pages: runs(`{ ${'tree { '.repeat(60)} leaf ${'}'.repeat(61)}`) });
  expect(await (await deep.fetch(get('/'))).json()).toMatchObject({
    data: null,
    errors: [{ extensions: { code: 'TOO_COMPLEX' } }],
    cost: { commands: 0, rounds: 0 },
  });
});
