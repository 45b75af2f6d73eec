import type { OpenedFile, UnreadReason } from "#bridge/desktop-bridge.ts";
import { printableText } from "#core/command/printable-text.ts";
import { recogniseDocument } from "#exchange/document/recognise-document.ts";
import type { StorageError } from "../store-error.ts";
import type { NamedDocument, SourceStore } from "./source-store.ts";

/** What became of one chosen file; `title` is that of the plan whose original it is. */
export type AttachOutcome =
  | { readonly kind: "attached" | "present"; readonly name: string; readonly title: string }
  | { readonly kind: "unknown" | "empty" | "undecodable"; readonly name: string }
  | { readonly kind: "unread"; readonly name: string; readonly reason: UnreadReason }
  | {
      readonly kind: "not-stored";
      readonly name: string;
      readonly title: string;
      readonly error: StorageError;
    };

/** Attaches the files that are originals of plans, one after the other, and says of each what became of it. */
export async function attachFiles(
  store: SourceStore,
  files: readonly OpenedFile[],
): Promise<readonly AttachOutcome[]> {
  const named = new Map((await store.readNamedDocuments()).map((document) => [document.sha256, document]));
  const outcomes: AttachOutcome[] = [];
  for (const file of files) outcomes.push(await attachFile(store, file, named));
  return outcomes;
}

async function attachFile(
  store: SourceStore,
  file: OpenedFile,
  named: ReadonlyMap<string, NamedDocument>,
): Promise<AttachOutcome> {
  // A name may hold marks of direction, which would turn the sentence that tells it.
  const name = printableText(file.name);
  if (file.kind === "unread") return { kind: "unread", name, reason: file.reason };
  // What crossed from the machine may be a view of shared memory, which hashing does not take.
  const bytes = new Uint8Array(file.bytes);
  const found = await recogniseDocument(bytes, new Set(named.keys()));
  if (found.kind !== "recognised") return { kind: found.kind, name };
  const { sha256, text } = found;
  const { title, file: document } = named.get(sha256) ?? { title: name, file: name };
  if (await store.hasSource(sha256)) return { kind: "present", name, title };
  const stored = await store.attachSource({ sha256, file: document, text, bytes: bytes.byteLength });
  return stored.ok
    ? { kind: "attached", name, title }
    : { kind: "not-stored", name, title, error: stored.error };
}
