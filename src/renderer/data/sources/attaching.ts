import { createStore, type StoreApi } from "zustand/vanilla";
import type { BridgeErrorCode, DesktopBridge, OpenedFile } from "#bridge/desktop-bridge.ts";
import type { StorageError } from "../store-error.ts";
import { attachFiles, type AttachOutcome } from "./attach-files.ts";
import { pickFiles, readFiles } from "./pick-files.ts";
import type { AttachedDocument, SourceStore } from "./source-store.ts";

/** What the planner is told of the last attaching or detaching. */
export type AttachMessage =
  | { readonly kind: "report"; readonly outcomes: readonly AttachOutcome[] }
  | { readonly kind: "detached"; readonly title: string; readonly document: AttachedDocument }
  | { readonly kind: "machine"; readonly code: BridgeErrorCode }
  | { readonly kind: "storage"; readonly error: StorageError };

/** Whether files are being read, and what is to be told. */
export interface AttachState {
  readonly busy: boolean;
  readonly message: AttachMessage | null;
}

/** Attaching and detaching of originals, the same from every room. */
export interface Attaching {
  readonly state: StoreApi<AttachState>;
  /** Lets the planner choose files and attaches them. */
  readonly choose: () => Promise<void>;
  /** Attaches files that were dropped. */
  readonly take: (files: readonly File[]) => Promise<void>;
  readonly detach: (sha256: string) => Promise<void>;
  /** Attaches again what was detached last. */
  readonly undo: () => Promise<void>;
  readonly dismiss: () => void;
}

/** What attaching works with. */
export interface AttachingNeeds {
  readonly bridge: Pick<DesktopBridge, "capabilities" | "openFiles">;
  readonly store: SourceStore;
}

/** Makes the attaching of a window. */
export function createAttaching({ bridge, store }: AttachingNeeds): Attaching {
  const state = createStore<AttachState>(() => ({ busy: false, message: null }));
  const tell = (message: AttachMessage | null) => state.setState({ message });

  /** One at a time: a second picker would stand over the first. */
  const alone = async (work: () => Promise<void>) => {
    if (state.getState().busy) return;
    state.setState({ busy: true });
    try {
      await work();
    } finally {
      state.setState({ busy: false });
    }
  };

  const attach = async (files: readonly OpenedFile[]) => {
    const outcomes = await attachFiles(store, files);
    if (outcomes.length > 0) tell({ kind: "report", outcomes });
  };

  return {
    state,
    choose: () =>
      alone(async () => {
        tell(null);
        const reply = await pickFiles(bridge, ["text"]);
        if (!reply.ok) tell({ kind: "machine", code: reply.code });
        else if (reply.value.kind === "opened") await attach(reply.value.files);
      }),
    take: (files) =>
      alone(async () => {
        tell(null);
        await attach(await readFiles(files));
      }),
    detach: (sha256) =>
      alone(async () => {
        const message = await letGo(store, sha256);
        if (message !== null) tell(message);
      }),
    undo: () =>
      alone(async () => {
        const { message } = state.getState();
        if (message?.kind !== "detached") return;
        const done = await store.attachSource(message.document);
        tell(done.ok ? null : { kind: "storage", error: done.error });
      }),
    dismiss: () => tell(null),
  };
}

/** Lets go of an original and says what to tell of it; nothing where it is not attached. */
async function letGo(store: SourceStore, sha256: string): Promise<AttachMessage | null> {
  const document = await store.readSource(sha256);
  if (document === null) return null;
  const named = (await store.readNamedDocuments()).find((each) => each.sha256 === sha256);
  const done = await store.detachSource(sha256);
  return done.ok
    ? { kind: "detached", title: named?.title ?? document.file, document }
    : { kind: "storage", error: done.error };
}
