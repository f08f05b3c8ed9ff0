import { describe, expect, test, vi } from 'vitest';
import { ContentError } from '#errors.ts';
import { smallGateway } from './_gateway.ts';

const get = (path: string, headers: Record<string, string> = {}): Request =>
  new Request(`http://test${path}`, { headers });

describe('cross-origin reading', () => {
  const open = smallGateway({ corsOrigins: ['https://news.example'] });
  const corsOf = ({ headers }: Response): Record<string, string> =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control') || name === 'vary'));

  test('is offered to a listed origin, without credentials', async () => {
    const response = await open.fetch(get('/graphql?query={ok}', { origin: 'https://news.example' }));
    expect(corsOf(response)).toEqual({
      'access-control-allow-origin': 'https://news.example',
      'access-control-expose-headers': 'x-request-id',
      vary: 'Origin',
    });
  });

  test.each(['https://evil.example', 'https://news.example.evil.example', 'http://news.example', 'null'])(
    'is not offered to %s, whether it asks first or not',
    async (origin) => {
      const headers = { origin, 'access-control-request-method': 'POST' };
      const preflight = await open.fetch(new Request('http://test/graphql', { method: 'OPTIONS', headers }));
      expect(corsOf(await open.fetch(get('/graphql?query={ok}', { origin })))).toEqual({ vary: 'Origin' });
      expect([preflight.status, corsOf(preflight)]).toEqual([204, { vary: 'Origin' }]);
    },
  );

  test('is offered to no one by default', async () => {
    const response = await smallGateway().fetch(get('/graphql?query={ok}', { origin: 'http://test' }));
    expect(corsOf(response)).toEqual({ vary: 'Origin' });
  });

  test('is told to a listed origin that asks first', async () => {
    const headers = { origin: 'https://news.example', 'access-control-request-method': 'POST' };
    const response = await open.fetch(new Request('http://test/graphql', { method: 'OPTIONS', headers }));
    expect([response.status, corsOf(response)]).toEqual([
      204,
      {
        'access-control-allow-origin': 'https://news.example',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'content-type, x-request-id',
        'access-control-expose-headers': 'x-request-id',
        'access-control-max-age': '600',
        vary: 'Origin',
      },
    ]);
  });

  test('lets a refusal be read as well', async () => {
    const response = await open.fetch(get('/graphql', { origin: 'https://news.example' }));
    expect([response.status, corsOf(response)['access-control-allow-origin']]).toEqual([400, 'https://news.example']);
  });
});

