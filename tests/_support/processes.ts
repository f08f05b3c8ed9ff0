import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Starts one of the program's two entries with an environment of its own. */
export function startProcess(
  entry: 'main' | 'cli',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [`src/${entry}.ts`, ...args], {
    cwd: ROOT,
    env: { PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What a process that ends by itself said, and its status. */
export async function ended(
  child: ChildProcess,
): Promise<{ readonly out: string; readonly said: string; readonly status: unknown }> {
  const [out, said, [status]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'exit'),
  ]);
  return { out, said, status };
}

/** Runs a command of the CLI to its end. */
export function runCli(args: readonly string[], env: Readonly<Record<string, string>>) {
  return ended(startProcess('cli', args, env));
}

/** A gateway process that has said where it answers. */
export async function startGateway(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = startProcess('main', [], { PORT: '0', LOG_LEVEL: 'info', ...env });
  if (!child.stdout) throw new Error('a gateway was started without standard output');
  const lines = createInterface(child.stdout);
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the gateway ended before it answered');
    }),
  ]);
  lines.on('line', () => {}); // keeps the pipe empty
  return { url: String(JSON.parse(String(line)).url), child };
}

/** Ends a process in order and waits for it. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
