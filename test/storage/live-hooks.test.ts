import { createElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, test } from "vitest";
import { type PlanId, planId } from "#core/plan/ids.ts";
import {
  useLibrary,
  usePlan,
  usePlanHistory,
  useSaveState,
  WorkbenchProvider,
} from "#renderer/data/use-workbench.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "./build-plan.ts";
import { openStore, openWithDraft, valueOf } from "./open-for-test.ts";

const roots: Root[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) root.unmount();
});

/** Shows what the hooks say about a plan as one line of text. */
function Line(props: { readonly id: PlanId }) {
  const library = useLibrary();
  const plan = usePlan(props.id);
  const history = usePlanHistory(props.id);
  const save = useSaveState();
  const title = plan === undefined ? "…" : (plan?.title ?? "none");
  const rejected = plan?.indicators.flatMap((indicator) => indicator.rejected).length ?? 0;
  const parts = [title, rejected, library?.length, history?.canUndo, save.kind];
  return createElement("p", null, parts.map(String).join("|"));
}

function show(store: WorkbenchStore, id: PlanId): () => string {
  const host = document.createElement("div");
  const root = createRoot(host);
  roots.push(root);
  root.render(createElement(WorkbenchProvider, { value: store }, createElement(Line, { id })));
  return () => host.textContent;
}

test("a page shows an edit that another window made", async () => {
  const { store: one, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 2));
  const two = await openStore(database, seeds);
  const text = show(two, draft);
  await expect.poll(text).toBe("草案|0|2|false|idle");
  valueOf(await one.execute(draft, typed(0, "不清楚")));
  await expect.poll(text).toBe("草案|1|2|true|idle");
  valueOf(await one.removeDraft(draft));
  await expect.poll(text).toBe("none|0|1|undefined|idle");
});

test("a plan that is not there is told from one that is still being read", async () => {
  const { store } = await openWithDraft(buildPlan("p", 2));
  const text = show(store, planId("nowhere"));
  await expect.poll(text).toBe("none|0|2|undefined|saved");
});

test("four parts of a page that ask for a plan at once all follow it", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 2));
  const texts = Array.from({ length: 4 }, () => show(store, draft));
  const shown = () => texts.map((text) => text().slice(0, 4));
  await expect.poll(shown).toEqual(["草案|0", "草案|0", "草案|0", "草案|0"]);
  valueOf(await store.execute(draft, typed(0, "不清楚")));
  await expect.poll(shown).toEqual(["草案|1", "草案|1", "草案|1", "草案|1"]);
});
