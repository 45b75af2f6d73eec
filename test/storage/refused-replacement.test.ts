import { expect, test } from "vitest";
import { withObservation } from "#core/plan/observation-table.ts";
import { year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { buildPlan } from "./build-plan.ts";
import { openWithDraft, planOf, valueOf } from "./open-for-test.ts";

/** Enough values for an entry of the journal that is kept in memory. */
const ROWS = 1_200;

/** All that a plan holds, as one text: comparing thousands of values one by one takes long. */
const textOf = (plan: Plan): string => JSON.stringify(writePlanFile(plan));

test("after a large replacement that was refused, undo and redo are of the edit that came next and of nothing else", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", ROWS));
  const before = await planOf(store, draft);
  const value = { value: 7, basis: "estimated", decimals: 0 } as const;
  const filled = before.indicators.reduce(
    (observations, _, row) => withObservation(observations, row, year(2016), value),
    before.observations,
  );
  // A longer period cannot come in with a replacement.
  const longer: Plan = {
    ...before,
    observations: filled,
    period: { ...before.period, end: year(2021) },
  };
  const how = { kind: "replace", entry: 0 } as const;
  expect(await store.takeIn([{ plan: longer, how }])).toMatchObject({ error: { kind: "unfit-replacement" } });
  valueOf(await store.execute(draft, typed(0, "5")));
  const edited = await planOf(store, draft);
  expect(valueOf(await store.undo(draft))).toHaveLength(1);
  expect(textOf(await planOf(store, draft))).toBe(textOf(before));
  valueOf(await store.redo(draft));
  expect(textOf(await planOf(store, draft))).toBe(textOf(edited));
});
