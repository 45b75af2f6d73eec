import { z } from "./schema-library.ts";

/** A stored text of a document that the planner attached. */
export const documentTextSchema = z.object({
  /** SHA-256 of the file's bytes as lower-case hex, by which plans name their documents. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  file: z.string(),
  text: z.string(),
  /** When it was attached, in ms since the epoch. */
  attachedAt: z.number(),
  /** Size of the file. */
  bytes: z.number().int().min(0),
});

/** The text of an attached document as stored. */
export type DocumentTextRow = z.input<typeof documentTextSchema>;
