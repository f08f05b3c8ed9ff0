import type { ClientSession } from 'mongodb';
import type { ArticleDoc } from '#content/article/article.ts';
import { hashOfBody } from '#content/article/block-hash.ts';
import { linksOf, resolveLinks } from '#content/article/links.ts';
import { normalisePath } from '#content/path/path.ts';
import { hashValue } from '#lib/hash.ts';
import { noteSide, type AnyDoc, type Draft } from './draft.ts';
import { chooseSide, sideOfOldWish, takesTheirs } from './merge.ts';
import { writePaths, type PageType, type PathWish } from './path-rows.ts';
import type { Run } from './run.ts';

/** Gives every document its path and writes the rows of `paths`, former ones included; tells all paths that lead somewhere now. */
export async function placeDocuments(
  { db }: Run,
  session: ClientSession,
  type: PageType,
  drafts: readonly (Draft & { readonly doc: AnyDoc })[],
): Promise<readonly string[]> {
  const requests = drafts.map(requestOf);
  const wishes = drafts.map((draft, at): PathWish => {
    const from = draft.previous?.path ?? null;
    const keeps = keepsPath(draft, requests[at] ?? '/');
    return {
      id: draft.id,
      from,
      to: keeps && from !== null ? from : (requests[at] ?? '/'),
      former: 'formerPaths' in draft.item ? draft.item.formerPaths : [],
    };
  });
  const grants = await writePaths(db, session, type, wishes);
  for (const [at, draft] of drafts.entries()) {
    const grant = grants[at];
    const wish = wishes[at];
    if (!grant || !wish) continue;
    if (grant.path !== wish.to || !grant.allFormer) draft.notices.add('path-taken');
    draft.hashes['requestedPath'] = hashValue(requests[at]);
    if (wish.from !== wish.to) draft.hashes['path'] = hashValue(grant.path);
    draft.doc = { ...draft.doc, path: grant.path };
  }
  if (type === 'article') linkWithinBatch(drafts);
  return wishes.flatMap(({ former }, at) =>
    [grants[at]?.path ?? [], former.flatMap((path) => normalisePath(path) ?? [])].flat(),
  );
}

/** The source's permalink where it is one, else the type's own form. The front page is nobody's. */
function requestOf({ item, defaultPath, notices }: Draft): string {
  const given = 'path' in item && item.path !== null ? item.path : null;
  const path = given === null ? null : normalisePath(given);
  if (given !== null && (path === null || path === '/')) notices.add('bad-path');
  return path !== null && path !== '/' ? path : (normalisePath(defaultPath ?? '') ?? '/');
}

/** True where the stored path stays; one that was changed here and at the source is reported. */
function keepsPath(draft: Draft, requested: string): boolean {
  const { previous, hashes, memory } = draft;
  if (!previous?.path) return false;
  const before = memory.own?.fields;
  if (before?.['path'] !== undefined) hashes['path'] = before['path'];
  if (requested === previous.path) return true;
  const side =
    before?.['requestedPath'] === hashValue(requested)
      ? sideOfOldWish(memory, 'path')
      : chooseSide(hashValue(requested), hashValue(previous.path), memory, 'path');
  noteSide(draft, 'path', side);
  return !takesTheirs(side);
}

/** Links between stories of one batch are resolved at once, now that their paths are known; all others were looked up or wait. */
function linkWithinBatch(drafts: readonly (Draft & { readonly doc: AnyDoc })[]): void {
  const ids = new Map(drafts.map(({ doc, id }) => [doc.path, id]));
  for (const draft of drafts) {
    const { body } = draft.doc as unknown as ArticleDoc; // the schema of articles has checked it
    const linked = resolveLinks(body, (path) => ids.get(path) ?? null);
    if (linked === body) continue;
    if (draft.hashes['body'] === hashOfBody(body)) draft.hashes['body'] = hashOfBody(linked);
    draft.doc = { ...draft.doc, body: linked, ...linksOf(linked) };
  }
}
