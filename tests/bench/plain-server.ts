import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { createPlainContext, type PlainContext } from './plain-data.ts';
import './plain-blocks.ts';
import { builder } from './plain-schema.ts';

/**
 * The reference of the bench: Yoga and Pothos as their guides show them, with DataLoader, without projection, over the same database.
 * Prints a line `{ "url" }` when it answers; with COUNT_COMMANDS=1 `/commands` tells how many commands it has sent so far.
 */
const { MONGODB_URI, SITE_URL, COUNT_COMMANDS } = z
  .object({ MONGODB_URI: z.string(), SITE_URL: z.string(), COUNT_COMMANDS: z.string().optional() })
  .parse(process.env);

const client = new MongoClient(MONGODB_URI, { monitorCommands: COUNT_COMMANDS === '1' });
await client.connect();
const db = client.db(new URL(MONGODB_URI).pathname.slice(1) || 'masthead');
let commands = 0;
client.on('commandStarted', () => void commands++);

const yoga = createYoga<object, PlainContext>({
  schema: builder.toSchema(),
  context: () => createPlainContext(db, { url: SITE_URL }),
  graphiql: false,
  logging: false,
});
const server = createServer((req, res) => {
  if (req.url === '/commands') res.end(String(commands));
  else void yoga(req, res);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on TCP');
  console.log(JSON.stringify({ url: `http://127.0.0.1:${address.port}` }));
});
