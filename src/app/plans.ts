import { collectionPlans } from '#content/registry.ts';
import type { CollectionPlan } from '#mongo/indexes.ts';
import { relatedPlans } from '#related/stored.ts';

/** Every collection of the product with its indexes. */
export const allPlans: readonly CollectionPlan[] = [...collectionPlans, ...relatedPlans];
