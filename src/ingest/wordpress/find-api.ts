import { parseDocument } from 'htmlparser2';
import { findOne } from 'domutils';
import { StartError } from '#errors.ts';
import { whyNot } from './no-answer.ts';
import type { PoliteClient } from './polite-client.ts';
import { restRoot, type RestRoot } from './rest-shapes.ts';
import { NoAnswer, type Answer, type Refusal } from './safe-get.ts';

export interface WordPressApi {
  readonly root: RestRoot;
  /** Language of the front page; '' = not said. */
  readonly language: string;
  /** Which of `MANNERS` a list is asked in, by route; the first where it is not here. */
  readonly manners: Map<string, number>;
  /** The address of a route such as `wp/v2/posts`. */
  address(route: string, query: Readonly<Record<string, string>>): URL;
}

const RELATION = 'https://api.w.org/';
const ROOT_FIELDS = 'name,url,home,timezone_string,namespaces';

/**
 * The REST API that a site's front page links to, by header or by element, else where WordPress has it. A copy of a site links to where the
 * original was, and a front page can be anything: what the page says is only looked at first. StartError where there is none.
 */
export async function findApi(site: URL, client: PoliteClient): Promise<WordPressApi> {
  const front = await answerOf(client, site);
  if (front instanceof NoAnswer && !MAY_BE_ELSEWHERE.has(front.refusal)) throw whyNot(site, front);
  const page = front instanceof NoAnswer ? NO_PAGE : readFront(front);
  const direct = front instanceof NoAnswer ? null : rootOf(front);
  if (direct !== null && !(front instanceof NoAnswer)) return apiAt(front.url, direct, '');
  // Each was tried long enough.
  if (!(front instanceof NoAnswer) && (front.status === 429 || front.status >= 500)) throw refusalOf(site, front);
  const tried: (Answer | NoAnswer)[] = [];
  for (const address of candidates(site, front instanceof NoAnswer ? site : front.url, page.api)) {
    const answer = await rootAt(client, address);
    const root = answer instanceof NoAnswer ? null : rootOf(answer);
    if (root !== null) return apiAt(address, root, page.language);
    tried.push(answer);
  }
  if (front instanceof NoAnswer) throw whyNot(site, front);
  const [first] = tried;
  if (page.hasLogin || [front, ...tried].some((one) => !(one instanceof NoAnswer) && wantsLogin(one)))
    throw lockedAt(site);
  if (front.status >= 400) throw refusalOf(site, front);
  // What it names as its API does not answer as one.
  if (page.api !== null && first !== undefined) {
    if (first instanceof NoAnswer) throw whyNot(site, first);
    if (first.status >= 400) throw refusalOf(site, first);
  }
  throw new StartError(
    `${site.href} is no WordPress whose REST API can be read: check the address, or import the site's export instead.`,
  );
}

/** Of an address that leads away, to where nothing is: the site may still answer for itself. */
const MAY_BE_ELSEWHERE: ReadonlySet<Refusal> = new Set(['unreachable', 'unknown-host', 'too-many-redirects']);

async function answerOf(client: PoliteClient, url: URL): Promise<Answer | NoAnswer> {
  try {
    return await client.get(url);
  } catch (error) {
    if (error instanceof NoAnswer) return error;
    throw error;
  }
}

/** Where an API may be: as the page says, below where the page came from, below the address itself; each once. */
function candidates(site: URL, front: URL, said: URL | null): readonly URL[] {
  const guesses = [front, site].flatMap((url) =>
    ['wp-json/', '?rest_route=/'].map((path) => new URL(path, folderOf(url))),
  );
  const all = [...(said === null ? [] : [said]), ...guesses];
  return [...new Map(all.map((url) => [url.href, url])).values()];
}

/** The root, in parts; as a whole where it is not told in parts. */
async function rootAt(client: PoliteClient, address: URL): Promise<Answer | NoAnswer> {
  const parts = new URL(address);
  parts.searchParams.set('_fields', ROOT_FIELDS);
  const answer = await answerOf(client, parts);
  const isRefused = !(answer instanceof NoAnswer) && (answer.status === 400 || answer.status === 404);
  return isRefused ? await answerOf(client, address) : answer;
}

function refusalOf(site: URL, { status }: Answer): StartError {
  return new StartError(`${site.href} answers with status ${status}: check the address, or try again later.`);
}

function wantsLogin({ status }: Answer): boolean {
  return status === 401 || status === 403;
}

function lockedAt(site: URL): StartError {
  return new StartError(
    `${site.href} asks for a login, or lets no programs in: set WORDPRESS_USER and WORDPRESS_PASSWORD (an application password), or import its export.`,
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

const NO_PAGE: FrontPage = { api: null, language: '', hasLogin: false };

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
    manners: new Map(),
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
