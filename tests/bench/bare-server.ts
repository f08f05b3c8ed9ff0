import { createServer } from 'node:http';

/** The floor of the bench: answers the bytes that were put at an address. Prints a line `{ "url" }` when it answers. */
const answers = new Map<string, Buffer>();

const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const path = req.url ?? '';
    if (req.method === 'PUT') {
      answers.set(path, Buffer.concat(chunks));
      res.writeHead(204).end();
      return;
    }
    const body = answers.get(path) ?? Buffer.from('');
    res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on TCP');
  console.log(JSON.stringify({ url: `http://127.0.0.1:${address.port}` }));
});
