import { hashesOfInput } from '#content/article/block-hash.ts';
import { hostOf, parseLink, resolveTarget } from '#content/article/links.ts';
import type { AnyIngest, ContentType, IngestContext } from '#content/content-type.ts';
import { normalisePath } from '#content/path/path.ts';
import type { SectionNode } from '#content/section/section-tree.ts';
import { hashText, hashValue } from '#lib/hash.ts';
import { noteSide, type AnyDoc, type Draft, type EntityItem } from './draft.ts';
import { IMPORTER_VERSION, mergeFields } from './merge.ts';
import type { References } from './references.ts';
import type { Run } from './run.ts';

/** All that a batch has read before its documents are made. */
export interface Known {
  readonly run: Run;
  readonly references: References;
  readonly sections: Map<string, SectionNode>;
  /** See `articlesAt`. */
  readonly articleAt: (path: string) => string | null;
}

/** True, and marked as such, where source and importer are the same as at the last import: what is referred to counts as part of it. */
export function markUnchanged(draft: Draft, ingest: AnyIngest, references: References): boolean {
  const { item, previous } = draft;
  const targets = ingest.references(item).map(({ type, ref }) => references.find(type, ref));
  draft.sourceHash = hashText(JSON.stringify([said(item), targets]));
  const { own, overwrite } = draft.memory;
  const unchanged =
    own?.sourceHash === draft.sourceHash &&
    own.importerVersion === IMPORTER_VERSION &&
    previous?.sourceKeys.length === draft.sourceKeys.length &&
    !(overwrite && own.kept !== undefined);
  if (unchanged) draft.state = 'unchanged';
  return unchanged;
}

/** All that an item says, its properties in the order of its schema, its body by the hashes of its blocks, which are needed again. */
function said(item: EntityItem): unknown {
  return item.type === 'article' ? { ...item, body: hashesOfInput(item.body) } : item;
}

/** Makes the draft's document but for its path, or refuses it with a reason. */
export function compose(draft: Draft, { ingest, schema, collection }: ContentType, known: Known): void {
  const { id, previous, item } = draft;
  const context = contextOf(draft, known);
  const incoming = ingest.fields(item, previous, context);
  if (!incoming.ok) {
    draft.state = { reason: incoming.reason, field: incoming.field };
    return;
  }
  const { fields, hashes, sides } = mergeFields(incoming.value, previous, { ...draft.memory, blindTo: blindTo(draft) });
  for (const [field, side] of sides) noteSide(draft, field, side);
  Object.assign(draft.hashes, hashes);
  const requested = ingest.defaultPath({ ...fields, slug: draft.slug }, context);
  const doc: AnyDoc = {
    _id: id,
    ...fields,
    ...ingest.derive(fields, previous, context, item),
    rev: (previous?.rev ?? 0) + 1,
    sourceKeys: draft.sourceKeys,
    slug: draft.slug,
    // Completed once slug and path are given.
    imported: item.stored?.imported ?? null,
    ...(requested === null ? {} : { path: previous?.path ?? requested }),
  };
  const checked = schema.safeParse(doc);
  if (!checked.success) {
    draft.state = { reason: 'invalid', field: String(checked.error.issues[0]?.path[0] ?? collection) };
    return;
  }
  // What an export says of the last import is not the hash of its own line, so the documents themselves are compared.
  if (item.stored && previous && isSame(doc, previous) && !movesAway(draft)) {
    draft.state = 'unchanged';
    return;
  }
  draft.doc = doc;
  draft.defaultPath = requested;
}

/** What the source cannot see of this document: authors that were read out of a byline are known to who sees the byline. */
function blindTo({ memory, previous }: Draft): ReadonlySet<string> {
  const named = memory.blindTo.has('byline') && typeof previous?.['byline'] === 'string';
  return named ? new Set([...memory.blindTo, 'authorIds']) : memory.blindTo;
}

/** Equal but for the count of writes. */
function isSame(doc: AnyDoc, previous: AnyDoc): boolean {
  return hashValue({ ...doc, rev: previous.rev }) === hashValue(previous);
}

function movesAway({ item, previous }: Draft): boolean {
  return 'path' in item && item.path !== null && normalisePath(item.path) !== previous?.path;
}

function contextOf(
  { id, notices, item, memory }: Draft,
  { run, references, sections, articleAt }: Known,
): IngestContext {
  const hosts = hostsOf(item, run);
  return {
    id,
    site: run.site,
    now: run.now,
    blindTo: memory.blindTo,
    sections,
    resolve: (type, ref) => {
      const found = references.find(type, ref);
      if (found === null) notices.add('unknown-reference');
      return found;
    },
    link: (url) => resolveTarget(parseLink(url, hosts), articleAt),
    notice: (code) => void notices.add(code),
  };
}

/** The paths of this site that the item's read-also links name. */
export function linkedPaths(item: EntityItem, run: Run): readonly string[] {
  if (item.type !== 'article') return [];
  const hosts = hostsOf(item, run);
  return item.body.flatMap((block) =>
    block.type === 'read-also' ? (parseLink(block.link.url, hosts).path ?? []) : [],
  );
}

/** A story that came from another address links to its own site by that one. */
function hostsOf(item: EntityItem, { hosts }: Run): ReadonlySet<string> {
  const origin = item.type === 'article' ? hostOf(item.importedFrom?.url ?? null) : null;
  return origin === null ? hosts : new Set([...hosts, origin]);
}
