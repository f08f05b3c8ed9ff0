import { request as nodeRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { codesOf, onSocket, smallGateway } from './_gateway.ts';

const QUERY = '{ ok }';
const gateway = smallGateway();

/** Sends the same request in the process and through a socket, and gives the one answer that both must have had. */
async function both(path: string, init: RequestInit = {}): Promise<{ status: number; body: string; headers: Headers }> {
  const inProcess = await gateway.fetch(new Request(`http://test${path}`, init));
  const wired = await onSocket(gateway, async (origin) => {
    const response = await fetch(`${origin}${path}`, init);
    return { status: response.status, body: await response.text(), headers: response.headers };
  });
  expect([wired.status, wired.body]).toEqual([inProcess.status, await inProcess.text()]);
  return wired;
}

const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

function errorOf(body: string): { message: string; code: string } {
  // A refusal has exactly one error of this shape.
  const { errors } = JSON.parse(body) as { errors: [{ message: string; extensions: { code: string } }] };
  return { message: errors[0].message, code: errors[0].extensions.code };
}

describe('a POST', () => {
  test.each([
    ['application/x-www-form-urlencoded', 'query=%7B%20ok%20%7D'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ ok }"}\r\n--x--',
    ],
    ['text/plain', JSON.stringify({ query: QUERY })],
    ['application/graphql', QUERY],
    ['application/json; charset=iso-8859-1', JSON.stringify({ query: QUERY })],
  ])('as %s is refused with 415', async (type, body) => {
    const answer = await both('/graphql', post(body, { 'content-type': type }));
    expect((await both('/graphql', post(' '.repeat(5_000_000), { 'content-type': type }))).status).toBe(415);
    expect([answer.status, errorOf(answer.body).code]).toEqual([415, 'BAD_USER_INPUT']);
  });

  test('of up to 200 kB is answered, a byte more is refused with 413 and a GraphQL error', async () => {
    const padded = (bytes: number): string => {
      const body = JSON.stringify({ query: QUERY });
      return body + ' '.repeat(bytes - body.length);
    };
    expect((await both('/graphql', post(padded(200_000)))).status).toBe(200);
    const answer = await both('/graphql', post(padded(200_001)));
    expect([answer.status, errorOf(answer.body)]).toEqual([
      413,
      { message: 'request body: at most 200 kB', code: 'BAD_USER_INPUT' },
    ]);
    expect((await both('/graphql', post(padded(30_000_000)))).status).toBe(413);
  });

  test('in chunks without a length is held to the same 200 kB', async () => {
    const status = await onSocket(gateway, (origin) => {
      const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
      const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
      const req = nodeRequest(`${origin}/graphql`, { method: 'POST', headers }, (res) => {
        void text(res).then(() => resolve(res.statusCode));
      });
      req.once('error', reject);
      for (let i = 0; i < 30; i++) req.write(' '.repeat(10_000));
      req.end();
      return promise;
    });
    expect(status).toBe(413);
  });

  test.each([
    ['{"query": "{ secret-marker', 'request body: must be JSON'],
    ['', 'request body: must be JSON'],
    ['null', 'request body: must be a JSON object'],
    ['"secret-marker"', 'request body: must be a JSON object'],
    ['[{"query":"{ ok }"}]', 'request body: one operation, batches are not offered'],
    ['{"variables":{}}', 'query: must be a string'],
    ['{"query":"{ ok }","variables":["secret-marker"]}', 'variables: must be an object'],
    ['{"query":"{ ok }","extensions":"secret-marker"}', 'extensions: must be an object'],
    ['{"query":"{ ok }","operationName":7}', 'operationName: must be a string'],
    ['{"query":"{ ok }","operationName":"secretMarker"}', 'operationName: must name one operation of the document'],
    ['{"query":"query A { ok } query B { ok }"}', 'operationName: must name one operation of the document'],
  ])('of %s is refused with 400, without repeating it', async (body, message) => {
    const answer = await both('/graphql', post(body));
    expect([answer.status, errorOf(answer.body)]).toEqual([400, { message, code: 'BAD_USER_INPUT' }]);
  });

  test('that is not UTF-8 is refused with 400', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]);
    const headers = { 'content-type': 'application/json' };
    expect((await both('/graphql', { method: 'POST', headers, body })).status).toBe(400);
  });

  test('of a persisted query is told that there are none', async () => {
    const answer = await both('/graphql', post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ab"}}}'));
    expect(errorOf(answer.body)).toEqual({
      message: 'PersistedQueryNotSupported',
      code: 'PERSISTED_QUERY_NOT_SUPPORTED',
    });
  });
});

