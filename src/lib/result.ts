/** What a step that may refuse its input gives back: a value, or why not, as data for the report. */
export type Result<Value, Reason extends string = string> =
  | { readonly ok: true; readonly value: Value }
  /** `reason`: a documented kebab-case code; `field`: the property that was at fault, null where none was. */
  | { readonly ok: false; readonly reason: Reason; readonly field: string | null };

export function accepted<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function refused<Reason extends string>(reason: Reason, field: string | null = null): Result<never, Reason> {
  return { ok: false, reason, field };
}
