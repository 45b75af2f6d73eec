import { expect, test } from "vitest";
import type { Command } from "#core/command/command.ts";
import type { NarrativeBlock } from "#core/narrative/narrative.ts";
import { buildPlan } from "./build-plan.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

const paragraph = (text: string): NarrativeBlock => ({
  kind: "paragraph",
  runs: [{ kind: "words", text, strong: false }],
});
const write = (...texts: readonly string[]): Command => ({
  type: "writeSection",
  section: "safeguards",
  blocks: texts.map(paragraph),
});

test("the text is the same after a restart, and each time of writing is one step of undo", async () => {
  const { store, draft, database, seeds } = await openWithDraft(buildPlan("p", 3));
  valueOf(await store.execute(draft, write("加强组织领导。")));
  const one = await planOf(store, draft);
  valueOf(await store.execute(draft, write("加强组织领导。", "强化资金保障。")));
  valueOf(await store.undo(draft));
  expect(await planOf(store, draft)).toEqual(one);
  valueOf(await store.redo(draft));
  await store.close();
  const again = await openStore(database, seeds);
  const { narrative } = await planOf(again, draft);
  expect(narrative).toEqual([
    { section: "safeguards", blocks: [paragraph("加强组织领导。"), paragraph("强化资金保障。")] },
  ]);
  const { entries } = await again.readEntries(draft, 4);
  expect(entries[0]).toMatchObject({ kind: "redo", deed: { type: "writeSection", section: "safeguards" } });
  await again.close();
});

test("an edit of the table leaves the text as it is in memory, and writing leaves the rows", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3));
  valueOf(await store.execute(draft, write("加强组织领导。")));
  const before = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(0, "12")));
  const after = await planOf(store, draft);
  expect(after.narrative).toBe(before.narrative);
  valueOf(await store.execute(draft, write("加强统筹。")));
  expect((await planOf(store, draft)).indicators).toBe(after.indicators);
  await store.close();
});
