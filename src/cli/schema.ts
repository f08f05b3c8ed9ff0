import { mkdir, writeFile } from 'node:fs/promises';
import { writeSchema } from '#app/print-schema.ts';
import { printImportSchemas } from '#ingest/ndjson/import-schemas.ts';

const IMPORT = new URL('../../schema/import/', import.meta.url);

/** Writes the contract's printed files: what other teams depend on, part of every review. */
export async function writeSchemas(): Promise<void> {
  await writeSchema();
  await mkdir(IMPORT, { recursive: true });
  for (const [name, text] of printImportSchemas()) await writeFile(new URL(name, IMPORT), text);
  console.log('schema/schema.graphql and schema/import/ are up to date.');
}
