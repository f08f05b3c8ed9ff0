import { parseDocument } from 'htmlparser2';
import { findOne } from 'domutils';
import { StartError } from '#errors.ts';
import { whyNot } from './no-answer.ts';
import type { PoliteClient } from './polite-client.ts';
import { restRoot, type RestRoot } from './rest-shapes.ts';
import type { Answer } from './safe-get.ts';

export interface WordPressApi {
  readonly root: RestRoot;
  /** Language of the front page; '' = not said. */
  readonly language: string;
  /** The address of a route such as `wp/v2/posts`. */
  address(route: string, query: Readonly<Record<string, string>>): URL;
}

const RELATION = 'https://api.w.org/';
const ROOT_FIELDS = 'name,url,home,timezone_string,namespaces';

/** The REST API that a site's front page links to, by header or by element; else where WordPress has it. StartError where there is none. */
export async function findApi(site: URL, client: PoliteClient): Promise<WordPressApi> {
  const front = await client.get(site).catch((error: unknown) => {
    throw whyNot(site, error);
  });
  refuse(site, front);
  const direct = rootOf(front);
  if (direct !== null) return apiAt(front.url, direct, '');
  const page = readFront(front);
  const guesses = [new URL('wp-json/', folderOf(front.url)), new URL('?rest_route=/', folderOf(front.url))];
  let isLocked = page.hasLogin;
  for (const address of page.api === null ? guesses : [page.api]) {
    const at = new URL(address);
    at.searchParams.set('_fields', ROOT_FIELDS);
    const answer = await client.get(at).catch((error: unknown) => {
      throw whyNot(site, error);
    });
    const root = rootOf(answer);
    if (root !== null) return apiAt(address, root, page.language);
    if (page.api !== null) refuse(site, answer);
    isLocked ||= wantsLogin(answer);
  }
  if (isLocked) throw lockedAt(site);
  throw new StartError(
    `${site.href} is no WordPress whose REST API can be read: check the address, or import the site's export instead.`,
  );
}

function refuse(site: URL, answer: Answer): void {
  const { status } = answer;
  if (wantsLogin(answer)) throw lockedAt(site);
  if (status >= 400)
    throw new StartError(`${site.href} answers with status ${status}: check the address, or try again later.`);
}

function wantsLogin({ status }: Answer): boolean {
  return status === 401 || status === 403;
}

function lockedAt(site: URL): StartError {
  return new StartError(
    `${site.href} asks for a login: check WORDPRESS_USER and WORDPRESS_PASSWORD (an application password), or import its export.`,
  );
}

function rootOf({ status, body }: Answer): RestRoot | null {
  if (status !== 200 || !body.trimStart().startsWith('{')) return null;
  try {
    const root = restRoot.safeParse(JSON.parse(body));
    return root.success && root.data.namespaces.includes('wp/v2') ? root.data : null;
  } catch {
    return null;
  }
}

interface FrontPage {
  readonly api: URL | null;
  readonly language: string;
  /** Where a site shows itself to nobody, it asks for a password here. */
  readonly hasLogin: boolean;
}

/** What a page says: its header goes before its elements. */
function readFront({ headers, body, url }: Answer): FrontPage {
  const inHeader = (headers['link'] ?? '').split(/,(?=\s*<)/).map((link) => {
    const [, target, rest] = /^\s*<([^>]*)>(.*)$/s.exec(link) ?? [];
    return new RegExp(`;\\s*rel="?(?:[^";]*\\s)?${RELATION}(?:\\s[^";]*)?"?`).test(rest ?? '') ? target : undefined;
  });
  const nodes = parseDocument(body.slice(0, 500_000)).children;
  const element = findOne(
    ({ name, attribs }) => name === 'link' && (attribs['rel'] ?? '').split(/\s+/).includes(RELATION),
    nodes,
  );
  const found = inHeader.find((one) => one !== undefined) ?? element?.attribs['href'];
  const html = findOne(({ name }) => name === 'html', nodes);
  const password = findOne(({ name, attribs }) => name === 'input' && attribs['type'] === 'password', nodes);
  return {
    api: found === undefined ? null : URL.parse(found, url),
    language: html?.attribs['lang'] ?? '',
    hasLogin: password !== null,
  };
}

function folderOf(url: URL): URL {
  const folder = new URL(url);
  folder.search = '';
  folder.hash = '';
  folder.pathname = folder.pathname.replace(/[^/]*$/, '');
  return folder;
}

/** Without pretty permalinks the route is a parameter. */
function apiAt(base: URL, root: RestRoot, language: string): WordPressApi {
  const plain = base.searchParams.get('rest_route');
  return {
    root,
    language,
    address(route, query) {
      const url = new URL(base);
      url.hash = '';
      if (plain === null) {
        url.search = '';
        url.pathname = `${url.pathname.replace(/\/$/, '')}/${route}`;
      } else url.searchParams.set('rest_route', `/${route}`);
      url.searchParams.delete('_fields');
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url;
    },
  };
}
