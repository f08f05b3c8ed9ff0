import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** What the worker tells its parent, once. */
export type WorkerReport =
  | { readonly uri: string }
  | { readonly failed: { readonly message: string; readonly code: string | undefined } };

/** The engine is synchronous, so it has a thread of its own; any message asks it to end. */
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread');
try {
  // Compiled once per machine and version: without it, half of the start is spent on reading TypeScript.
  enableCompileCache();
  const { startEngine } = await import('./engine.ts');
  const engine = await startEngine(workerData);
  port.once('message', () => void engine.close().finally(() => port.close()));
  port.postMessage({ uri: engine.uri } satisfies WorkerReport);
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException; // node and the engine throw Errors only
  port.postMessage({ failed: { message, code } } satisfies WorkerReport);
  port.close();
}
