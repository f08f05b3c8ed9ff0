import { isAddress } from '#content/stored.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import { detached } from '#lib/detached.ts';
import { isSerialised, metaOf } from './wxr-meta.ts';
import { slugOf } from './wxr-names.ts';
import type { WxrItem } from './wxr-shapes.ts';

/** Somebody who writes without being a user of the site, as Co-Authors Plus keeps them: as a post of a type of its own. */
export interface GuestAuthor {
  /** By which terms of posts name them, without `cap-`. */
  readonly slug: string;
  readonly name: string;
  readonly bio: string | null;
  readonly jobTitle: string | null;
  readonly website: string | null;
  /** Login of the user that they are as well. */
  readonly linkedTo: string | null;
  /** Id of an attachment. */
  readonly imageId: string | null;
}

/** What a post says of a guest author; null when it is none, is gone, or has no name. E-mail addresses are never read. */
export function guestAuthorOf(item: WxrItem): GuestAuthor | null {
  if (item.postType !== 'guest-author' || item.status === 'trash') return null;
  const text = (key: string, maxLength: number): string | null => {
    const value = metaOf(item, key);
    return value === null || isSerialised(value) ? null : detached(plainText(value).slice(0, maxLength)) || null;
  };
  const slug = slugOf(metaOf(item, 'cap-user_login') ?? item.postName).replace(/^cap-/, '');
  const name = text('cap-display_name', 2_000) ?? (plainText(item.title) || null);
  const website = metaOf(item, 'cap-website');
  return slug === '' || name === null
    ? null
    : {
        slug: detached(slug),
        name: detached(name),
        bio: text('cap-description', 20_000),
        jobTitle: text('cap-job_title', 2_000),
        website: website !== null && /^https?:/i.test(website) && isAddress(website) ? detached(website) : null,
        linkedTo: metaOf(item, 'cap-linked_account'),
        imageId: metaOf(item, '_thumbnail_id'),
      };
}