describe('GraphiQL', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  const tabs = [{ name: 'Marker', document: '# What is new\nquery Marker { ok }', variables: '{"first":3}' }];
  const gateway = smallGateway({ graphiql: true, tabs });

  test('is a page with the tabs that were given, for browsers', async () => {
    const response = await gateway.fetch(get('/graphql', browser));
    const html = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain(JSON.stringify([{ query: tabs[0]?.document, variables: '{"first":3}' }]).slice(1, -1));
  });

  test('loads nothing from elsewhere and runs its one script only', async () => {
    const response = await gateway.fetch(get('/graphql', browser));
    const html = await response.text();
    expect(html.match(/<(script|link|img|iframe)\b[^>]*\b(src|href)="https?:[^>]*>/g)).toBeNull();
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]{44}' blob:;/);
    expect(policy).not.toMatch(/https?:|unsafe-eval/);
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });

  test('is sent once: unchanged it is 304', async () => {
    const first = await gateway.fetch(get('/graphql', browser));
    const again = await gateway.fetch(
      get('/graphql', { ...browser, 'if-none-match': first.headers.get('etag') ?? '' }),
    );
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('is the page for a document in the address too, where it keeps its own', async () => {
    const response = await gateway.fetch(get('/graphql?query={ok}', browser));
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await (await gateway.fetch(get('/graphql?query={ok}'))).json()).toEqual({ data: { ok: 'fine' } });
  });

  test('is not there when it is off', async () => {
    const response = await smallGateway().fetch(get('/graphql', browser));
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
  });
});

describe('the routes', () => {
  test('/health says that the process is alive', async () => {
    const response = await smallGateway().fetch(get('/health'));
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('/ready tells which database of what kind, or what is missing', async () => {
    const ready = await smallGateway().fetch(get('/ready'));
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', database: 'masthead', kind: 'embedded' },
    ]);
    const missing = { ready: false, database: 'news', kind: 'replica set', detail: 'indexes are missing' };
    const waiting = await smallGateway({ readiness: async () => missing }).fetch(get('/ready'));
    expect([waiting.status, await waiting.json()]).toEqual([
      503,
      { status: 'not ready', database: 'news', kind: 'replica set', detail: 'indexes are missing' },
    ]);
  });

  test('/ready hides why the database does not answer, the log has it', async () => {
    const gateway = smallGateway({ readiness: () => Promise.reject(new Error('10.0.0.7 refused')) });
    const response = await gateway.fetch(get('/ready'));
    expect([response.status, await response.text()]).toEqual([503, expect.not.stringContaining('10.0.0.7')]);
    expect(JSON.stringify(gateway.lines)).toContain('10.0.0.7 refused');
  });

  test('/media/ serves what is there and never climbs', async () => {
    const asked: string[] = [];
    const gateway = smallGateway({
      media: async (path) => {
        asked.push(path);
        return path === 'harbour/old pier.svg' ? { body: Buffer.from('<svg/>'), type: 'image/svg+xml' } : null;
      },
    });
    const found = await gateway.fetch(get('/media/harbour/old%20pier.svg'));
    expect([found.status, found.headers.get('content-type'), await found.text()]).toEqual([
      200,
      'image/svg+xml',
      '<svg/>',
    ]);
    expect(found.headers.get('content-security-policy')).toContain('sandbox');
    for (const path of [
      '/media/none.svg',
      '/media/..%2f..%2fetc/passwd',
      '/media/%2e%2e%5cx',
      '/media/',
      '/media/%zz',
      '/media/%00',
    ]) {
      expect((await gateway.fetch(get(path))).status).toBe(404);
    }
    expect(asked).toEqual(['harbour/old pier.svg', 'none.svg']);
  });

  test.each([
    ['bytes=0-1', 206, 'bytes 0-1/6', '<s'],
    ['bytes=2-', 206, 'bytes 2-5/6', 'vg/>'],
    ['bytes=-3', 206, 'bytes 3-5/6', 'g/>'],
    ['bytes=4-99', 206, 'bytes 4-5/6', '/>'],
    ['bytes=9-12', 200, null, '<svg/>'],
    ['bytes=0-1,3-4', 200, null, '<svg/>'],
    ['bytes=-', 200, null, '<svg/>'],
    ['lines=1-2', 200, null, '<svg/>'],
  ])('/media/ answers to %s with status %i', async (range, status, told, body) => {
    const gateway = smallGateway({ media: async () => ({ body: Buffer.from('<svg/>'), type: 'image/svg+xml' }) });
    const part = await gateway.fetch(get('/media/pier.svg', { range }));
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([status, told, body]);
  });

  test.each(['/', '/graphql/', '/graphqlx', '/healthy', '/media/x'])('%s is 404 in JSON', async (path) => {
    const response = await smallGateway().fetch(get(path, { accept: 'text/html' }));
    expect([response.status, await response.json()]).toEqual([404, { error: 'not found; the API is at /graphql' }]);
  });
});

describe('the log', () => {
  test('has one line a request, without document text and variables', async () => {
    const gateway = smallGateway();
    const query = 'query Marker($a: Int!) { secretMarker: sum(a: $a) }';
    await gateway.post({ query, variables: { a: 987_654 } }, { 'x-request-id': 'r-1' });
    expect(gateway.lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        event: 'request',
        requestId: 'r-1',
        method: 'POST',
        status: 200,
        milliseconds: expect.any(Number),
        operation: 'Marker',
        document: expect.stringMatching(/^[\da-f]{16}$/),
        commands: 3,
        rounds: 2,
      },
    ]);
    expect(JSON.stringify(gateway.lines)).not.toMatch(/secretMarker|987654/);
  });

  test('has the line of refused requests too', async () => {
    const gateway = smallGateway();
    await gateway.post('{');
    await gateway.post({ query: '{ nothing }' });
    expect(gateway.lines.map(({ status, operation, commands }) => [status, operation, commands])).toEqual([
      [400, undefined, undefined],
      [200, null, 0],
    ]);
  });
});

describe('the cost of an operation', () => {
  test('is told only where that was asked for', async () => {
    const body = { query: '{ ok }' };
    expect(await (await smallGateway().post(body)).json()).toEqual({ data: { ok: 'fine' } });
    expect(await (await smallGateway({ debugCost: true }).post(body)).json()).toEqual({
      data: { ok: 'fine' },
      extensions: { mongo: { commands: 3, rounds: 2, documents: 40 } },
    });
  });

  test('is asked of the very object that resolvers and plugins were given', async () => {
    const made = { requestId: 'mine', signal: AbortSignal.abort() };
    const seen: unknown[] = [];
    const gateway = smallGateway({
      createContext: () => made,
      costOf: (context) => {
        seen.push(context);
        return { commands: 0, rounds: 0, documents: 0 };
      },
      plugins: [
        {
          onExecute({ args, executeFn, setExecuteFn }) {
            seen.push(args.contextValue);
            setExecuteFn((late) => {
              seen.push(late.contextValue);
              return executeFn(late);
            });
          },
        },
      ],
      resolvers: { ok: (_, context) => void seen.push(context) },
    });
    await gateway.post({ query: '{ ok }' });
    expect(seen.map((one) => one === made)).toEqual([true, true, true, true]);
  });

  test('is asked once for each context that was made, also when a plugin refuses the operation', async () => {
    let open = 0;
    const refuse = vi.fn<() => void>();
    const gateway = smallGateway({
      createContext: ({ requestId, signal }) => {
        open++;
        return { requestId, signal };
      },
      costOf: () => {
        open--;
        return { commands: 1, rounds: 1, documents: 0 };
      },
      plugins: [{ onExecute: refuse }],
    });
    await gateway.post({ query: '{ ok }' });
    refuse.mockImplementation(() => {
      throw new ContentError('TOO_COMPLEX', 'first: too many in all');
    });
    const response = await gateway.post({ query: '{ ok }' });
    await gateway.post({ query: '{ nothing }' });
    expect([open, response.status, gateway.lines.map(({ commands }) => commands)]).toEqual([0, 400, [1, 1, 0]]);
  });
});
