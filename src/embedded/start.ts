import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { WorkerReport } from './worker.ts';

export interface EmbeddedOptions {
  /** Database file, made with its folder when absent. None: a temporary one, gone after `close`, never synced to disk. */
  readonly path?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Address to listen on; 127.0.0.1 by default, because the server knows no authentication. */
  readonly host?: string;
}

export interface EmbeddedServer extends AsyncDisposable {
  /** Connection string without a database name. */
  readonly uri: string;
  /** Ends all connections and frees the file; later calls do nothing. */
  close(): Promise<void>;
}

/**
 * Starts the server in a worker thread and resolves when it accepts connections.
 * Rejects with an Error whose `code` is EADDRINUSE (port taken), EMBEDDED_LOCKED (another process has the file open) or Node's own.
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: options,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  // Asked for before the report: a thread that fails may have ended by the time its report is heard.
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const [report]: WorkerReport[] = await once(worker, 'message');
  if (!report || 'failed' in report) {
    await exited;
    throw Object.assign(new Error(report?.failed.message), { code: report?.failed.code });
  }
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    if (!closing) {
      closing = exited;
      worker.postMessage('close');
    }
    await closing;
  };
  return { uri: report.uri, close, [Symbol.asyncDispose]: close };
}
