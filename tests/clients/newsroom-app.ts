import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** A copy of `app` in a folder of its own, with `schema/` and the installed packages beside it, as a front-end developer has it. */
export interface NewsroomApp extends AsyncDisposable {
  /** Runs an installed tool's program there. @throws with what it printed, where it ends with another status than 0. */
  tool(program: string, ...args: readonly string[]): Promise<void>;
  /** A file of its sources. */
  source(name: string): Promise<string>;
  /** Writes `name.compiled.ts`: `name.ts` with the compiled document in place of each tag, as Relay's Babel plugin has it. */
  compileTags(name: string): Promise<void>;
  /** The module of a file of its sources. */
  load(name: string): Promise<unknown>;
}

/** Copies the app. Nothing is generated yet. */
export async function createNewsroomApp(): Promise<NewsroomApp> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-clients-'));
  await cp(join(ROOT, 'tests/clients/app'), folder, { recursive: true });
  await cp(join(ROOT, 'schema'), join(folder, 'schema'), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const file = (name: string) => join(folder, 'src', name);
  const source = (name: string) => readFile(file(name), 'utf8');
  return {
    source,
    async tool(program, ...args) {
      const path = join(ROOT, 'node_modules', program);
      await run(process.execPath, [path, ...args], { cwd: folder }).catch(({ stdout, stderr }) => {
        throw new Error(`${program} failed:\n${stdout}\n${stderr}`);
      });
    },
    async compileTags(name) {
      const imports: string[] = [];
      const text = (await source(`${name}.ts`)).replaceAll(
        /graphql`\s*(?:query|fragment) (\w+)[^`]*`/g,
        (_tag, document) => {
          imports.push(`import ${document}Document from './__generated__/${document}.graphql.ts';`);
          return `${document}Document`;
        },
      );
      await writeFile(file(`${name}.compiled.ts`), [...imports, text].join('\n'));
    },
    load: (name) => import(pathToFileURL(file(name)).href),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
