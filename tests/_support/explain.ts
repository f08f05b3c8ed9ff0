import { BSON, type Db, type Document } from 'mongodb';

/** What a command cost, summed over all of its parts: counters only, since the names and shapes of plans differ between versions. */
export interface Explained {
  readonly keysExamined: number;
  readonly docsExamined: number;
  readonly collectionScan: boolean;
  readonly sortInMemory: boolean;
  /** One for each `$lookup`, in order. */
  readonly lookups: readonly { readonly keysExamined: number; readonly collectionScans: number }[];
}

/** What the driver adds to a command, and explain does not take. */
const OF_THE_DRIVER = new Set(['lsid', 'txnNumber', 'maxTimeMS', 'readConcern', 'comment']);
/** Parts of an answer that tell what was asked, or what was not done. */
const NOT_DONE = new Set([
  'command',
  'parsedQuery',
  'rejectedPlans',
  'allPlansExecution',
  'executionStages',
  '$lookup',
  '$facet',
]);

/** Explains a command as it was sent. */
export async function explain(db: Db, command: Document): Promise<Explained> {
  return readExplain(await db.command({ explain: bare(command), verbosity: 'executionStats' }));
}

/** Sends a command once more and tells the bytes of the documents that come back. */
export async function bytesOf(db: Db, command: Document): Promise<number> {
  const { cursor } = await db.command(bare(command));
  const rows: readonly Document[] = cursor['firstBatch'];
  return rows.reduce((sum, row) => sum + BSON.calculateObjectSize(row), 0);
}

function bare(command: Document): Document {
  return Object.fromEntries(
    Object.entries(command).filter(([name]) => !name.startsWith('$') && !OF_THE_DRIVER.has(name)),
  );
}

function readExplain(answer: Document): Explained {
  let [keysExamined, docsExamined, collectionScan, sortInMemory] = [0, 0, false, false];
  const lookups: { keysExamined: number; collectionScans: number }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach(visit);
    const part = value as Document; // any object of the answer
    const keys = Number(part['totalKeysExamined'] ?? 0);
    const collectionScans = Number(part['collectionScans'] ?? 0);
    keysExamined += keys;
    docsExamined += Number(part['totalDocsExamined'] ?? 0);
    collectionScan ||= part['stage'] === 'COLLSCAN' || collectionScans > 0;
    sortInMemory ||= part['stage'] === 'SORT' || '$sort' in part;
    if ('$lookup' in part) lookups.push({ keysExamined: keys, collectionScans });
    for (const [name, inner] of Object.entries(part)) if (!NOT_DONE.has(name)) visit(inner);
  };
  visit(answer);
  return { keysExamined, docsExamined, collectionScan, sortInMemory, lookups };
}
