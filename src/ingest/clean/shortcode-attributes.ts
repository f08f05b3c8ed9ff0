/** By name in lower case; bare values are numbered from 0. Entities stand as written, `&amp;` aside. */
export type Attributes = Readonly<Record<string, string>>;

/** What an editor that paints quotation marks made of those around a value. */
const PAINTED = /&#8220;|&#8221;|&#8243;|[“”″]/g;

/** The attributes of a shortcode: `name="value"`, `name='value'`, `name=value`, or a value alone. */
export function attributesOf(raw: string): Attributes {
  const found: Record<string, string> = {};
  let bare = 0;
  let text = raw.replaceAll(PAINTED, '"').replaceAll('&amp;', '&');
  // Escaped marks are part of a value, unless there are no others around it.
  if (!/=\s*["']/.test(text)) text = text.replaceAll('&quot;', '"');
  for (const match of text.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"([^"]*)"|([^\s"'=\]][^\s"'\]]*)/g,
  )) {
    const [, name, double, single, plain, quoted, word] = match;
    if (name !== undefined) found[name.toLowerCase()] = double ?? single ?? plain ?? '';
    else found[String(bare++)] = quoted ?? word ?? '';
  }
  return found;
}

/** Numbers in a list: `12, 11`, `11|full`. */
export function idsOf(list: string): readonly string[] {
  return list.split(/[\s,|]+/).filter((id) => /^\d+$/.test(id));
}
