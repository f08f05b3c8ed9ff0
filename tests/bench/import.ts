import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { scriptOptions } from '../_support/script-options.ts';
import type { Taken } from './import-once.ts';
import { makeExport } from './make-export.ts';
import { startMeasured } from './processes.ts';

const HELP = `npm run bench:import -- [options]
Measures the import of a generated WordPress export beside parsing its XML and sanitising its bodies alone.
  --posts N    posts, 10 kB of the export each (20000); the same is done with a quarter of them
  --seed S     seed of what the posts say (1)
  --profile D  CPU profiles of the import are written to this folder`;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** As `npm run import` has it: a heap that grows by 60 % at most between collections; left to itself it takes twice as much memory. */
const HEAP = ['--max-semi-space-size=16', '--heap-growing-percent=60'];

const { values } = scriptOptions(HELP, {
  options: {
    posts: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string' },
  },
});

async function inProcess(task: 'whole' | 'alone', file: string, uri = ''): Promise<Taken> {
  const { PATH = '' } = process.env;
  const profile =
    task === 'whole' && values.profile !== undefined ? ['--cpu-prof', '--cpu-prof-dir', values.profile] : [];
  const child = spawn(process.execPath, [...HEAP, ...profile, 'tests/bench/import-once.ts', task, file, uri], {
    cwd: ROOT,
    env: { PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const said = await text(child.stdout);
  const [status] = await exit;
  if (status !== 0) throw new Error(`${task} ended with ${String(status)}`);
  return JSON.parse(said) satisfies Taken; // what import-once.ts has printed
}

interface Row {
  readonly posts: number;
  readonly bytes: number;
  readonly whole: Taken;
  readonly alone: Taken;
}

async function measure(posts: number, folder: string): Promise<Row> {
  const file = join(folder, `${posts}.xml`);
  await makeExport(file, posts, Number(values.seed));
  const { size } = await stat(file);
  const alone = await inProcess('alone', file);
  const data = join(folder, String(posts));
  await mkdir(data);
  const database = await startMeasured({
    args: ['src/cli.ts', 'db', '--data', data],
    on: 'rest',
    ready: (line) => (line.startsWith('mongodb:') ? line : null),
  });
  try {
    const url = new URL(database.url);
    url.pathname = '/masthead';
    const whole = await inProcess('whole', file, url.href);
    if (whole.articles !== posts) throw new Error(`${whole.articles} of ${posts} posts were imported`);
    return { posts, bytes: size, whole, alone };
  } finally {
    await database.stop();
    await rm(file);
  }
}

function lineOf({ posts, bytes, whole, alone }: Row): string {
  const cells = [
    posts.toLocaleString('en'),
    `${(bytes / 1e6).toFixed(0)} MB`,
    `${(whole.cpuMs / 1_000).toFixed(1)} s`,
    `${(alone.cpuMs / 1_000).toFixed(1)} s`,
    (whole.cpuMs / alone.cpuMs).toFixed(2),
    `${(whole.cpuMs / posts).toFixed(2)} ms`,
    `${whole.peakMb.toFixed(0)} MB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

async function main(): Promise<void> {
  const posts = Number(values.posts);
  const folder = await mkdtemp(join(tmpdir(), 'masthead-bench-'));
  try {
    const rows = [await measure(Math.round(posts / 4), folder), await measure(posts, folder)];
    console.log(
      'CPU of the importer, the database apart and without related stories; alone = parsing and sanitising.\n',
    );
    console.log('| posts | export | import | alone | ratio | per post | peak memory |');
    console.log('| --: | --: | --: | --: | --: | --: | --: |');
    for (const row of rows) console.log(lineOf(row));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
