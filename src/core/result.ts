/** The outcome of something that may fail in an expected way; the reason is a tagged value, never a sentence. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value as a success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** Wraps a reason as a failure. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
