import type { App } from '#app.ts';
import { listen } from '#http/listen.ts';

/** An app that answers on a port. */
export interface Served {
  /** The address to open on this machine, without a slash at the end. */
  readonly url: string;
  /** `/ready` answers 503 from now on; requests that run get their answers for up to `graceMs`, then connections close. */
  stop(graceMs: number): Promise<void>;
}

/** How a host is written in an address; one that means "every address" is reached as this machine. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Opens the app's port; 0 lets the system choose.
 * @throws StartError when it cannot be had.
 */
export async function serve(
  app: Pick<App, 'handler' | 'listensAt'>,
  address: { readonly port: number; readonly host: string },
): Promise<Served> {
  const server = await listen((req, res) => app.handler(req, res), address);
  const url = `http://${hostInUrl(address.host)}:${server.port}`;
  app.listensAt(url);
  return { url, stop: (graceMs) => server.stop(graceMs) };
}
