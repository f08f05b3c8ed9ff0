import type { NamedReads } from '#content/named-reads.ts';
import type { AuthorDoc } from './author.ts';

export type AuthorReads = NamedReads<AuthorDoc>;
