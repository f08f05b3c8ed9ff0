import { serialize, type Document } from 'bson';
import { readBson } from './read-bson.ts';

/** The wire protocol: OP_MSG both ways, and the old OP_QUERY for a driver's first hello. */
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const EXHAUST_ALLOWED = 0x10000;

export interface Request {
  readonly id: number;
  readonly legacy: boolean;
  readonly command: Document;
  /** Documents of an insert, not decoded. */
  readonly documents: readonly Uint8Array[];
  /** The client wants no answer. */
  readonly silent: boolean;
  /** The client takes one answer after another (streaming hello). */
  readonly exhaust: boolean;
}

/** Reads one message; throws for what is no message of a driver. */
export function readRequest(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === OP_QUERY) {
    const nameEnd = message.indexOf(0, 20);
    const command = readBson(message.subarray(nameEnd + 9));
    return { id, legacy: true, command, documents: [], silent: false, exhaust: false };
  }
  if (opcode !== OP_MSG) throw new Error(`unsupported opcode ${opcode}`);
  const flags = message.readUInt32LE(16);
  const { command, documents } = readSections(
    message,
    (flags & CHECKSUM_PRESENT) !== 0 ? message.length - 4 : message.length,
  );
  return {
    id,
    legacy: false,
    command,
    documents,
    silent: (flags & MORE_TO_COME) !== 0,
    exhaust: (flags & EXHAUST_ALLOWED) !== 0,
  };
}

function readSections(message: Buffer, end: number): { command: Document; documents: readonly Uint8Array[] } {
  let command: Document = {};
  const lists: Document = {};
  let documents: readonly Uint8Array[] = [];
  for (let at = 20; at < end;) {
    const kind = message[at++];
    const size = message.readInt32LE(at);
    const section = message.subarray(at, at + size);
    at += size;
    if (kind === 0) command = readBson(section);
    else if (kind === 1) {
      const nameEnd = section.indexOf(0, 4);
      const name = section.toString('utf8', 4, nameEnd);
      const items = readSequence(section, nameEnd + 1);
      if (name === 'documents') documents = items;
      else lists[name] = items.map((item) => readBson(item));
    } else throw new Error(`unsupported section ${kind}`);
  }
  const inline: unknown = command['documents'];
  if (Array.isArray(inline)) documents = inline.map((document) => serialize(document));
  return { command: { ...command, ...lists }, documents };
}

function readSequence(section: Buffer, start: number): readonly Buffer[] {
  const items: Buffer[] = [];
  for (let at = start; at < section.length;) {
    const size = section.readInt32LE(at);
    items.push(section.subarray(at, at + size));
    at += size;
  }
  return items;
}

let lastReplyId = 0;

interface ReplyTo {
  readonly id: number;
  readonly legacy: boolean;
}

/** What comes before a body; with the message's id, because the next answer of a stream answers this one. */
export function replyHead(
  { id, legacy }: ReplyTo,
  body: Uint8Array,
  more = false,
): { readonly id: number; readonly head: Buffer } {
  const head = Buffer.alloc(legacy ? 36 : 21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(++lastReplyId, 4);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  if (more) head.writeUInt32LE(MORE_TO_COME, 16);
  if (legacy) {
    head.writeInt32LE(8, 16); // AwaitCapable
    head.writeInt32LE(1, 32); // one document
  }
  return { id: lastReplyId, head };
}

interface CursorReply {
  readonly batch: 'firstBatch' | 'nextBatch';
  readonly documents: readonly Uint8Array[];
  /** 0n when nothing is left. */
  readonly id: bigint;
  readonly namespace: string;
  /** Further fields of the cursor. */
  readonly cursor?: Document;
  /** Further fields of the reply. */
  readonly reply: Document;
}

/** `{ cursor: { firstBatch: […], id, ns }, … }` around documents that stay as they are stored: large ones are copied once. */
export function cursorBody({ batch, documents, id, namespace, cursor = {}, reply }: CursorReply): Buffer {
  const idBytes = Buffer.alloc(8);
  idBytes.writeBigInt64LE(id);
  const items = documents.flatMap((document, place) => [Buffer.from(`\x03${place}\0`, 'latin1'), document]);
  const fields = wrapped([
    Buffer.from(`\x04${batch}\0`, 'latin1'),
    ...wrapped(items),
    Buffer.from('\x12id\0', 'latin1'),
    idBytes,
    fieldsOf({ ns: namespace, ...cursor }),
  ]);
  return Buffer.concat(wrapped([Buffer.from('\x03cursor\0', 'latin1'), ...fields, fieldsOf(reply)]));
}

const fieldsOf = (document: Document): Uint8Array => serialize(document, { ignoreUndefined: true }).subarray(4, -1);

/** The parts of a document around those of its fields. */
function wrapped(fields: readonly Uint8Array[]): readonly Uint8Array[] {
  const size = Buffer.alloc(4);
  size.writeInt32LE(fields.reduce((sum, { length }) => sum + length, size.length + END.length));
  return [size, ...fields, END];
}

const END = Buffer.alloc(1);
