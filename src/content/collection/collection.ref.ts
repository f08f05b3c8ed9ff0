import { builder } from '#graphql/builder.ts';
import type { CollectionDoc } from './collection.ts';

/** The handle that other types use; apart from the fields, so that types may point at each other without an import cycle. */
export const Collection = builder.objectRef<CollectionDoc>('Collection');
