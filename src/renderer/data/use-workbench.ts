import { useLiveQuery } from "dexie-react-hooks";
import { createContext, createElement, type ReactNode, useContext } from "react";
import type { BackupState } from "./backup/backup-keeper.ts";
import { useStore } from "zustand";
import type { Concept } from "#core/plan/concept.ts";
import type { ConceptId, JurisdictionCode, PlanId } from "#core/plan/ids.ts";
import type { Jurisdiction, Plan } from "#core/plan/plan.ts";
import { conceptsById, jurisdictionsByCode } from "./catalogue.ts";
import type { DiskSpace } from "#bridge/disk-space.ts";
import type { Waiting } from "./journal/waiting-edits.ts";
import type { LibraryEntry } from "./library-entry.ts";
import type { ConnectionState, SaveState } from "./save-state.ts";
import type { HistoryStep, PlanHistory, WorkbenchStore } from "./workbench-store.ts";

const WorkbenchContext = createContext<WorkbenchStore | null>(null);

/** The store of the planner's data. */
export function useWorkbench(): WorkbenchStore {
  const store = useContext(WorkbenchContext);
  if (store === null) throw new Error("useWorkbench outside of WorkbenchProvider");
  return store;
}

const LibraryContext = createContext<readonly LibraryEntry[] | undefined>(undefined);

/** Gives the store to everything below it, and reads its library once for all who ask for it. */
export function WorkbenchProvider(props: { readonly value: WorkbenchStore; readonly children?: ReactNode }) {
  const { value: store, children } = props;
  const library = useLiveQuery(() => store.readLibrary(), [store]);
  const shown = createElement(LibraryContext, { value: library }, children);
  return createElement(WorkbenchContext, { value: store }, shown);
}

/** All plans, live; `undefined` while loading. */
export function useLibrary(): readonly LibraryEntry[] | undefined {
  return useContext(LibraryContext);
}

/** One plan, live; `undefined` while loading, `null` when it is not there. */
export function usePlan(id: PlanId): Plan | null | undefined {
  const store = useWorkbench();
  const waiting = useStore(store.waiting);
  const read = useLiveQuery(async () => ({ id, plan: await store.readPlan(id) }), [store, id, waiting]);
  return read?.id === id ? read.plan : undefined;
}

/** Whether there is no such plan. A plan that was just made may not be listed yet, so the database itself is asked then. */
export function usePlanGone(id: PlanId): boolean {
  const store = useWorkbench();
  const library = useLibrary();
  const unlisted = library !== undefined && library.every((entry) => entry.id !== id);
  const read = useLiveQuery(
    async () => ({ id, gone: unlisted && (await store.readPlan(id)) === null }),
    [store, id, unlisted],
  );
  return read?.id === id && read.gone;
}

/** What can be undone and redone in a plan, live; `undefined` while loading or when the plan is not there. */
export function usePlanHistory(id: PlanId): PlanHistory | undefined {
  const store = useWorkbench();
  const read = useLiveQuery(async () => ({ id, history: await store.readHistory(id) }), [store, id]);
  return read?.id === id ? (read.history ?? undefined) : undefined;
}

/** What this window took back or did again last in a plan; `null` before the first time. */
export function useHistoryStep(plan: PlanId): HistoryStep | null {
  const step = useStore(useWorkbench().stepped);
  return step?.plan === plan ? step : null;
}

/** Edits that the database refused and that wait. */
export function useWaiting(): Waiting {
  return useStore(useWorkbench().waiting);
}

/** How full the disk is; `null` until that is known. */
export function useDiskSpace(): DiskSpace | null {
  return useStore(useWorkbench().diskSpace);
}

/** How the last try to back up ended. */
export function useBackupState(): BackupState {
  return useStore(useWorkbench().backupState);
}

/** Whether the planner's edits are saved. */
export function useSaveState(): SaveState {
  return useStore(useWorkbench().saveState);
}

/** Whether this window may still write. */
export function useConnection(): ConnectionState {
  return useStore(useWorkbench().connection);
}

/** All concepts by id; the catalogue is part of the program and never changes while it runs. */
export function useConcepts(): ReadonlyMap<ConceptId, Concept> {
  return conceptsById;
}

/** All known jurisdictions by code. */
export function useJurisdictions(): ReadonlyMap<JurisdictionCode, Jurisdiction> {
  return jurisdictionsByCode;
}
