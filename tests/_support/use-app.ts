import { randomUUID } from 'node:crypto';
import type { Db, Document } from 'mongodb';
import { afterAll, beforeAll, expect } from 'vitest';
import { createApp, type App } from '#app.ts';
import { parseConfig } from '#config.ts';
import type { ImportedItem } from '#content/imported-item.ts';
import { createWriter, type Outcome, type Writer } from '#content/write.ts';
import { silentLog } from '#log.ts';
import type { BeforeRead } from '#mongo/reads.ts';
import { createRelatedHandler } from '#related/related-handler.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { ndjson } from './make/items.ts';

interface Answer {
  // Whatever the document asked for: the assertions say what it must be.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
  readonly cost: { readonly commands: number; readonly rounds: number; readonly documents: number };
}

export interface AppFixture {
  readonly app: App;
  readonly db: Db;
  readonly uri: string;
  readonly writer: Writer;
  /** Writes as an NDJSON file would. */
  write(items: readonly ImportedItem[]): Promise<readonly Outcome[]>;
  /** One operation through the front door. */
  execute(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** What the app sends to the database on behalf of readers while `act` runs, as it is sent. */
  sentBy(act: () => Promise<unknown>): Promise<readonly Document[]>;
  /** The instant of the requests that follow. */
  setNow(now: Date): void;
  /** Milliseconds by which the clock of deadlines is ahead from now on. */
  setClockAhead(ms: number): void;
  /** Called before each read from now on; null: nothing. */
  setBeforeRead(act: BeforeRead | null): void;
}

/** 1 March 2026, 12:00 UTC: three hours after the makers' articles were published. */
export const NOON = new Date('2026-03-01T12:00:00.000Z');

/** An app on a database of the test file's own; rows refuse unprojected properties. Read its members inside tests only. */
export function useApp(): AppFixture {
  let database: TestDatabase | undefined;
  let app: App | undefined;
  let writer: Writer | undefined;
  let now = NOON;
  let ahead = 0;
  let beforeRead: BeforeRead | null = null;
  let sent: Document[] = [];
  const sentFor = new Map<string, number>();
  const open = <Part>(part: Part | undefined): Part => {
    if (!part) throw new Error('the app is opened before the first test');
    return part;
  };
  beforeAll(async () => {
    database = await createTestDatabase();
    writer = createWriter({ ...database, now: () => now, afterCommit: [createRelatedHandler(database)] });
    app = await createApp({
      config: parseConfig({ MONGODB_URI: database.uri, DEBUG_COST: '1', SITE_URL: 'https://tidings.example' }),
      log: silentLog(),
      now: () => now,
      clock: () => performance.now() + ahead,
      beforeRead: async (command) => beforeRead?.(command),
      onCommand(command) {
        // Reads for a request carry a comment that begins with its id.
        const { comment } = command;
        if (typeof comment !== 'string') return;
        sent.push(command);
        const [requestId = ''] = comment.split(' ');
        sentFor.set(requestId, (sentFor.get(requestId) ?? 0) + 1);
      },
      strictRows: true,
    });
  });
  afterAll(async () => {
    await app?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });
  return {
    get app() {
      return open(app);
    },
    get db() {
      return open(database).db;
    },
    get uri() {
      return open(database).uri;
    },
    get writer() {
      return open(writer);
    },
    write: (items) => open(writer).write(items, ndjson),
    async execute(query, variables = {}) {
      const requestId = randomUUID();
      const response = await open(app).fetch(
        new Request('http://app/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-request-id': requestId },
          body: JSON.stringify({ query, variables }),
        }),
      );
      const { data, errors, extensions } = await response.json();
      const cost = extensions?.mongo;
      // What the gateway tells of itself is what the driver has really sent, a retry or a getMore included.
      if (cost) expect(cost.commands).toBe(sentFor.get(requestId) ?? 0);
      sentFor.delete(requestId);
      return { data, ...(errors && { errors }), cost };
    },
    async sentBy(act) {
      sent = [];
      await act();
      return sent;
    },
    setNow(instant) {
      now = instant;
    },
    setClockAhead(ms) {
      ahead = ms;
    },
    setBeforeRead(act) {
      beforeRead = act;
    },
  };
}
