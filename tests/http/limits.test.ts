import { getIntrospectionQuery } from 'graphql';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf, onSocket, smallGateway } from './_gateway.ts';

const nested = (levels: number): string => `{ ${'tree { '.repeat(levels - 1)}leaf${' }'.repeat(levels - 1)} }`;

describe('a document', () => {
  const gateway = smallGateway();

  test('12 levels deep is answered, 13 are refused with 400 in every media type', async () => {
    expect((await gateway.post({ query: nested(12) })).status).toBe(200);
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const response = await gateway.post({ query: nested(13) }, { accept });
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        errors: [{ message: 'document: at most 12 levels deep', extensions: { code: 'TOO_COMPLEX' } }],
      });
    }
  });

  test('is measured with its fragments spread', async () => {
    const fragments = `{ ...A } fragment A on Query { tree { ...B } } fragment B on Tree { ${nested(12).slice(2, -2)} }`;
    expect(await codesOf(await gateway.post({ query: fragments }))).toEqual(['TOO_COMPLEX']);
  });

  test('whose fragments hold each other is invalid and does no harm', async () => {
    const query = '{ tree { ...A } } fragment A on Tree { tree { ...B } } fragment B on Tree { tree { ...A } }';
    expect(await codesOf(await gateway.post({ query }))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  test('whose fragments multiply beyond 5,000 fields is refused at once', async () => {
    const letters = 'ABCDEFGHIJ';
    const fragments = [...letters].map((name, i) => {
      const next = letters[i + 1] ? `...${letters[i + 1]}` : 'leaf';
      return `fragment ${name} on Tree { ${[1, 2, 3, 4].map((n) => `t${n}: tree { ${next} }`).join(' ')} }`;
    });
    const started = performance.now();
    const response = await gateway.post({ query: `{ tree { ...A } } ${fragments.join(' ')}` });
    expect([response.status, await codesOf(response)]).toEqual([400, ['TOO_COMPLEX']]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('of 2,000 tokens is answered, of 2,001 refused', async () => {
    const aliases = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}: ok`).join(' ');
    // Two braces, three tokens an alias, one for a field without.
    expect((await gateway.post({ query: `{ ${aliases(665)} ok also x: ok }` })).status).toBe(400);
    expect((await gateway.post({ query: `{ ${aliases(665)} ok also }` })).status).toBe(200);
    const response = await gateway.post({ query: `{ ${aliases(667)} }` });
    expect([response.status, await response.json()]).toEqual([
      400,
      { errors: [{ message: 'document: at most 2,000 tokens', extensions: { code: 'TOO_COMPLEX' } }] },
    ]);
  });

  test.each([4000, 40_000, 60_000])('nested %i times over is refused with 400', async (times) => {
    for (const query of ['{a'.repeat(times), `{ ok(x: ${'['.repeat(times)}`, `{ ok @a(x: ${'{a:'.repeat(times)}`]) {
      const response = await gateway.post({ query }, { accept: 'application/graphql-response+json' });
      expect([response.status, await codesOf(response)]).toEqual([400, ['TOO_COMPLEX']]);
    }
  });

  test('with the introspection of GraphiQL is answered, deeper introspection is not', async () => {
    const options = { inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true, oneOf: true };
    expect(await codesOf(await gateway.post({ query: getIntrospectionQuery(options) }))).toEqual([]);
    const deep = `{ __schema { types { fields { type { ${'ofType { '.repeat(17)}name${' }'.repeat(17)} } } } } }`;
    expect(await codesOf(await gateway.post({ query: deep }))).toEqual(['TOO_COMPLEX']);
  });

  test('is refused before a context is made and before anything runs', async () => {
    let made = 0;
    const counting = smallGateway({
      createContext: ({ requestId, signal }) => {
        made++;
        return { requestId, signal };
      },
    });
    await counting.post({ query: nested(13) });
    await counting.post({ query: '{ nothing }' });
    expect(made).toBe(0);
    await counting.post({ query: '{ ok also }' });
    expect(made).toBe(1);
  });
});

test('variables nested 90,000 times over are refused with 400 and harm nothing', async () => {
  const deep = `${'['.repeat(90_000)}${']'.repeat(90_000)}`;
  const body = `{"query":"query ($a: Int!) { sum(a: $a) }","variables":{"a":${deep}}}`;
  const response = await smallGateway().post(body, { accept: 'application/graphql-response+json' });
  expect([response.status, await codesOf(response)]).toEqual([400, ['BAD_USER_INPUT']]);
});

test('the same limits hold behind a socket', async () => {
  const answers = await onSocket(smallGateway(), (origin) =>
    Promise.all(
      [nested(12), nested(13), '{a'.repeat(4000)].map(async (query) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).status;
      }),
    ),
  );
  expect(answers).toEqual([200, 400, 400]);
});

test('no text as a document ever leads to a failure of ours', async () => {
  const gateway = smallGateway();
  const scraps = fc.constantFrom(
    '{',
    '}',
    '(',
    ')',
    'ok',
    'tree',
    '...',
    'on',
    '$a',
    ':',
    '[',
    '"',
    '"""',
    '@skip',
    'query',
    '\u0000',
    '1e9',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(scraps, { maxLength: 30 }).map((parts) => parts.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (query) => {
      const response = await gateway.post({ query }, { accept: 'application/graphql-response+json' });
      expect([200, 400]).toContain(response.status);
      expect(await codesOf(response)).not.toContain('INTERNAL');
    }),
    { numRuns: 300 },
  );
});
