import type { AuthorItem } from '#content/imported-item.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import type { WxrIndex } from './wxr-index.ts';
import { nameOfLogin, slugOf } from './wxr-names.ts';
import type { WxrItem } from './wxr-shapes.ts';

/** Who wrote what in an export. */
export interface WxrAuthors {
  readonly items: readonly AuthorItem[];
  /** Ids of a post's authors in byline order, each once: Co-Authors Plus' where it says them, else the creator. */
  of(item: WxrItem): readonly string[];
}

/** Authors that are declared, that created a post, or that a co-author term names. A login is an id here and never shown. */
export function authorsOf({ authors, creators, coAuthors }: WxrIndex): WxrAuthors {
  const items = new Map<string, AuthorItem>();
  const bySlug = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { login, displayName, firstName, lastName } of authors.values()) {
    const name = [displayName, `${firstName} ${lastName}`].map(plainText).find((one) => one !== '' && !isEmail(one));
    items.set(login, authorItem(login, name ?? nameOfLogin(displayName || login)));
    bySlug.set(slugOf('', login), login);
    bySlug.set(slugOf(login), login);
    if (name !== undefined) byName.set(name, byName.has(name) ? '' : login);
  }
  for (const login of creators) {
    const name = nameOfLogin(login);
    if (!items.has(login) && name !== '') items.set(login, authorItem(login, name));
  }
  const ofCoAuthor = new Map<string, string>();
  for (const [slug, name] of coAuthors) {
    const bare = slug.replace(/^cap-/, '');
    // The slug says who it is; a name does so only where one author has it.
    const login = bySlug.get(bare) ?? (items.has(name) ? name : byName.get(name));
    const id = login === undefined || login === '' ? bare : login;
    ofCoAuthor.set(slug, id);
    if (!items.has(id)) items.set(id, authorItem(id, isEmail(name) || name === '' ? nameOfLogin(id) : name));
  }
  return {
    items: [...items.values()],
    of(item) {
      const named = item.terms
        .filter(({ domain }) => domain === 'author')
        .map(({ slug }) => ofCoAuthor.get(slugOf(slug)));
      const ids = named.some((id) => id !== undefined) ? named : [item.creator];
      return [...new Set(ids.filter((id) => id !== undefined && items.has(id)))] as string[]; // undefined is filtered out
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

function isEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text);
}
