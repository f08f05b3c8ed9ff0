import type { Document } from 'mongodb';

interface Explained {
  readonly keys: number;
  readonly documents: number;
  readonly collectionScan: boolean;
  /** A sort in memory. */
  readonly sort: boolean;
}

/** What an explain at verbosity executionStats says, summed over all of its parts, whatever their shape. */
export function explained(explain: Document): Explained {
  const total = { keys: 0, documents: 0, collectionScan: false, sort: false };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach(visit);
    const part = value as Document; // any object of the reply
    total.keys += Number(part['totalKeysExamined'] ?? 0);
    total.documents += Number(part['totalDocsExamined'] ?? 0);
    total.collectionScan ||= part['stage'] === 'COLLSCAN' || Number(part['collectionScans'] ?? 0) > 0;
    total.sort ||= part['stage'] === 'SORT' || '$sort' in part;
    for (const [key, inner] of Object.entries(part))
      if (!['command', 'parsedQuery', 'executionStages', '$lookup', 'rejectedPlans'].includes(key)) visit(inner);
  };
  visit(explain);
  return total;
}
