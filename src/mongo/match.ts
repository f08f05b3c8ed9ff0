import type { Document, Filter } from 'mongodb';

/** One filter that asks for all of these: a flat one where no property occurs twice, so that it reads well in the server's log. */
export function allOf(...conditions: readonly (Filter<Document> | null | undefined)[]): Filter<Document> {
  const given = conditions
    .filter((one) => one !== null && one !== undefined)
    .filter((one) => Object.keys(one).length > 0);
  const properties = given.flatMap((one) => Object.keys(one));
  if (new Set(properties).size === properties.length) return Object.assign({}, ...given);
  return { $and: given };
}
