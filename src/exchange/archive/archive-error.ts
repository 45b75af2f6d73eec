/** Why an archive was not read; `entry` is the name inside it. */
export type ArchiveError =
  | { readonly kind: "not-an-archive" }
  /** It uses what we never write: encryption, parts on several disks, 64-bit sizes or another packing. */
  | { readonly kind: "unsupported-archive" }
  | { readonly kind: "too-large"; readonly limit: number }
  | { readonly kind: "too-many-entries"; readonly limit: number }
  | { readonly kind: "unpacks-too-large" }
  | {
      readonly kind: "unknown-entry" | "repeated-entry" | "missing-entry" | "damaged-entry";
      readonly entry: string;
    }
  | { readonly kind: "newer-version"; readonly version: number };
