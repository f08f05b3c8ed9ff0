import { GraphQLError, type GraphQLSchema } from 'graphql';
import { MongoClient, MongoNetworkError, MongoServerError } from 'mongodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { ContentError } from '#errors.ts';
import type * as Support from './_gateway.ts';

// Yoga and envelop look at NODE_ENV when they are loaded: `development` is where they would show stacks.
process.env['NODE_ENV'] = 'development';
let support: typeof Support;
beforeAll(async () => {
  support = await import('./_gateway.ts');
});

const RESPONSE_JSON = { accept: 'application/graphql-response+json' };
const fails = (error: unknown) => () => {
  throw error;
};

describe.each([true, false])('a failure of ours (production: %s)', (production) => {
  const secret = new Error('connect 10.0.0.7:27017 /srv/masthead/app.ts', { cause: new Error('deep cause') });

  test.each([
    ['an error', secret],
    [
      'a GraphQL error without our code',
      new GraphQLError('10.0.0.7 secret', { extensions: { code: 'X', stack: 'at' } }),
    ],
    ['a wrapped error', new GraphQLError('10.0.0.7', { originalError: secret })],
    ['a string', '10.0.0.7'],
    ['nothing at all', undefined],
  ])('%s in a resolver is masked and costs that field alone', async (_, error) => {
    const gateway = support.smallGateway({ production, resolvers: { throws: fails(error) } });
    const response = await gateway.post({ query: '{ ok throws }' });
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        errors: [
          {
            message: 'Something went wrong',
            locations: [{ line: 1, column: 6 }],
            path: ['throws'],
            extensions: { code: 'INTERNAL' },
          },
        ],
        data: { ok: 'fine', throws: null },
      },
    ]);
  });

  test('in the making of the context is masked with 500', async () => {
    const gateway = support.smallGateway({ production, createContext: fails(secret) });
    const response = await gateway.post({ query: '{ ok }' });
    expect([response.status, await response.json()]).toEqual([
      500,
      { errors: [{ message: 'Something went wrong', extensions: { code: 'INTERNAL' } }] },
    ]);
  });

  test('is logged with its causes, once where one failure met many fields', async () => {
    const gateway = support.smallGateway({ production, resolvers: { throws: fails(secret), also: fails(secret) } });
    await gateway.post({ query: '{ throws a: throws also }' }, { 'x-request-id': 'r-9' });
    const failures = gateway.lines.filter(({ event }) => event === 'failed');
    expect(failures).toEqual([
      expect.objectContaining({
        level: 'error',
        requestId: 'r-9',
        path: 'throws',
        cause: expect.objectContaining({
          message: secret.message,
          stack: expect.stringContaining('mask-errors.test.ts'),
          cause: expect.objectContaining({ message: 'deep cause' }),
        }),
      }),
    ]);
  });
});

describe('a refusal', () => {
  test('is shown with its code, also from within a GraphQL error', async () => {
    const refusal = new ContentError('BAD_CURSOR', 'after: belongs to another list', { cause: new Error('hidden') });
    const wrapped = new GraphQLError('hidden', { originalError: refusal });
    const gateway = support.smallGateway({
      production: true,
      resolvers: { throws: fails(refusal), also: fails(wrapped) },
    });
    // The schema's answer; the test below it would fail on any other shape.
    const { errors } = (await (await gateway.post({ query: '{ throws also }' })).json()) as { errors: GraphQLError[] };
    expect(errors.map(({ message, extensions }) => [message, extensions])).toEqual([
      ['after: belongs to another list', { code: 'BAD_CURSOR' }],
      ['after: belongs to another list', { code: 'BAD_CURSOR' }],
    ]);
  });

  test('before execution has the status of its code', async () => {
    const refusing = (code: 'RATE_LIMITED' | 'TOO_COMPLEX'): Promise<Response> =>
      support
        .smallGateway({ plugins: [{ onExecute: fails(new ContentError(code, 'refused')) }] })
        .post({ query: '{ ok }' });
    expect((await refusing('RATE_LIMITED')).status).toBe(429);
    expect((await refusing('TOO_COMPLEX')).status).toBe(400);
  });
});

/** The driver's own error where nothing listens. */
async function noServer(): Promise<unknown> {
  await using client = new MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 50 });
  return client
    .db()
    .command({ ping: 1 })
    .catch((error: unknown) => error);
}
const selection = await noServer();

