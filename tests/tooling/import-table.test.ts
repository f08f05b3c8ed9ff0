import { globSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importTable } from '../../oxlint.config.ts';
import { examples } from './import-examples.data.ts';
import { lint, type Finding } from './lint.ts';

/** One import a line, so that the line of a finding names the import. */
const imports = (specifiers: readonly string[], word: string): string =>
  specifiers.map((specifier, index) => `${word} { Thing${index} } from '${specifier}';\n`).join('');

const governed = examples.flatMap(({ files, ...rest }) => files.map((file) => ({ file, ...rest })));
const everyFile = (text: (example: (typeof governed)[number]) => string) =>
  lint(Object.fromEntries(governed.map((example) => [example.file, text(example)])));

const restricted = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule === 'no-restricted-imports');

const refused = restricted(await everyFile((example) => imports(example.refused, 'export')));
const asTypes = restricted(await everyFile((example) => imports(example.refused, 'export type')));
const allowed = restricted(await everyFile((example) => imports(example.allowed, 'export')));

describe.each(governed)('in $file', (example) => {
  const inFile = (findings: readonly Finding[]) => findings.filter(({ file }) => file === example.file);

  test.each(example.refused.map((specifier, index) => [specifier, index + 1] as const))(
    'an import of %s is refused',
    (_specifier, line) => {
      const found = inFile(refused).filter((finding) => finding.line === line);
      expect(found.map(({ help }) => help)).toEqual([example.say]);
    },
  );

  test('the same imports are fine as types', () => {
    expect(inFile(asTypes)).toEqual([]);
  });

  test('what the room may import passes', () => {
    expect(inFile(allowed)).toEqual([]);
  });
});

describe('the import table', () => {
  test('has an example for each row, each of its files and each of its patterns', () => {
    const untested = importTable.flatMap(({ say, files, never }) => {
      const example = examples.find((one) => one.say === say);
      return [
        ...files.filter((glob) => !example?.files.some((file) => matchesGlob(file, glob))),
        ...never.filter((pattern) => !example?.refused.some((specifier) => new RegExp(pattern).test(specifier))),
      ].map((part) => `${say}: ${part}`);
    });
    expect(untested).toEqual([]);
  });

  test('governs every source file but those of app, which may import every room', () => {
    const globs = importTable.flatMap(({ files }) => files);
    const free = globSync('src/**/*.ts').filter((file) => !globs.some((glob) => matchesGlob(file, glob)));
    expect(free.filter((file) => !/^src\/app(\.ts$|\/)/.test(file))).toEqual([]);
  });
});
