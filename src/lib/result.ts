/** What a step that may refuse its input gives back: a value, or why not, as data for the report. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `reason`: a documented kebab-case code; `field`: the property that was at fault, null where none was. */
  | { readonly ok: false; readonly reason: string; readonly field: string | null };

export function accepted<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function refused(reason: string, field: string | null = null): Result<never> {
  return { ok: false, reason, field };
}
