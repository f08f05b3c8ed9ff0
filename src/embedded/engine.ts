import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Long, ObjectId, type Document } from 'bson';
import { clusterTime } from './change-stream.ts';
import type { ServerFacts } from './commands/command.ts';
import { serveConnection } from './connection.ts';
import { CursorStore } from './cursors.ts';
import { Database } from './database.ts';
import { Dispatcher } from './dispatcher.ts';
import { deleteExpired } from './expiry.ts';
import { loadMingo } from './expressions.ts';
import { Store } from './store.ts';

export interface EngineOptions {
  readonly path?: string;
  readonly port?: number;
  readonly host?: string;
}

const SET_NAME = 'embedded';
/** MongoDB 8.0's. */
const WIRE_VERSION = 25;
const SWEEP_MS = 60_000;
const WARM_UP_MS = 1_000;

export interface Engine {
  readonly uri: string;
  close(): Promise<void>;
}

/** Opens the database and listens, on the thread that calls it. */
export async function startEngine({ path, port = 0, host = '127.0.0.1' }: EngineOptions): Promise<Engine> {
  const file = path ?? join(mkdtempSync(join(tmpdir(), 'embedded-mongo-')), 'data.db');
  const database = new Database(file, path !== undefined);
  const closeDatabase = (): void => {
    database.close();
    if (path === undefined) rmSync(dirname(file), { recursive: true, force: true });
  };
  const sockets = new Set<Socket>();
  const net = createServer();
  try {
    await listen(net, port, host);
  } catch (error) {
    closeDatabase();
    throw error;
  }
  const cursors: CursorStore = new CursorStore(() => clusterTime(store.oplog.last));
  const store = new Store(database, () => cursors.notify());
  const facts = serverFacts(host, (net.address() as AddressInfo).port, store, sockets); // it listens on TCP
  const dispatcher = new Dispatcher(store, cursors, facts);
  let connections = 0;
  net.on('connection', (socket) => {
    const id = ++connections;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serveConnection(socket, {
      answer: (request) => dispatcher.answer(request, id),
      hello: () =>
        dispatcher.answer(
          { id: 0, legacy: false, command: { hello: 1 }, documents: [], silent: false, exhaust: false },
          id,
        ),
    });
  });
  const sweep = setInterval(() => deleteExpired(store, new Date()), SWEEP_MS).unref();
  // Not needed to start, and not while the first queries come in.
  const warmUp = setTimeout(loadMingo, WARM_UP_MS).unref();
  return {
    uri: `mongodb://${facts.address}/?replicaSet=${SET_NAME}`,
    async close() {
      clearInterval(sweep);
      clearTimeout(warmUp);
      cursors.closeAll();
      for (const socket of sockets) socket.destroy();
      net.close();
      await once(net, 'close');
      dispatcher.close();
      closeDatabase();
    },
  };
}

async function listen(net: Server, port: number, host: string): Promise<void> {
  net.listen(port, host);
  await once(net, 'listening');
}

function serverFacts(host: string, port: number, store: Store, sockets: ReadonlySet<Socket>): ServerFacts {
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const processId = new ObjectId();
  const electionId = electionIdOf(Date.now());
  return {
    address,
    setName: SET_NAME,
    get openConnections() {
      return sockets.size;
    },
    hello: (connection): Document => ({
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      secondary: false,
      setName: SET_NAME,
      setVersion: 1,
      hosts: [address],
      primary: address,
      me: address,
      electionId,
      topologyVersion: { processId, counter: Long.ONE },
      lastWrite: { opTime: { ts: clusterTime(store.oplog.last), t: Long.ONE }, lastWriteDate: new Date() },
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      localTime: new Date(),
      logicalSessionTimeoutMinutes: 30,
      connectionId: connection,
      minWireVersion: 0,
      maxWireVersion: WIRE_VERSION,
      readOnly: false,
    }),
  };
}

/**
 * Grows with the time in milliseconds: a client that is told an older one than it knows takes the server for one that was replaced, and an
 * ObjectId of the usual kind is in no order with others of its second.
 */
function electionIdOf(time: number): ObjectId {
  return new ObjectId(time.toString(16).padStart(12, '0').padEnd(24, '0'));
}
