/** A value of type `T` that only its own constructor makes: ids and years cannot be mixed up by accident. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
