import type { ClientSession } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import type { ContentType, EntityType } from '#content/content-type.ts';
import { contentTypes } from '#content/registry.ts';
import type { SectionDoc } from '#content/section/section.ts';
import { insertAll } from '#mongo/insert-all.ts';
import { inTransaction, MovedOn } from '#mongo/transactions.ts';
import { entitiesIn } from './collections.ts';
import { isDeepStrictEqual } from 'node:util';
import { compose, linkedPaths, markUnchanged, type Known } from './compose.ts';
import { importedBy, outcomeOf, type AnyDoc, type Draft, type EntityItem, type NumberedOutcome } from './draft.ts';
import { articlesAt } from './link-targets.ts';
import { matchItems, readWhole } from './match.ts';
import type { Numbered } from './order.ts';
import { addToOutbox, type WrittenArticle } from './outbox.ts';
import { placeDocuments } from './place.ts';
import { loadReferences, loadSections } from './references.ts';
import type { Run } from './run.ts';
import { giveSlugs } from './slugs.ts';
import { keepVisible, lostBy, type Lost } from './visible.ts';

/** What a committed batch leaves to be followed up. */
export interface Written {
  readonly outcomes: readonly NumberedOutcome[];
  /** Rows of the outbox. */
  readonly rows: readonly (WrittenArticle & { readonly lost?: Lost })[];
  /** Paths that lead somewhere since then: links may have waited for them. */
  readonly paths: readonly string[];
}

/** Writes items of one type in one transaction. */
export async function writeBatch(run: Run, type: EntityType, items: readonly Numbered<EntityItem>[]): Promise<Written> {
  const { drafts, ...written } = await inTransaction(run.client, async (session) => {
    const drafts = await matchItems(run, session, type, items);
    await makeDocuments(run, session, contentTypes[type], drafts.filter(isOpen));
    const composed = drafts.filter(hasDoc);
    const paths = type === 'collection' ? [] : await placeDocuments(run, session, type, composed);
    for (const draft of drafts) seal(draft);
    const made = drafts.filter(hasDoc);
    return { drafts, rows: await storeAndFollow(run, session, type, made), paths };
  });
  for (const { id } of drafts) run.claimed.add(`${type} ${id}`);
  return { ...written, outcomes: drafts.map(outcomeOf) };
}

type MadeDraft = Draft & { readonly doc: AnyDoc };
type Change = Pick<MadeDraft, 'doc' | 'previous'>;

/** Writes documents of one type and what follows from them; MovedOn where one was written by somebody else since it was read. */
export async function storeAndFollow(
  run: Run,
  session: ClientSession,
  type: EntityType,
  changes: readonly Change[],
): Promise<Written['rows']> {
  await store(run, session, type, changes);
  return follow(run, session, type, changes);
}

/** Completes what is remembered of the import; a document that this changes nothing else of is not written. */
function seal(draft: Draft): void {
  const { previous, memory } = draft;
  if (draft.doc === null) return;
  const doc: AnyDoc = { ...draft.doc, imported: importedBy(draft) };
  draft.doc = doc;
  if (previous === null || memory.own === null || draft.item.stored) return;
  // Two views of one source, such as a site and its export, word one story differently where the one says less.
  const asBefore = importedBy({ ...draft, sourceHash: memory.own.sourceHash });
  if (!isDeepStrictEqual({ ...doc, rev: previous.rev, imported: asBefore }, previous)) return;
  draft.doc = null;
  draft.state = 'unchanged';
}

function isOpen({ state }: Draft): boolean {
  return state === 'open';
}
function hasDoc(draft: Draft): draft is MadeDraft {
  return draft.doc !== null;
}

/** Reads what the drafts refer to, in a fixed number of commands, and composes their documents. */
async function makeDocuments(
  run: Run,
  session: ClientSession,
  type: ContentType,
  drafts: readonly Draft[],
): Promise<void> {
  const { ingest } = type;
  await giveSlugs(run.db, session, type.type, drafts, ingest);
  const wanted = drafts.flatMap(({ item }) => ingest.references(item));
  const references = await loadReferences(run.db, session, wanted, run.source);
  for (const { id, sourceKeys, slug } of drafts) references.add(type.type, { _id: id, sourceKeys, slug });
  const changed = drafts.filter((draft) => !markUnchanged(draft, ingest, references));
  if (changed.length === 0) return;
  await readWhole(run, session, type.type, changed);
  const known: Known = {
    run,
    references,
    sections: ['article', 'section'].includes(type.type) ? await loadSections(run.db, session) : new Map(),
    articleAt: await articlesAt(
      run.db,
      session,
      changed.flatMap(({ item }) => linkedPaths(item, run)),
      run.hosts,
    ),
  };
  if (type.type === 'section') {
    for (const { id, slug } of changed)
      if (!known.sections.has(id)) known.sections.set(id, { _id: id, slug, parentId: null });
  }
  for (const draft of changed) {
    compose(draft, type, known);
    // The next section of this batch may stand below this one.
    if (type.type === 'section' && draft.doc) known.sections.set(draft.id, draft.doc as unknown as SectionDoc);
  }
}

async function store({ db }: Run, session: ClientSession, type: EntityType, changes: readonly Change[]): Promise<void> {
  const added = changes.filter(({ previous }) => previous === null);
  await insertAll(
    db,
    contentTypes[type].collection,
    added.map(({ doc }) => doc),
    session,
  );
  const replacements = changes.flatMap(({ doc, previous }) => {
    if (previous === null) return [];
    const { _id, ...replacement } = doc;
    return [{ replaceOne: { filter: { _id, rev: previous.rev }, replacement } }];
  });
  if (replacements.length === 0) return;
  const { matchedCount } = await entitiesIn(db, type).bulkWrite(replacements, { session });
  if (matchedCount !== replacements.length) throw new MovedOn();
}

/** What follows within the same transaction: when authors and topics exist, and the rows for all that follows later. */
async function follow(
  { db }: Run,
  session: ClientSession,
  type: EntityType,
  drafts: readonly Change[],
): Promise<Written['rows']> {
  if (type === 'section') {
    const moved = drafts.filter(({ doc, previous }) => previous && previous['parentId'] !== doc['parentId']);
    const rows = moved.map(({ doc }) => ({ _id: `section:${doc._id}`, rev: doc.rev }));
    await addToOutbox(db, session, rows);
    return rows;
  }
  if (type !== 'article') return [];
  const changes = drafts.map(({ doc, previous }) => ({
    // Documents of this type, read from its collection or checked by its schema.
    before: previous as unknown as ArticleDoc | null,
    after: doc as unknown as ArticleDoc,
  }));
  const lost = changes.map(lostBy);
  await keepVisible(
    db,
    session,
    changes.map(({ after }) => after),
    lost,
  );
  const rows = changes.map(({ after: { _id, rev } }, at) => ({
    _id,
    rev,
    lost: lost[at] ?? { authorIds: [], topicIds: [] },
  }));
  await addToOutbox(db, session, rows);
  return rows;
}
