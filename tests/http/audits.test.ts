import { auditServer } from 'graphql-http';
import { expect, test } from 'vitest';
import { onSocket, smallGateway } from './_gateway.ts';

test('all 61 audits of GraphQL over HTTP pass over a socket, without a warning', async () => {
  const results = await onSocket(smallGateway(), (origin) => auditServer({ url: `${origin}/graphql` }));
  const notOk = results.filter(({ status }) => status !== 'ok').map(({ id, name, status }) => ({ id, name, status }));
  expect(notOk).toEqual([]);
  expect(results).toHaveLength(61);
});
