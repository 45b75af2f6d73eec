/** The shape of a namespace: the same keys, any words. */
export type Wording<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? readonly string[]
      : Wording<T[K]>;
};
