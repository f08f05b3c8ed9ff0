import { z } from 'zod';
import { importedItems, type ItemType } from '#content/imported-item.ts';

/** The JSON Schema of one NDJSON line per type, as it may be written (defaults left out), by the file name it is printed to in `schema/import/`. */
export function printImportSchemas(): ReadonlyMap<string, string> {
  const types = Object.keys(importedItems) as ItemType[]; // the keys of a constant
  return new Map(types.map((type) => [`${type}.schema.json`, `${JSON.stringify(schemaOf(type), null, 2)}\n`]));
}

function schemaOf(type: ItemType): object {
  return z.toJSONSchema(importedItems[type], { io: 'input', unrepresentable: 'any', reused: 'inline' });
}
