import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as writer from '#content/writing/codes.data.ts';
import * as ingest from '#ingest/codes.data.ts';

/** The rows of the tables under a README's heading "Codes". */
function codesIn(readme: string): readonly (readonly [code: string, meaning: string])[] {
  const text = readFileSync(new URL(`../../src/${readme}`, import.meta.url), 'utf8');
  const section = /^## Codes\n(.*?)(?=^## |$(?![^]))/ms.exec(text)?.[1] ?? '';
  return [...section.matchAll(/^\| `([^`]+)` +\| (.*?) +\|$/gm)].map(([, code = '', meaning = '']) => [code, meaning]);
}

it.each([
  ['ingest/README.md', [ingest.REJECTS, ingest.SKIPS, ingest.NOTICES, ingest.GONE]],
  ['content/writing/README.md', [writer.REFUSALS, writer.NOTICES]],
] as const)('%s tells what every code of a report means', (readme, tables) => {
  expect(codesIn(readme)).toEqual(tables.flatMap((table) => Object.entries(table)));
});
