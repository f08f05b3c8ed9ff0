import type { AuthorItem } from '#content/imported-item.ts';
import { bylineNames } from '#ingest/clean/byline.ts';
import { attachmentImage } from '#ingest/clean/image.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import type { WxrIndex } from './wxr-index.ts';
import { targetOf } from './wxr-term-index.ts';
import type { GuestAuthor } from './wxr-guest-authors.ts';
import { nameOfLogin, nicenameOf, slugOf } from './wxr-names.ts';
import { bylineOf } from './wxr-meta.ts';
import type { WxrItem } from './wxr-shapes.ts';

/** Who wrote what in an export. */
export interface WxrAuthors {
  readonly items: readonly AuthorItem[];
  /**
   * Ids of a post's authors in byline order, each once: Co-Authors Plus' where it says them, else the people of its byline, else the creator.
   * A creator whom the byline names is the author that the site itself shows, and stays the only one.
   */
  of(item: WxrItem): readonly string[];
}

/**
 * Authors that are declared, that created a post, or that a co-author term names. A login is an id here and never shown; a user's number and
 * name are a further key, because the name in addresses can be changed and a live site tells no login. `site` is what keys are made with.
 */
export function authorsOf(index: WxrIndex, site: string): WxrAuthors {
  const { authors, creators, coAuthors, guestAuthors, bylinePeople, mapping } = index;
  const items = new Map<string, AuthorItem>();
  const bySlug = new Map<string, string>();
  const byName = new Map<string, string>();
  const ids = new Map<string, string>();
  const numbers = Map.groupBy(authors.values(), ({ id }) => id);
  /** The name by which the live site knows a login; the login itself where another one has that name. */
  const idOf = (login: string): string => {
    const known = ids.get(login);
    if (known !== undefined) return known;
    const nicename = nicenameOf(login) || login;
    const id = items.has(nicename) ? login : nicename;
    ids.set(login, id);
    return id;
  };
  for (const { id: number, login, displayName, firstName, lastName } of authors.values()) {
    const name = [displayName, `${firstName} ${lastName}`].map(plainText).find((one) => one !== '' && !isEmail(one));
    const id = idOf(login);
    const isOwn = /^[1-9]\d{0,18}$/.test(number) && numbers.get(number)?.length === 1;
    const item = authorItem(id, name ?? nameOfLogin(displayName || login));
    const sourceKeys = isOwn ? [`wp:${site}:user:${number}:${slugOf('', item.name)}`] : [];
    items.set(id, { ...item, sourceKeys });
    bySlug.set(slugOf('', login), id);
    bySlug.set(slugOf(login), id);
    bySlug.set(id, id);
    if (name !== undefined) byName.set(name, byName.has(name) ? '' : id);
  }
  for (const login of creators) {
    const name = nameOfLogin(login);
    if (ids.has(login) || name === '') continue;
    const id = idOf(login);
    items.set(id, authorItem(id, name));
  }
  const ofCoAuthor = new Map<string, string>();
  for (const [slug, name] of coAuthors) {
    const bare = slug.replace(/^cap-/, '');
    // The slug says who it is; a name does so only where one author has it.
    const guest = guestAuthors.get(bare);
    const known = bySlug.get(bare) ?? ids.get(guest?.linkedTo ?? name) ?? byName.get(guest?.name ?? name);
    const id = known === undefined || known === '' ? bare : known;
    ofCoAuthor.set(slug, id);
    if (items.has(id)) continue;
    const item = authorItem(id, guest?.name ?? (isEmail(name) || name === '' ? nameOfLogin(id) : name));
    items.set(id, guest === undefined ? item : { ...item, ...detailsOf(guest, index) });
  }
  const ofBylineName = new Map<string, string>();
  for (const [slug, name] of bylinePeople) {
    const id = bySlug.get(slug) ?? (byName.get(name) || slug);
    ofBylineName.set(slug, id);
    if (!items.has(id)) items.set(id, authorItem(id, name));
  }
  const bylined = (item: WxrItem): readonly (string | undefined)[] => {
    const { people } = bylineNames(bylineOf(item, mapping) ?? '');
    if (people.length === 0) return [];
    const creator = ids.get(item.creator);
    // A user can be called as the byline is printed: "By Ida Quill", "Ida Quill and Tom Reed", "Ida Quill, AP".
    const names = creator === undefined ? [] : bylineNames(items.get(creator)?.name ?? '').people;
    if (names.some((name) => people.includes(name))) return [creator];
    const named = people.map((name) => ofBylineName.get(slugOf('', name)));
    return named.every((id) => id !== undefined) ? named : [];
  };
  return {
    items: [...items.values()],
    of(item) {
      const named = item.terms
        .filter(({ domain }) => targetOf(domain, mapping) === 'author')
        .map(({ slug }) => ofCoAuthor.get(slugOf(slug)));
      const creator = ids.get(item.creator);
      const people = named.some((id) => id !== undefined) ? named : bylined(item);
      const authors = people.length === 0 || (people !== named && people.includes(creator)) ? [creator] : people;
      return [...new Set(authors.filter((id) => id !== undefined && items.has(id)))] as string[]; // undefined is filtered out
    },
  };
}

function authorItem(id: string, name: string): AuthorItem {
  return {
    type: 'author',
    id: id.slice(0, 500),
    sourceKeys: [],
    // From the name: a login, or an e-mail address used as one, is nobody's business.
    slug: null,
    path: null,
    formerPaths: [],
    name: name.slice(0, 2_000),
    jobTitle: null,
    bio: null,
    image: null,
    links: [],
  };
}

function detailsOf(
  { jobTitle, bio, website, imageId }: GuestAuthor,
  { attachments }: WxrIndex,
): Pick<AuthorItem, 'jobTitle' | 'bio' | 'links' | 'image'> {
  const picture = attachments.get(imageId ?? '');
  return {
    jobTitle,
    bio,
    links: website === null ? [] : [website],
    image: picture === undefined ? null : attachmentImage(picture, { base: null }),
  };
}

function isEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text);
}
