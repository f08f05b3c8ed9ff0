import type { Document } from 'bson';
import { MongoError } from './mongo-error.ts';
import { numberOf } from './values.ts';

/** Maps strings so that equal ones under a collation become identical; undefined means binary comparison. */
export type Fold = ((text: string) => string) | undefined;

/** Approximates a collation: strength 1 drops accents and case, 2 drops case; anything else than 'simple' beyond that is refused (72). */
export function foldOf(collation?: Document): Fold {
  const { locale } = collation ?? {};
  if (typeof locale !== 'string' || locale === 'simple') return undefined;
  const strength = numberOf(collation?.['strength']) ?? 3;
  if (strength >= 3 || collation?.['numericOrdering'] || collation?.['caseLevel'])
    throw new MongoError(
      72,
      'InvalidOptions',
      'the embedded database supports collation strength 1 and 2 only, without numericOrdering or caseLevel',
    );
  const language = locale.replace('_', '-').split('@')[0];
  return (text) => {
    const decomposed = text.normalize('NFKD');
    return (strength === 1 ? decomposed.replace(/\p{M}/gu, '') : decomposed).toLocaleLowerCase(language);
  };
}
