import { builder } from './builder.ts';
import { TYPE } from './entity-reads.ts';

const fromItsType = () => {
  throw new TypeError('every type answers this field itself');
};
const typeOf = (value: object) => (value as { readonly [TYPE]?: string })[TYPE]; // set by EntityReads.intern

/** Which types implement it is said by each type; Query.node lives with the registry. */
export const Node = builder.interfaceRef<{ readonly _id: string }>('Node');
builder.interfaceType(Node, {
  description: 'Anything that can be fetched again by its global id.',
  resolveType: typeOf,
  fields: (t) => ({
    id: t.id({ description: 'Relay global id: opaque, unique in the whole service, stable.', resolve: fromItsType }),
  }),
});

export const Addressable = builder.interfaceRef<{ readonly path: string }>('Addressable');
builder.interfaceType(Addressable, {
  description: 'Anything that has a page on the site.',
  resolveType: typeOf,
  fields: (t) => ({
    path: t.string({ description: 'Path of its page, without host; starts with /.', resolve: fromItsType }),
    url: t.field({ type: 'URL', description: 'Absolute address of its page.', resolve: fromItsType }),
  }),
});

/** Type of the value behind a union or interface field, by the mark that EntityReads or the load left on it. */
export { typeOf };

/** Opaque and unique over all types. */
export function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Null for anything that globalId() did not make. */
export function parseGlobalId(id: string): { readonly type: string; readonly id: string } | null {
  const [, type, rest] = /^(\w+):(.+)$/s.exec(Buffer.from(id, 'base64url').toString()) ?? [];
  return type && rest && globalId(type, rest) === id ? { type, id: rest } : null;
}

/** The stored id behind a global id of this type; null for any other. */
export function storedId(type: string, id: string): string | null {
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.id : null;
}
