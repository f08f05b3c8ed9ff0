import { parentPort, workerData } from 'node:worker_threads';
import { connectMongo } from '#mongo/connect.ts';
import { obey, type Order } from './rebuild-crew.ts';
import { RebuildHand } from './rebuild-hand.ts';

const port = parentPort;
if (!port) throw new Error('rebuild-worker.ts runs in a worker thread');

const { uri, database }: { readonly uri: string; readonly database: string } = workerData;
const { client } = await connectMongo({ uri, appName: 'masthead-rebuild' });
const hand = new RebuildHand(client.db(database));

port.on('message', (order: Order) => {
  // The parent ends the thread with its work.
  obey(hand, order).then(
    () => port.postMessage(null),
    (error: unknown) => port.postMessage(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : 'failed'),
  );
});
