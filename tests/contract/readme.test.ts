import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { ANCHOR, seedItems } from '#ingest/seed/seed.ts';
import { rebuildRelated } from '#related/rebuild.ts';
import { RelatedKeeper } from '#related/related-handler.ts';
import { useApp } from '../_support/use-app.ts';

const FILE = new URL('../../README.md', import.meta.url);
const readme = readFileSync(FILE, 'utf8');
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The contents of all code blocks of a language. */
function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
}

const fixture = useApp();
beforeAll(async () => {
  fixture.setNow(ANCHOR);
  await fixture.write(seedItems(ANCHOR));
  // As the product does for its samples: lists are made when all is there.
  await rebuildRelated(fixture.db, new RelatedKeeper(fixture.db));
}, 60_000);

/** JSON as one reads it best: what fits into a line stands in one. */
function compact(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ').replaceAll('[ ', '[').replaceAll(' ]', ']');
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= 100) return flat;
  const inner = `${indent}  `;
  const rows = Array.isArray(value)
    ? value.map((one) => inner + compact(one, inner))
    : Object.entries(value).map(([key, one]) => `${inner}"${key}": ${compact(one, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${rows.join(',\n')}\n${indent}${close}`;
}

test('the query of the README has the answer that stands below it', async () => {
  const [query = ''] = blocks('graphql');
  const { data, errors } = await fixture.execute(query);
  expect(errors).toBeUndefined();
  const [stands = ''] = blocks('json');
  // `UPDATE=1 npx vitest run tests/contract/readme` writes the answer where the sample newsroom has changed; then `npm run format`.
  const answer = `${compact({ data })}\n`;
  if (process.env['UPDATE']) writeFileSync(FILE, readme.replace(stands, answer));
  const told = process.env['UPDATE'] ? answer : stands;
  expect(JSON.stringify(JSON.parse(told))).toBe(JSON.stringify({ data }));
});

test('the README names every npm script, and none that is not there', () => {
  const named = [...readme.matchAll(/npm run ([\w:-]+)|npm (start|test)\b|`(bench:\w+)`/g)].map(
    ([, run, short, bench]) => run ?? short ?? bench,
  );
  expect(new Set(named)).toEqual(new Set(Object.keys(scripts)));
});

test('the costs in the README are those that the budgets hold', () => {
  const budgets = readFileSync(new URL('../graphql/budgets.db.test.ts', import.meta.url), 'utf8');
  const held = new Map(
    [...budgets.matchAll(/\['([\w-]+)', operation.*?, (\d+), (\d+)\],/g)].map(([, name, commands, rounds]) => [
      name,
      `${commands} ${rounds}`,
    ]),
  );
  const told = [...readme.matchAll(/\| `([\w-]+)`:.*?\| +(\d+) +\| +(\d+) +\|/g)];
  expect(told.map(([, name, commands, rounds]) => [name, `${commands} ${rounds}`]).sort()).toEqual([...held].sort());
});

test('the configuration table names every variable, and no other', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const variables = (text: string, pattern: RegExp) =>
    [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
  const inTable = variables(readme, /^\| `([A-Z_]+)` +\|/gm);
  const inExample = variables(example, /^#? ?([A-Z_]+)=/gm);
  expect([...inTable, 'EMBEDDED_IN_PRODUCTION'].sort()).toEqual(inExample.filter((name) => name !== 'NODE_ENV'));
});

test('every file and folder that the README links to is there', () => {
  const linked = [...readme.matchAll(/\]\(((?!http)[^)#]+)\)/g)].map(([, path = '']) => path);
  expect(linked.length).toBeGreaterThan(3);
  expect(linked.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual([]);
});
