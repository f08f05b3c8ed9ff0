import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Values put aside in a temporary file, which only this user can read and which goes with it. */
export interface Spool<Value> extends AsyncDisposable {
  add(values: readonly Value[]): Promise<void>;
  /** All values, in the order in which they were added. */
  read(): AsyncGenerator<Value>;
}

/** Bounds memory: what has to be seen twice is fetched once. Values are such as JSON can hold. */
export async function createSpool<Value>(): Promise<Spool<Value>> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-'));
  const file = join(folder, 'spool.ndjson');
  await appendFile(file, '', { mode: 0o600 });
  return {
    add: (values) => appendFile(file, values.map((value) => `${JSON.stringify(value)}\n`).join('')),
    async *read() {
      const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
      for await (const line of lines) yield JSON.parse(line) as Value; // what `add` has written
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
