import SchemaBuilder from '@pothos/core';
import type { Context } from './context.ts';

/** The one Pothos builder. It holds no types; each `content/x/x.graphql.ts` adds its own. */
export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    URL: { Input: string; Output: string };
    Locale: { Input: string; Output: string };
  };
}>({ defaultFieldNullability: false });

/** Pothos' own bundle of our scalars, context and defaults; every generic helper is written against it. */
export type Types = typeof builder.$inferSchemaTypes;