describe('the database', () => {
  const expired = new MongoServerError({ message: 'operation exceeded time limit', code: 50 });
  const stepDown = new MongoServerError({ message: 'not primary', code: 10_107 });
  const labelled = new MongoServerError({ message: 'x', errorLabels: ['RetryableReadError'] });

  test.each([
    ['a network error', new MongoNetworkError('connect ECONNREFUSED 10.0.0.7'), 'UNAVAILABLE'],
    ['no server found', selection, 'UNAVAILABLE'],
    ['a node that is not primary any more', stepDown, 'UNAVAILABLE'],
    ['a retryable error', labelled, 'UNAVAILABLE'],
    ['a network error as cause', new Error('load', { cause: selection }), 'UNAVAILABLE'],
    ['MaxTimeMSExpired', expired, 'TIMEOUT'],
    ['a duplicate key', new MongoServerError({ message: 'dup 10.0.0.7', code: 11_000 }), 'INTERNAL'],
    ["another library's code 50", Object.assign(new Error('x'), { code: 50 }), 'INTERNAL'],
  ])('%s has its code and no details', async (_, error, code) => {
    const response = await support
      .smallGateway({ resolvers: { throws: fails(error) } })
      .post({ query: '{ ok throws }' });
    const text = await response.text();
    expect([response.status, text]).toEqual([200, expect.stringContaining(`"code":"${code}"`)]);
    expect(text).not.toMatch(/10\.0\.0\.7|127\.0\.0\.1|time limit|primary/);
  });

  test('away for every root field is 503, for some it is 200', async () => {
    const gateway = support.smallGateway({
      resolvers: { throws: fails(selection), also: fails(selection), strict: fails(selection), count: fails(expired) },
    });
    const statuses: number[] = [];
    for (const query of [
      '{ throws also }',
      '{ ok strict }',
      '{ ok throws }',
      '{ throws count }',
      '{ throws __typename }',
    ]) {
      statuses.push((await gateway.post({ query })).status);
    }
    expect(statuses).toEqual([503, 503, 200, 200, 200]);
    const answer = await gateway.post({ query: '{ throws }' }, RESPONSE_JSON);
    expect([answer.status, await support.codesOf(answer)]).toEqual([503, ['UNAVAILABLE']]);
  });
});

/** What parsing, validation and variables answer to in both media types, and the one error. */
async function ask(production: boolean, body: object, schema?: GraphQLSchema): Promise<readonly unknown[]> {
  const gateway = support.smallGateway({ production, ...(schema && { schema }) });
  const plain = await gateway.post(body, { accept: 'application/json' });
  const strict = await gateway.post(body, RESPONSE_JSON);
  const answer: unknown = await strict.json();
  expect(await plain.json()).toEqual(answer);
  return [plain.status, strict.status, answer];
}

describe("GraphQL's own errors", () => {
  test('of parsing are given in full, in production by code and location', async () => {
    const error = (message: string): object => ({
      errors: [{ message, locations: [{ line: 1, column: 9 }], extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
    });
    const full = error('Syntax Error: Expected Name, found Int "42".');
    expect(await ask(false, { query: '{ ok  x 42 }' })).toEqual([200, 400, full]);
    expect(await ask(true, { query: '{ ok  x 42 }' })).toEqual([200, 400, error('The document is not GraphQL')]);
  });

  test('of validation are given in full with suggestions, in production by code and location', async () => {
    const error = (message: string): object => ({
      errors: [{ message, locations: [{ line: 1, column: 3 }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    const full = 'Cannot query field "counts" on type "Query". Did you mean "count"?';
    expect(await ask(false, { query: '{ counts }' })).toEqual([200, 400, error(full)]);
    expect(await ask(true, { query: '{ counts }' })).toEqual([200, 400, error('The document does not fit the schema')]);
  });

  test('stay the same when the same document comes again', async () => {
    const gateway = support.smallGateway();
    const answers: string[] = [];
    for (let i = 0; i < 3; i++) answers.push(await (await gateway.post({ query: '{ counts }' })).text());
    expect(new Set(answers).size).toBe(1);
  });

  test('of variables name the variable, in production without its value', async () => {
    const body = { query: 'query ($a: Int!) { sum(a: $a) }', variables: { a: 'secret-marker' } };
    const [plain, strict, answer] = await ask(true, body);
    expect([plain, strict, answer]).toEqual([
      200,
      400,
      {
        errors: [
          {
            message: 'Variable "$a" is not valid',
            locations: [{ line: 1, column: 8 }],
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      },
    ]);
    const open = JSON.stringify(await ask(false, body));
    expect(open).toContain('Int cannot represent non-integer value');
    expect(open).toContain('BAD_USER_INPUT');
  });

  test('of an argument that a variable made null are the fault of the input', async () => {
    const body = { query: 'query ($a: Int) { ok sum(a: $a) }', variables: { a: null } };
    for (const production of [true, false]) {
      const response = await support.smallGateway({ production }).post(body);
      expect([response.status, await support.codesOf(response)]).toEqual([200, ['BAD_USER_INPUT']]);
    }
  });

  test('of a value that does not fit its type are a failure of ours', async () => {
    const gateway = support.smallGateway({ resolvers: { count: () => 'secret-marker' } });
    const response = await gateway.post({ query: '{ count }' });
    const text = await response.text();
    expect(text).toContain('INTERNAL');
    expect(text).not.toContain('secret-marker');
  });
});
