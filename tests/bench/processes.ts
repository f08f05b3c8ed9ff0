import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HAS_TASKSET = spawnSync('taskset', ['--version']).status === 0;
/** Servers have a core for themselves; load and database share the others. */
export const CORES =
  HAS_TASKSET && availableParallelism() > 1
    ? { server: '0', rest: availableParallelism() === 2 ? '1' : `1-${availableParallelism() - 1}` }
    : null;

/** A process of the bench that can be asked for its CPU time. */
export interface Measured {
  /** What its first line said. */
  readonly url: string;
  /** Microseconds so far, all threads. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

export interface MeasuredOptions {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Which cores it runs on, where that can be chosen. */
  readonly on: 'server' | 'rest';
  /** The address in the line that says that it is ready; null for any other line. */
  readonly ready: (line: string) => string | null;
}

/** Starts a node process and waits until it says where it answers. */
export async function startMeasured({ args, env = {}, on, ready }: MeasuredOptions): Promise<Measured> {
  const { PATH = '' } = process.env;
  const command = [process.execPath, '--import', './tests/bench/cpu-report.ts', ...args];
  const [program = '', ...rest] = CORES ? ['taskset', '-c', CORES[on], ...command] : command;
  const child = spawn(program, rest, {
    cwd: ROOT,
    env: { PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await firstLine(child, ready, args.join(' '));
  let asked = Promise.resolve(0);
  return {
    url,
    cpu() {
      // One question at a time, so that each answer is that of its question.
      asked = asked.then(async () => {
        const answer = once(child, 'message');
        child.send('cpu');
        return Number((await answer)[0]);
      });
      return asked;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

async function firstLine(child: ChildProcess, ready: MeasuredOptions['ready'], name: string): Promise<string> {
  if (!child.stdout) throw new Error('started without standard output');
  const lines = createInterface(child.stdout);
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const url = ready(line);
      if (url !== null) resolve(url);
    });
    child.once('exit', (code, signal) => reject(new Error(`${name} ended with ${code ?? signal} before it answered`)));
  });
}

/** The address in a line of JSON with `url`, as the gateway and the references print it. */
export function urlIn(line: string): string | null {
  try {
    const { url } = JSON.parse(line);
    return typeof url === 'string' ? url : null;
  } catch {
    return null;
  }
}

/** Puts this process, which makes the load, where it does not disturb the servers. */
export function pinLoad(): void {
  if (CORES) spawnSync('taskset', ['-a', '-c', '-p', CORES.rest, String(process.pid)]);
}
