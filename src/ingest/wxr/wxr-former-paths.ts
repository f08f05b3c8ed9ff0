import { slugOf } from './wxr-names.ts';
import type { WxrItem } from './wxr-shapes.ts';

const MAX_PATHS = 100;

/** Where a post was under its earlier slugs and dates, which WordPress redirects, as far as its permalink is made of them. */
export function formerPaths(post: WxrItem, path: string | null, slug: string): string[] {
  if (path === null) return [];
  const slugs =
    slug !== '' && path.endsWith(`/${slug}`)
      ? [slug, ...valuesOf(post, '_wp_old_slug').map((one) => slugOf(one))]
      : [null];
  const dated = /^(.*?\/)(\d{4}\/\d\d\/(?:\d\d\/)?)(?=[^/]*$)/.exec(path);
  const dates = dated === null ? [] : valuesOf(post, '_wp_old_date').filter((one) => /^\d{4}-\d\d-\d\d$/.test(one));
  const made = new Set<string>();
  for (const one of slugs) {
    if (one === '' || one?.includes('/') === true) continue;
    const at = one === null ? path : path.slice(0, -slug.length) + one;
    made.add(at);
    for (const date of dates) made.add(withDate(at, dated, date));
  }
  made.delete(path);
  return [...made].slice(0, MAX_PATHS);
}

/** The path with another date, as long as the one that it has: year and month, or the day, too. */
function withDate(path: string, dated: RegExpExecArray | null, date: string): string {
  const [, before = '', printed = ''] = dated ?? [];
  return `${before}${`${date.replaceAll('-', '/')}/`.slice(0, printed.length)}${path.slice(before.length + printed.length)}`;
}

function valuesOf({ meta }: WxrItem, key: string): readonly string[] {
  return meta.filter(([name]) => name === key).map(([, value]) => value.trim());
}