describe('a GET', () => {
  test('runs a query', async () => {
    const answer = await both(
      `/graphql?query=${encodeURIComponent('query ($a: Int!) { sum(a: $a) }')}&variables={"a":40}`,
    );
    expect([answer.status, answer.body]).toEqual([200, '{"data":{"sum":42}}']);
  });

  test('does not run a mutation', async () => {
    let touched = false;
    const touching = smallGateway({ resolvers: { touch: () => (touched = true) } });
    const response = await touching.fetch(new Request('http://test/graphql?query=mutation{touch}'));
    expect([response.status, response.headers.get('allow'), touched]).toEqual([405, 'POST', false]);
    expect((await touching.post({ query: 'mutation { touch }' })).status).toBe(200);
    expect(touched).toBe(true);
  });

  test.each(['variables={secret-marker', 'variables=[1]', 'variables="x"', 'extensions={', 'extensions=1'])(
    'with %s is refused with 400',
    async (parameter) => {
      const answer = await both(`/graphql?query={ok}&${parameter}`);
      expect(answer.status).toBe(400);
      expect(answer.body).not.toContain('secret-marker');
    },
  );

  test('with an address beyond 16,000 characters is refused with 414', async () => {
    expect((await both(`/graphql?query={ok}&x=${'x'.repeat(15_000)}`)).status).toBe(200);
    const answer = await both(`/graphql?query={ok}&x=${'x'.repeat(16_000)}`);
    expect([answer.status, errorOf(answer.body).code]).toEqual([414, 'BAD_USER_INPUT']);
  });
});

test.each(['PUT', 'PATCH', 'DELETE', 'HEAD'])('%s is refused with 405', async (method) => {
  const answer = await both('/graphql', { method });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS']);
});

test('a subscription is refused, and asking for an event stream leaves none open', async () => {
  for (const accept of ['text/event-stream', 'multipart/mixed']) {
    const answer = await both('/graphql', post(JSON.stringify({ query: QUERY }), { accept }));
    expect([answer.status, errorOf(answer.body).code]).toEqual([406, 'BAD_USER_INPUT']);
  }
  const streaming = smallGateway({
    schema: await import('graphql').then((g) =>
      g.buildSchema('type Query { ok: String } type Subscription { tick: Int }'),
    ),
  });
  const accept = 'text/event-stream, application/json';
  const response = await streaming.post({ query: 'subscription { tick }' }, { accept });
  expect([response.status, await codesOf(response)]).toEqual([400, ['BAD_USER_INPUT']]);
});

describe('the request id', () => {
  const echoed = async (id: string): Promise<string | null> =>
    (await both('/health', { headers: { 'x-request-id': id } })).headers.get('x-request-id');

  test('is taken over if it is sane, else made', async () => {
    expect(await echoed('edge-7:abc.1_2')).toBe('edge-7:abc.1_2');
    for (const odd of ['', 'a b', '<script>', 'x'.repeat(101)]) expect(await echoed(odd)).toMatch(/^[\da-f-]{36}$/);
  });

  test('reaches the resolvers', async () => {
    const response = await gateway.post({ query: '{ requestId }' }, { 'x-request-id': 'r-1' });
    expect(await response.json()).toEqual({ data: { requestId: 'r-1' } });
  });
});

test('resolvers get a signal that is aborted when the caller goes', async () => {
  const aborted = Promise.withResolvers<string>();
  const slow = smallGateway({
    resolvers: {
      ok: (_, { signal }) => {
        const { promise, resolve } = Promise.withResolvers<null>();
        signal.addEventListener('abort', () => {
          aborted.resolve('aborted');
          resolve(null);
        });
        reached.resolve(null);
        return promise;
      },
    },
  });
  const reached = Promise.withResolvers<null>();
  await onSocket(slow, async (origin) => {
    const caller = new AbortController();
    const asked = fetch(`${origin}/graphql?query={ok}`, { signal: caller.signal }).catch(() => null);
    await reached.promise;
    caller.abort();
    await asked;
    expect(await aborted.promise).toBe('aborted');
  });
});

test('what is no HTTP is answered 400 and the server lives on', async () => {
  const answer = await onSocket(gateway, async (origin) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.write('nonsense\r\n\r\n');
    const said = await text(socket);
    expect((await fetch(`${origin}/health`)).status).toBe(200);
    return said;
  });
  expect(answer).toMatch(/^HTTP\/1.1 400/);
});
