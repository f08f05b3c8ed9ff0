import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '#embedded/database.ts';
import { Store } from '#embedded/store.ts';

/** A store of its own without a server around it; gone when disposed. */
export function temporaryStore(): Disposable & { readonly store: Store } {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-store-'));
  const database = new Database(join(folder, 'data.db'), false);
  return {
    store: new Store(database),
    [Symbol.dispose]() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
