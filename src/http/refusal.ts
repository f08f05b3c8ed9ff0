import type { ErrorCode } from '#errors.ts';

/** A request that is refused before it is an operation. The message is shown, so it repeats nothing of the request. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: ErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    { code = 'BAD_USER_INPUT', headers = {} }: { code?: ErrorCode; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
