// @ts-nocheck
/* oxlint-disable */
// MongoDB wire protocol framing: OP_MSG both ways, legacy OP_QUERY only for the driver's first hello.
import { deserialize, serialize, type Document } from 'bson';

export interface Request {
  id: number;
  op: number;
  cmd: Document;
  raw: Record<string, Buffer[]>;
  moreToCome: boolean;
  exhaust?: boolean;
}
const RAW = { documents: true } as const;
const parse = (b: Buffer) => deserialize(b, { promoteValues: true, promoteLongs: true, fieldsAsRaw: RAW as any });

export function decode(m: Buffer): Request {
  const id = m.readInt32LE(4),
    op = m.readInt32LE(12),
    raw: Record<string, Buffer[]> = {};
  if (op === 2004) {
    const e = m.indexOf(0, 20);
    return { id, op, cmd: parse(m.subarray(e + 9)), raw, moreToCome: false };
  }
  if (op !== 2013) throw new Error(`unsupported opcode ${op}`);
  const flags = m.readUInt32LE(16),
    end = flags & 1 ? m.length - 4 : m.length;
  let p = 20,
    cmd: Document = {};
  while (p < end) {
    const kind = m[p++]!,
      n = m.readInt32LE(p),
      sec = m.subarray(p, p + n);
    if (kind === 0) cmd = { ...parse(sec), ...cmd };
    else {
      let q = sec.indexOf(0, 4);
      const name = sec.toString('utf8', 4, q++);
      const docs: Buffer[] = [];
      while (q < n) {
        const l = sec.readInt32LE(q);
        docs.push(sec.subarray(q, q + l));
        q += l;
      }
      if (name === 'documents') raw.documents = docs;
      else cmd[name] = docs.map((d) => deserialize(d));
    }
    p += n;
  }
  if (cmd.documents) {
    raw.documents ??= cmd.documents;
    delete cmd.documents;
  }
  return { id, op, cmd, raw, moreToCome: !!(flags & 2), exhaust: !!(flags & 0x10000) };
}
let rid = 1;
export const lastId = () => rid - 1;
export function reply(req: Request, body: Buffer, more = false): Buffer {
  const legacy = req.op === 2004,
    head = Buffer.alloc(legacy ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(rid++, 4);
  head.writeInt32LE(req.id, 8);
  head.writeInt32LE(legacy ? 1 : 2013, 12);
  if (more) head.writeUInt32LE(2, 16);
  if (legacy) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, body]);
}
/** {cursor:{<batch>:[raw docs], id, ns}, ...rest} without decoding the documents. */
export function cursorBody(
  batch: string,
  docs: Uint8Array[],
  id: bigint,
  ns: string,
  rest: Document,
  extra: Document = {},
): Buffer {
  let len = 5;
  const names: Buffer[] = new Array(docs.length);
  for (let i = 0; i < docs.length; i++) {
    names[i] = Buffer.from(`\x03${i}\0`);
    len += names[i]!.length + docs[i]!.length;
  }
  const arr = Buffer.allocUnsafe(len);
  arr.writeInt32LE(len, 0);
  let p = 4;
  for (let i = 0; i < docs.length; i++) {
    p += names[i]!.copy(arr, p);
    arr.set(docs[i]!, p);
    p += docs[i]!.length;
  }
  arr[p] = 0;
  const nsB = Buffer.from(ns),
    idB = Buffer.alloc(8),
    nl = Buffer.alloc(4);
  idB.writeBigInt64LE(id);
  nl.writeInt32LE(nsB.length + 1);
  const ex = serialize(extra).subarray(4, -1);
  const inner = doc([
    Buffer.from(`\x04${batch}\0`),
    arr,
    Buffer.from('\x12id\0'),
    idB,
    Buffer.from('\x02ns\0'),
    nl,
    nsB,
    Buffer.from([0]),
    ex,
  ]);
  return doc([Buffer.from('\x03cursor\0'), inner, serialize(rest).subarray(4, -1)]);
}
function doc(parts: Uint8Array[]): Buffer {
  const l = Buffer.alloc(4),
    b = Buffer.concat([l, ...parts, Buffer.from([0])]);
  b.writeInt32LE(b.length, 0);
  return b;
}
