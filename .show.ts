import { createWxrSource } from '#ingest/wxr/wxr-source.ts';
import { textOf } from '#content/article/block-text.ts';
const [file = '', id] = process.argv.slice(2);
for await (const e of createWxrSource(file, file).open(new AbortController().signal)) {
  if (e.kind === 'notice' || e.kind === 'dynamic') console.log('!!', JSON.stringify(e));
  if (e.kind !== 'item' || e.item.type !== 'article' || (id !== undefined && e.item.id !== id)) continue;
  const { body, quotes, sources, ...rest } = e.item;
  console.log(JSON.stringify(rest, null, 1));
  for (const b of body)
    console.log(
      '#',
      b.type,
      'html' in b
        ? b.html
        : b.type === 'list'
          ? `${b.ordered} ` + JSON.stringify(b.items.map((i) => i.level + ' ' + i.html))
          : JSON.stringify(b).slice(0, 900),
    );
  console.log('QUOTES');
  for (const q of quotes) console.log(' ', JSON.stringify(q));
  console.log('SOURCES', JSON.stringify(sources));
}
