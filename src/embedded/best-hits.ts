import type { Document } from 'bson';
import { isTextScore } from './sorting.ts';
import { isDocument, numberOf } from './values.ts';

/** What a pipeline does with the hits of a text search before it keeps the best few. */
export interface BestHits {
  /** Stages that take each document by itself. */
  readonly each: readonly Document[];
  /** How many documents the rest of the pipeline needs; of those with the last one's score, all. */
  readonly most: number;
}

const EACH = new Set(['$match', '$project', '$set', '$addFields']);

/**
 * Whether a pipeline that follows a text search sorts by score first and keeps a few: then hits can be read best first, until there are
 * enough of them. Null where it does anything else.
 */
export function bestHitsOf(pipeline: readonly Document[]): BestHits | null {
  const end = pipeline.findIndex((stage) => !EACH.has(Object.keys(stage)[0] ?? ''));
  const sort: unknown = pipeline[end]?.['$sort'];
  const most = numberOf(pipeline[end + 1]?.['$limit']);
  if (!isDocument(sort) || most === undefined) return null;
  const [[path = '', direction] = []] = Object.entries(sort);
  const each = pipeline.slice(0, end);
  return numberOf(direction) === -1 && isScore(path, each) ? { each, most } : null;
}

/** Whether a path holds the text score after these stages. */
function isScore(path: string, stages: readonly Document[]): boolean {
  return stages.reduce((holds, stage) => {
    if (stage['$match'] !== undefined) return holds;
    const shaped: unknown = stage['$project'] ?? stage['$set'] ?? stage['$addFields'];
    const wish: unknown = isDocument(shaped) ? shaped[path] : undefined;
    if (isTextScore(wish)) return true;
    // A later $project may drop it without a word; any other stage would have to name it.
    return holds && wish === undefined && stage['$project'] === undefined;
  }, false);
}

/** Hits a pipeline is given at once; small, as the best few are wanted. */
const PIECE = 64;

/** Hits in pieces of at least so many, best first; those of one score are never parted. */
export function* piecesOf<Scored extends { readonly score: number | undefined }>(
  hits: Iterable<Scored>,
): Generator<readonly Scored[]> {
  let piece: Scored[] = [];
  for (const hit of hits) {
    if (piece.length >= PIECE && piece.at(-1)?.score !== hit.score) {
      yield piece;
      piece = [];
    }
    piece.push(hit);
  }
  yield piece;
}
