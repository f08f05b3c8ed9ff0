import { builder } from '#graphql/builder.ts';
import type { SectionDoc } from './section.ts';

/** The handle that other types use; apart from the fields, so that types may point at each other without an import cycle. */
export const Section = builder.objectRef<SectionDoc>('Section');
