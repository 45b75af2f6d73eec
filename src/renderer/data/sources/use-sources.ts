import { useLiveQuery } from "dexie-react-hooks";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { OutlineEntry } from "#core/plan/plan.ts";
import { DocumentText } from "#exchange/document/document-text.ts";
import { type ReadingBlock, readingBlocks } from "#exchange/document/reading-blocks.ts";
import { useWorkbench } from "../use-workbench.ts";
import type { Attaching, AttachState } from "./attaching.ts";
import type { SourceStore } from "./source-store.ts";

const AttachingContext = createContext<Attaching | null>(null);

/** Gives the window's attaching to everything below it. */
export const AttachingProvider = AttachingContext.Provider;

/** Attaching and detaching of originals. */
export function useAttaching(): Attaching {
  const attaching = useContext(AttachingContext);
  if (attaching === null) throw new Error("useAttaching outside of AttachingProvider");
  return attaching;
}

/** Whether files are being attached, and what is to be told of it. */
export function useAttachState(): AttachState {
  return useStore(useAttaching().state);
}

/** Texts that were read lately; a text never changes under its hash. */
const known = new Map<string, DocumentText>();
const MOST_KNOWN = 4;

async function readText(store: SourceStore, sha256: string): Promise<DocumentText | null> {
  // Asked for also when the text is known: a live query learns by it of the detaching.
  if (!(await store.hasSource(sha256))) return null;
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const read = await store.readSource(sha256);
  if (read === null) return null;
  const text = new DocumentText(read.text);
  known.set(sha256, text);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return text;
}

/** The text of an attached original, live; `undefined` while loading, `null` when it is not attached or no hash is given. */
export function useSourceText(sha256: string | null): DocumentText | null | undefined {
  const store = useWorkbench();
  const read = useLiveQuery(
    async () => ({ sha256, text: sha256 === null ? null : await readText(store, sha256) }),
    [store, sha256],
  );
  return read?.sha256 === sha256 ? read.text : undefined;
}

const blocksOf = new WeakMap<
  DocumentText,
  { outline: readonly OutlineEntry[]; blocks: readonly ReadingBlock[] }
>();

/** The blocks of a document, reckoned once for each text and outline. */
export function blocksFor(text: DocumentText, outline: readonly OutlineEntry[]): readonly ReadingBlock[] {
  const before = blocksOf.get(text);
  if (before?.outline === outline) return before.blocks;
  const blocks = readingBlocks(text, outline);
  blocksOf.set(text, { outline, blocks });
  return blocks;
}
