import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { year } from "#core/plan/ids.ts";
import { planArbitrary } from "../../core/plan/arbitraries.ts";
import { brokenFile } from "./broken-file.ts";
import { planOf } from "../../core/plan/plan-of.ts";

const plan = planOf([
  { name: "财政科技投入", unit: "亿元", observed: { 2015: "2.3" }, targets: { 2020: "达到5亿元" } },
  { name: "国家高新技术企业", unit: "家", observed: { 2015: "9" }, targets: { 2020: "达到33家" } },
]);

const broken = (path: readonly (string | number)[], value: unknown) =>
  brokenFile(writePlanFile(plan), path, value);

describe("readPlanFile", () => {
  test("gives back every plan that was written, through JSON", () => {
    fc.assert(
      fc.property(planArbitrary(), (any) => {
        const json = JSON.stringify(writePlanFile(any));
        expect(readPlanFile(JSON.parse(json), "own")).toEqual({ ok: true, value: any });
      }),
      { numRuns: 300 },
    );
  });

  // 7100 万元 are 0.71 亿元: the digits of one unit say nothing of those of the other.
  test("keeps values in the base unit, and shows another printed unit of a row in the row's own", () => {
    const unit = { year: 2015, value: 7100, unit: "万元", decimals: 0, basis: "stated", statement: null };
    const read = readPlanFile(broken(["indicators", 0, "observations", 0], unit), "own");
    const observed = read.ok ? observationAt(read.value.observations, 0, year(2015)) : null;
    expect(observed).toEqual({ value: 71_000_000, basis: "stated", decimals: null });
  });

  test.each([
    [["colour"], "red", "", { kind: "unknown-key", key: "colour" }],
    [["indicators", 0, "colour"], "red", "indicators[0]", { kind: "unknown-key", key: "colour" }],
    [["version"], 2, "version", { kind: "newer-version", version: 2 }],
    [["period", "end"], 2015, "period", { kind: "order" }],
    [["period", "end"], 20_200, "period.end", { kind: "shape" }],
    [["jurisdiction"], "4407", "jurisdiction", { kind: "shape" }],
    [["id"], "Enping 13", "id", { kind: "shape" }],
    [
      ["indicators", 1, "id"],
      "enping-13/row-1",
      "indicators[1].id",
      { kind: "duplicate", id: "enping-13/row-1" },
    ],
    [
      ["statements", 1, "id"],
      "enping-13/s001",
      "statements[1].id",
      { kind: "duplicate", id: "enping-13/s001" },
    ],
    [["statements", 0, "id"], "other/s001", "statements[0].id", { kind: "shape" }],
    [
      ["indicators", 0, "observations", 0, "statement"],
      "enping-13/s999",
      "indicators[0].observations[0].statement",
      { kind: "unknown-reference", id: "enping-13/s999" },
    ],
    [
      ["statements", 0, "indicator"],
      "enping-13/none",
      "indicators[0].observations[0].statement",
      { kind: "order" },
    ],
    [
      ["statements", 0, "evidence", "document"],
      "none.txt",
      "statements[0].evidence.document",
      { kind: "unknown-reference", id: "none.txt" },
    ],
    [["statements", 0, "evidence", "end"], 0, "statements[0].evidence.end", { kind: "shape" }],
    [["statements", 0, "evidence", "start"], 1, "statements[0].evidence", { kind: "order" }],
    [["statements", 0, "value"], null, "statements[0].value", { kind: "shape" }],
    [
      ["statements", 0, "derivation"],
      { formula: "1", from: ["enping-13/s999"] },
      "statements[0].derivation.from[0]",
      { kind: "unknown-reference", id: "enping-13/s999" },
    ],
    [
      ["indicators", 1, "targets", 0, "text"],
      "3—2家",
      "indicators[1].targets[0].text",
      { kind: "unreadable-target", text: "3—2家", reason: "low-above-high" },
    ],
    [
      ["indicators", 1, "observations", 0, "unit"],
      "%",
      "indicators[1].observations[0].unit",
      { kind: "unit-does-not-convert", from: "%", to: "家" },
    ],
    [
      ["indicators", 1, "observations", 0, "value"],
      "9",
      "indicators[1].observations[0].value",
      { kind: "shape" },
    ],
    [["indicators", 1, "name"], "", "indicators[1].name", { kind: "shape" }],
    [["format"], "something else", "format", { kind: "shape" }],
  ])("refuses a file whose %j is %j, and says where and why", (path, value, place, reason) => {
    const read = readPlanFile(broken(path, value), "own");
    expect(read.ok ? null : read.error).toMatchObject({ path: place, reason });
  });

  test("refuses two targets of one indicator in one year", () => {
    const twice = [2020, 2020].map((at) => ({ year: at, text: "达到33家", statement: null }));
    const read = readPlanFile(broken(["indicators", 1, "targets"], twice), "own");
    expect(read).toMatchObject({
      error: { path: "indicators[1].targets[1].year", reason: { kind: "duplicate", id: "2020" } },
    });
  });

  test("drops a __proto__ key and takes nothing from it", () => {
    const json = JSON.stringify(writePlanFile(plan)).replace("{", '{"__proto__":{"origin":"bundled"},');
    expect(readPlanFile(JSON.parse(json), "own")).toEqual({ ok: true, value: plan });
  });

  test("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(readPlanFile(data, "own").ok).toBe(false);
      }),
    );
  });
});
