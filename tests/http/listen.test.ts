import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { StartError } from '#errors.ts';
import { type Listening, listen } from '#http/listen.ts';
import { smallGateway } from './_gateway.ts';

const HOST = '127.0.0.1';

/** A gateway whose field `ok` waits until it is released. */
async function slowServer() {
  const reached = Promise.withResolvers<null>();
  const release = Promise.withResolvers<null>();
  const gateway = smallGateway({
    resolvers: {
      ok: async () => {
        reached.resolve(null);
        await release.promise;
        return 'late';
      },
    },
  });
  const server = await listen(gateway.handler, { port: 0, host: HOST });
  return {
    server,
    origin: `http://${HOST}:${server.port}`,
    reached: reached.promise,
    release: () => release.resolve(null),
  };
}

/** Asks through one agent, so that a connection is used again. */
function ask(agent: Agent, url: string): Promise<{ status: number | undefined; connection: string | undefined }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number | undefined;
    connection: string | undefined;
  }>();
  const req = request(url, { agent }, (res) => {
    void text(res).then(() => resolve({ status: res.statusCode, connection: res.headers.connection }));
  });
  req.once('error', reject);
  req.end();
  return promise;
}

test('a port that is taken is told in one sentence', async () => {
  const first: Listening = await listen(() => {}, { port: 0, host: HOST });
  const second = listen(() => {}, { port: first.port, host: HOST });
  await expect(second).rejects.toEqual(
    new StartError(`Port ${first.port} is taken: stop what listens there, or set PORT to another one.`),
  );
  await first.stop(0);
});

test('a host that is not of this machine is told in one sentence', async () => {
  const listening = listen(() => {}, { port: 0, host: '192.0.2.1' });
  await expect(listening).rejects.toThrow('192.0.2.1 is no address of this machine: set HOST to one that is.');
});

test('stopping answers what runs, says 503 at /ready meanwhile, and then takes no connection', async () => {
  const { server, origin, reached, release } = await slowServer();
  const running = fetch(`${origin}/graphql?query={ok}`);
  await reached;
  const stopped = server.stop(5000);
  const ready = await fetch(`${origin}/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping' }]);
  release();
  expect(await (await running).json()).toEqual({ data: { ok: 'late' } });
  await stopped;
  await expect(fetch(`${origin}/health`)).rejects.toThrow('fetch failed');
});

test('stopping closes connections that are kept for later', async () => {
  const { server, origin } = await slowServer();
  const agent = new Agent({ keepAlive: true });
  expect(await ask(agent, `${origin}/health`)).toEqual({ status: 200, connection: 'keep-alive' });
  const started = performance.now();
  await server.stop(5000);
  expect(performance.now() - started).toBeLessThan(1000);
  agent.destroy();
});

test('stopping does not wait beyond its grace', async () => {
  const { server, origin, reached } = await slowServer();
  const cut = fetch(`${origin}/graphql?query={ok}`).then(
    () => 'answered',
    () => 'cut',
  );
  await reached;
  await server.stop(50);
  expect(await cut).toBe('cut');
});
