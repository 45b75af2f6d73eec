import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, invertChanges } from "#core/command/apply-command.ts";
import type { CellEdit, Command, NewIndicator } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { indicatorId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { changesAbout } from "#renderer/data/db/changes-about.ts";
import { changesSchema, toChangeRows } from "#renderer/data/db/change-row.ts";
import { toCommandRow } from "#renderer/data/db/command-row.ts";
import { changesOf } from "../../core/command/arbitraries.ts";
import { anyField, planArbitrary } from "../../core/plan/arbitraries.ts";

const ROWS = 210;

const typed = fc.constantFrom(
  "",
  "33",
  "12.5",
  "2.3亿",
  "达到50%",
  "保底100，力争130",
  "约束性",
  "科技局",
  "%",
  "3—2家",
);

/** Rows that come, and edits of them and of rows that are there, more than a block takes. */
const paste = (plan: Plan): fc.Arbitrary<Command> => {
  const rows = Array.from({ length: ROWS }, (_, at): NewIndicator => {
    const id = indicatorId(`draft-1/pasted-${at}`);
    return {
      id,
      concept: null,
      name: `指标${at}`,
      unit: "家",
      attribute: "unspecified",
      department: null,
      category: null,
    };
  });
  const ids = [...plan.indicators, ...rows].map(({ id }) => id);
  const cell: fc.Arbitrary<CellEdit> = fc.record({
    indicator: fc.constantFrom(...ids),
    field: anyField,
    text: typed,
  });
  return fc.array(cell, { minLength: 250, maxLength: 320 }).map((edits) => ({
    type: "batch",
    commands: [
      { type: "addIndicators", rows, before: null },
      { type: "editCells", edits },
    ],
  }));
};

const pasted = planArbitrary().chain((plan) =>
  paste(plan).map((command) => ({ plan, command, changes: changesOf(plan, command) })),
);

/** What the machine's copy and the database give back. */
const throughJson = (changes: readonly PlanChange[]): unknown =>
  JSON.parse(JSON.stringify(toChangeRows(changes)));

describe("changes kept as blocks", () => {
  test("are read back as they were made, and so are those that take them back", () => {
    fc.assert(
      fc.property(pasted, ({ changes }) => {
        expect(changesSchema.parse(throughJson(changes))).toEqual(changes);
        const inverse = invertChanges(changes);
        expect(changesSchema.parse(throughJson(inverse))).toEqual(inverse);
      }),
      { numRuns: 6 },
    );
  });

  test("lead to the same plan and back", () => {
    fc.assert(
      fc.property(pasted, ({ plan, changes }) => {
        const there = applyChanges(plan, changesSchema.parse(throughJson(changes)));
        expect(there).toEqual(applyChanges(plan, changes));
        expect(applyChanges(there, changesSchema.parse(throughJson(invertChanges(changes))))).toEqual(plan);
      }),
      { numRuns: 6 },
    );
  });

  test("speak of one row in the words of all", () => {
    fc.assert(
      fc.property(pasted, fc.nat(), ({ changes }, pick) => {
        const picked = changes[pick % changes.length];
        const indicator =
          picked !== undefined && "indicator" in picked ? picked.indicator : indicatorId("none");
        const about = changesAbout(toChangeRows(changes), indicator);
        expect(changesSchema.parse(about)).toEqual(
          changes.filter((change) => "indicator" in change && change.indicator === indicator),
        );
      }),
      { numRuns: 6 },
    );
  });

  test("take an eighth of the room that the same cells take one by one", () => {
    const [sample] = fc.sample(pasted, { numRuns: 1, seed: 5 });
    const numbers = Array.from({ length: 3 * ROWS }, (_, at): PlanChange => {
      const [indicator, field] = [
        indicatorId(`draft-1/pasted-${Math.floor(at / 3)}`),
        { kind: "observation", year: year(2020 + (at % 3)) } as const,
      ];
      const none = { kind: "observation", observation: null, source: null, rejected: null } as const;
      const observation = { value: 1000 + at, basis: "estimated", decimals: 0 } as const;
      return { kind: "cell", indicator, field, before: none, after: { ...none, observation } };
    });
    const changes = [...(sample?.changes.filter(({ kind }) => kind === "row") ?? []), ...numbers];
    const single = changes.flatMap((change) => toChangeRows([change]));
    const length = (rows: unknown) => JSON.stringify(rows).length;
    expect(changesSchema.parse(throughJson(changes))).toEqual(changes);
    expect(length(toChangeRows(changes))).toBeLessThan(length(single) / 8);
  });

  test("keep the texts as typed with their cells", () => {
    const [sample] = fc.sample(pasted, { numRuns: 1, seed: 7 });
    if (sample?.command.type !== "batch") throw new Error("No paste");
    const [, edits] = sample.command.commands;
    if (edits?.type !== "editCells") throw new Error("No edits");
    const row = toCommandRow(edits);
    if (row.type !== "editCells" || !("block" in row)) throw new Error("No block");
    const { indicators, fields, steps, texts } = row.block;
    let place = 0;
    const read = steps.map((step, at) => {
      place += step;
      const width = fields.length;
      return {
        indicator: indicators[Math.floor(place / width)],
        field: fields[place % width],
        text: texts[at],
      };
    });
    expect(read).toEqual(edits.edits);
  });
});

describe("a damaged block is refused", () => {
  const [sample] = fc.sample(pasted, { numRuns: 1, seed: 11 });
  const rows = toChangeRows(sample?.changes ?? []);
  const block = (kind: "cells" | "rows") => rows.find((row) => row.kind === kind);
  const cells = block("cells");
  const come = block("rows");

  test("which is none as it was written", () => {
    expect([cells, come].map((row) => changesSchema.safeParse([row]).success)).toEqual([true, true]);
  });

  test.each([
    ["cells outside of it", { ...cells, steps: [-1] }],
    ["steps that are no numbers", { ...cells, steps: ["1"] }],
    ["fewer contents than cells", { ...cells, before: [] }],
    ["a field that is none", { ...cells, fields: [{ kind: "observation", year: 1200 }] }],
    ["rows without names", { ...cells, indicators: [3] }],
    ["a content that is none", { ...cells, after: [[1, 2, 3]], before: [null], steps: [0] }],
    ["rows of another length", { ...come, names: [] }],
    ["a way that is none", { ...come, way: "stay" }],
    ["an attribute that is none", { ...come, attributes: ["soft"] }],
    ["a base that is none", { ...come, base: { year: 2020 } }],
  ])("%s", (_, row) => {
    expect(changesSchema.safeParse([row]).success).toBe(false);
  });
});
