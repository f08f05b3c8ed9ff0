import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** What is never part of the repository: .gitignore, and git's own. */
const ignored = ['.git', ...read('.gitignore').split('\n').filter(Boolean)].map((line) => line.replace(/\/$/, ''));
const isIgnored = (name: string): boolean => ignored.some((glob) => matchesGlob(name, glob));

const TOP_LEVEL = [
  '.ci',
  '.dockerignore',
  '.env.example',
  '.github',
  '.gitignore',
  '.npmrc',
  '.oxfmtrc.json',
  'CHANGELOG.md',
  'Dockerfile',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'docker-compose.yml',
  'knip.json',
  'oxlint.config.ts',
  'package-lock.json',
  'package.json',
  'schema',
  'src',
  'tests',
  'tsconfig.json',
  'vitest.config.ts',
];

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const manifest: Manifest = JSON.parse(read('package.json'));
const { packages }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'));
const installed = Object.entries(packages).filter(([path]) => path !== '');

const LICENCES = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];

/** As the package says itself; the lock's word where it is not installed (made for another system). */
function licenceOf(path: string, { license }: Locked): string {
  const file = join(path, 'package.json');
  const own: { readonly license?: string } = existsSync(join(ROOT, file)) ? JSON.parse(read(file)) : {};
  return own.license ?? license ?? 'none';
}

/** Every text of the repository with its path. */
function texts(): readonly (readonly [string, string])[] {
  return readdirSync(ROOT)
    .filter((name) => !isIgnored(name))
    .flatMap((name) => [name, ...globSync(`${name}/**/*`, { cwd: ROOT, withFileTypes: false })])
    .filter((file) => /\.[a-z]+$|^\.ci\/|file$/.test(file) && !/\.(gz|png|ico|woff2)$/.test(file))
    .flatMap((file) => {
      try {
        return [[file, read(file)] as const];
      } catch {
        return []; // a folder
      }
    });
}

/** The files among them in which the pattern occurs. */
const filesWith = (pattern: RegExp, among: readonly (readonly [string, string])[]): readonly string[] =>
  among.filter(([, text]) => pattern.test(text)).map(([file]) => file);

describe('the repository', () => {
  test('holds nothing at its top level but what belongs there', () => {
    expect(readdirSync(ROOT).filter((name) => !isIgnored(name) && !TOP_LEVEL.includes(name))).toEqual([]);
  });

  test("names no package registry: the lock works with anybody's", () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(filesWith(/https?:\/\/[^\s"'`)]*\b(npmjs\.org|registry|artifactory|nexus|verdaccio)\b/, texts())).toEqual(
      [],
    );
    expect(read('.npmrc')).not.toMatch(/registry|_auth/);
  });

  test('names no path of the machine it was written on, but for the optional corpus of .ci/run', () => {
    const paths = /\.\.\/share[d]\b|(?<![\w.-])\/wor[k]\/|(?<![\w.-])\/(root|home\/(?!node\b)\w+|Users\/\w+)\//;
    expect(filesWith(paths, texts()).filter((file) => file !== '.ci/run')).toEqual([]);
  });
});

describe('dependencies', () => {
  test('are named with exact versions', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('are locked for every system: npm ci refuses a lock that leaves out the optional ones of another', () => {
    const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  test('that run in production have licences which ask for nothing but a notice', () => {
    const foreign = installed
      .filter(([, { dev }]) => !dev)
      .map(([path, locked]) => [path, licenceOf(path, locked)] as const)
      .filter(([, licence]) => !LICENCES.includes(licence));
    expect(foreign).toEqual([]);
  });

  test.each(['graphql', 'bson', 'mongodb'])("%s is there once: two copies refuse each other's objects", (name) => {
    expect(installed.map(([path]) => path).filter((path) => path.endsWith(`node_modules/${name}`))).toEqual([
      `node_modules/${name}`,
    ]);
  });
});
