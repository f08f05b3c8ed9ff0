import type { Ingest } from '#content/content-type.ts';
import type { AuthorItem } from '#content/imported-item.ts';
import { createPartIds } from '#content/part-ids.ts';
import { nameKey } from '#lib/name-key.ts';
import { accepted } from '#lib/result.ts';
import type { AuthorDoc } from './author.ts';

export const authorIngest: Ingest<AuthorDoc, AuthorItem, 'nameKey' | 'visible'> = {
  references: () => [],
  nameOf: ({ name }) => name,
  fields: ({ name, jobTitle, bio, image, links }, _previous, { id }) =>
    accepted({ name, jobTitle, bio, image: image && createPartIds(id).image(image), links }),
  derive: ({ name }, previous) => ({ nameKey: nameKey(name), visible: previous?.visible ?? [] }),
  defaultPath: ({ slug }) => `/author/${slug}`,
};
