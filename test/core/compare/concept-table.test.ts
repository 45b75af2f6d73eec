import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignQuantity } from "#core/compare/align-quantity.ts";
import type { ConceptRow } from "#core/compare/concept-row.ts";
import { type ConceptTable, conceptTable } from "#core/compare/concept-table.ts";
import { formatAmount, printedValue, quantityOf } from "#core/indicator/quantity.ts";
import { type ConceptId, conceptId, jurisdictionCode, planId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { seedConcepts, seedPlan } from "../../seed-plan.ts";
import { planOf, type RowSketch } from "../plan/plan-of.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));
const FIVE = ["enping-13", "taishan-13", "heshan-14", "jiangmen-14", "shaoguan-2017"].map(seedPlan);

const tableOf = (id: string, plans: readonly Plan[] = FIVE): ConceptTable => {
  const table = conceptTable(plans, concepts, conceptId(id));
  if (table === null) throw new Error(`There is no concept ${id}`);
  return table;
};
const rowOf = (table: ConceptTable, plan: string): ConceptRow => {
  const row = table.rows.find((candidate) => candidate.plan === plan);
  if (row === undefined) throw new Error(`There is no row of ${plan}`);
  return row;
};
/** What a row shows for a year: the value, or the official wording. */
const cell = (table: ConceptTable, plan: string, at: number): string | null => {
  const found = rowOf(table, plan).cells.find((candidate) => candidate.year === at);
  if (found === undefined) return null;
  return found.planned?.wording ?? (found.observed === null ? null : formatAmount(found.observed.quantity));
};

/** One row of a concept in a plan of its own. */
const sketch = (id: string, concept: string, row: RowSketch, changes: Partial<Plan> = {}): Plan => {
  const plan = planOf([row], { id: planId(id), ...changes });
  return {
    ...plan,
    indicators: plan.indicators.map((indicator) => ({ ...indicator, concept: conceptId(concept) })),
  };
};

describe("one concept over the five plans", () => {
  const intensity = tableOf("rd-intensity");

  test("has a row a plan, a prefecture before its counties", () => {
    expect(intensity.rows.map(({ plan }) => plan)).toEqual([
      "shaoguan-2017",
      "jiangmen-14",
      "taishan-13",
      "heshan-14",
      "enping-13",
    ]);
  });

  // Enping lines 62 and 102, Taishan 13, 34 (table) and 122, Heshan 87, Jiangmen 2, Shaoguan 61.
  test.each([
    ["enping-13", 2010, "0.28"],
    ["enping-13", 2015, "1.5"],
    ["enping-13", 2020, "达到2.5%"],
    ["taishan-13", 2015, "1.54"],
    ["taishan-13", 2017, "达到2.1%"],
    ["heshan-14", 2015, "1.83"],
    ["heshan-14", 2019, "2.92"],
    ["jiangmen-14", 2015, "1.8"],
    ["jiangmen-14", 2020, "2.45"],
    ["shaoguan-2017", 2020, "达到2%"],
  ])("tells R&D intensity of %s in %i as %s", (plan, at, shown) => {
    expect(cell(intensity, plan, at)).toMatch(new RegExp(`^${shown}0*$`, "u"));
  });

  test("marks where targets start, how a value is known and what backs it", () => {
    const cells = rowOf(intensity, "enping-13").cells;
    // 0.28 is 1.5 − 1.22 (line 62); the base year of Enping's targets is 2015.
    expect(cells.map(({ year: at, base }) => [at, base])).toEqual([
      [2010, false],
      [2015, true],
      [2020, false],
    ]);
    expect(cells.map(({ observed }) => observed?.basis)).toEqual(["derived", "stated", undefined]);
    expect(cells.every(({ observed, planned }) => (observed ?? planned)?.statement !== null)).toBe(true);
  });

  test("tells milestones from the last target", () => {
    const finals = rowOf(intensity, "taishan-13").cells.flatMap(({ year: at, planned }) =>
      planned === null ? [] : [[at, planned.final]],
    );
    expect(finals).toEqual([
      [2017, false],
      [2020, true],
    ]);
  });

  test("asks of shares for points a year", () => {
    // (2.5 − 1.5) / 5, domain.md section 4.
    expect(rowOf(intensity, "enping-13").growth).toMatchObject({ kind: "rate", points: 0.2 });
  });

  test("says that targets start from different years", () => {
    const remark = intensity.remarks.find(({ kind }) => kind === "base-years");
    const years = remark?.kind === "base-years" ? remark.groups.map(({ year: at }) => at) : [];
    expect(years).toContain(2015);
    expect(years).toContain(2020);
  });

  test("brings money to one unit with all its digits", () => {
    // Jiangmen line 2: 16.73 亿元 in 2020; Taishan line 13: 4114 万元 in 2015; the concept is told in 万元.
    const fiscal = tableOf("fiscal-science-expenditure");
    expect(fiscal.unit).toBe("万元");
    expect(cell(fiscal, "jiangmen-14", 2020)).toBe("167300");
    expect(cell(fiscal, "taishan-13", 2015)).toBe("4114");
    expect(rowOf(fiscal, "jiangmen-14")).toMatchObject({ printedUnit: "亿元", unit: "万元", converts: true });
  });

  test("says where a caliber differs from document to document", () => {
    const kinds = (id: string) => tableOf(id).remarks.map(({ kind }) => kind);
    expect(kinds("fiscal-science-expenditure")).toContain("caliber-varies");
    expect(kinds("rd-intensity")).not.toContain("caliber-varies");
  });

  test("gives the level that a promised growth comes to", () => {
    // Jiangmen line 2: 78.57 亿元 in 2020, 12 % a year to 2025: 78.57 · 1.12⁵ = 138.467….
    const planned = rowOf(tableOf("rd-expenditure"), "jiangmen-14").cells.at(-1)?.planned;
    expect(planned).toMatchObject({ wording: "年均增长12%", computed: true });
    expect(planned?.level && printedValue(planned.level)).toBeCloseTo(138.467, 3);
  });

  test("keeps floor and stretch apart", () => {
    // Shaoguan line 20: 保底100家，力争130家.
    const planned = rowOf(tableOf("high-tech-enterprises"), "shaoguan-2017").cells.at(-1)?.planned;
    expect(planned?.level?.value).toBe(100);
    expect(planned?.high?.value).toBe(130);
  });

  test("knows no concept that the catalogue does not have", () => {
    expect(conceptTable(FIVE, concepts, conceptId("no-such-concept"))).toBeNull();
  });
});

describe("calibers of one family", () => {
  const calibers = new Map(
    [...concepts].map(([id, concept]): [ConceptId, typeof concept] => [
      id,
      /^(?:national-)?high-tech-enterprises$/u.test(id) ? { ...concept, family: "high-tech" } : concept,
    ]),
  );
  const table = (id: string) => conceptTable(FIVE, calibers, conceptId(id));

  test("stand apart from the concept itself", () => {
    const all = table("high-tech-enterprises");
    // Enping line 64: 16 in all in 2015, 9 of them national; Taishan line 17: 13 national.
    expect(all?.rows.map(({ plan }) => plan)).not.toContain("taishan-13");
    expect(all?.relatives.map(({ concept }) => concept.id)).toEqual(["national-high-tech-enterprises"]);
    expect(all?.relatives[0]?.rows.map(({ plan }) => plan)).toEqual(["taishan-13", "enping-13"]);
    expect(all?.relatives[0]?.drawable).toBe(true);
  });

  test("are seen from either side, and their years have columns", () => {
    const national = table("national-high-tech-enterprises");
    expect(national?.relatives.map(({ concept }) => concept.id)).toEqual(["high-tech-enterprises"]);
    expect(national?.years).toEqual(expect.arrayContaining([2011, 2015, 2017, 2020, 2025]));
  });

  test("cannot be drawn together when what they measure is of another dimension", () => {
    const one = sketch("a", "rd-intensity", { name: "强度", unit: "%", observed: { 2015: "1.5" } });
    const other = sketch("b", "rd-expenditure", { name: "经费", unit: "亿元", observed: { 2015: "2.3" } });
    const family = new Map(
      [...concepts].map(([id, concept]) => [id, { ...concept, family: id.startsWith("rd-") ? "rd" : null }]),
    );
    expect(conceptTable([one, other], family, conceptId("rd-intensity"))?.relatives[0]?.drawable).toBe(false);
  });
});

describe("what stands in the way of comparing", () => {
  const remarks = (concept: string, ...plans: readonly Plan[]) => tableOf(concept, plans).remarks;

  test("is 个百分点 against %", () => {
    const share = sketch("a", "rd-intensity", { name: "强度", unit: "%", observed: { 2015: "1.5" } });
    const points = sketch("b", "rd-intensity", {
      name: "提高",
      unit: "个百分点",
      observed: { 2015: "1.22" },
    });
    const table = tableOf("rd-intensity", [share, points]);
    expect(table.remarks[0]).toEqual({
      kind: "unit",
      rows: ["b/row-1"],
      unit: "个百分点",
      points: true,
    });
    expect(rowOf(table, "b")).toMatchObject({ converts: false, unit: "个百分点" });
  });

  test("is a growth against a level", () => {
    const growth = sketch("a", "rd-expenditure", {
      name: "经费",
      unit: "亿元",
      targets: { 2020: "年均增长12%" },
    });
    const level = sketch("b", "rd-expenditure", {
      name: "经费",
      unit: "亿元",
      targets: { 2020: "达到5亿元" },
    });
    expect(remarks("rd-expenditure", growth, level)).toEqual([
      { kind: "growth-and-level", growth: ["a/row-1"], level: ["b/row-1"] },
    ]);
    expect(remarks("rd-expenditure", growth)).toEqual([]);
  });

  test("is a sum over the years after the base", () => {
    const sum = sketch("a", "rd-expenditure", {
      name: "经费",
      unit: "亿元",
      observed: { 2015: "2.3" },
      targets: { 2020: "累计完成110亿元" },
    });
    expect(remarks("rd-expenditure", sum)).toEqual([
      { kind: "span", rows: ["a/row-1"], span: { start: 2016, end: 2020, as: "sum" } },
    ]);
  });

  test("is a value whose statement covers several years", () => {
    const plain = sketch("a", "tech-smes", { name: "企业", unit: "家", observed: { 2020: "9" } });
    const spanning = {
      ...plain,
      statements: plain.statements.map((statement) => ({
        ...statement,
        period: { start: year(2016), end: year(2020) },
      })),
    };
    const yearly = sketch("b", "tech-smes", { name: "企业", unit: "家", observed: { 2020: "3" } });
    expect(remarks("tech-smes", spanning, yearly)).toContainEqual({
      kind: "span",
      rows: ["a/row-1"],
      span: { start: 2016, end: 2020, as: "sum" },
    });
    expect(remarks("tech-smes", spanning)).toEqual([]);
  });

  test("tells an average of years from their sum", () => {
    // Heshan line 89: 304 applications a year over 2016–2020; its table of awards counts all of those years.
    const spanOf = (id: string) => rowOf(tableOf(id), "heshan-14").cells.at(-1)?.observed?.span;
    const years = { start: 2016, end: 2020 };
    expect(spanOf("invention-patent-applications-period-average")).toEqual({ ...years, as: "average" });
    expect(spanOf("science-awards-period-total")).toEqual({ ...years, as: "sum" });
  });

  test("is no growth whose statement names the years it is the average of", () => {
    // Jiangmen line 2: 研发经费年均增幅 12 % over 2021–2025.
    expect(rowOf(tableOf("rd-expenditure"), "jiangmen-14").cells.at(-1)?.planned?.span).toBeNull();
  });

  test("is a plan that counts one concept twice", () => {
    const plan = planOf(
      [
        { name: "一", unit: "家" },
        { name: "二", unit: "家" },
      ],
      { id: planId("a") },
    );
    const twice = {
      ...plan,
      indicators: plan.indicators.map((row) => ({ ...row, concept: conceptId("tech-smes") })),
    };
    expect(remarks("tech-smes", twice)).toContainEqual({
      kind: "twice",
      plan: "a",
      rows: ["a/row-1", "a/row-2"],
    });
  });
});

describe("a base that stands in", () => {
  test("is shown in its year as provisional", () => {
    const plan = sketch("a", "tech-smes", { name: "企业", unit: "家", base: 2020 });
    const draft = {
      ...plan,
      indicators: plan.indicators.map((row) => ({
        ...row,
        base: {
          year: year(2020),
          provisional: quantityOf(33, "家", 0),
          provisionalFrom: "predecessor-target" as const,
        },
      })),
    };
    expect(rowOf(tableOf("tech-smes", [draft]), "a").cells).toMatchObject([
      { year: 2020, base: true, observed: { basis: "provisional", quantity: { value: 33 } } },
    ]);
  });
});

describe("laws of alignment", () => {
  const codes = ["440200", "440700", "440781", "440785"];
  const plans = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-f]{1,4}$/u),
      code: fc.constantFrom(...codes),
      unit: fc.constantFrom("元", "万元", "亿元", "%", "个百分点"),
      value: fc.integer({ min: 0, max: 999_999 }),
      decimals: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 6, selector: ({ id }) => id },
  );
  const made = (list: typeof plans extends fc.Arbitrary<infer T> ? T : never) =>
    list.map(({ id, code, unit, value, decimals }) =>
      sketch(
        id,
        "rd-expenditure",
        { name: "经费", unit, observed: { 2015: (value / 10 ** decimals).toFixed(decimals) } },
        { jurisdiction: jurisdictionCode(code) },
      ),
    );

  test("the order of plans does not matter", () => {
    fc.assert(
      fc.property(plans, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (list, keys) => {
        const given = made(list);
        const shuffled = given
          .map((plan, at) => ({ plan, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ plan }) => plan);
        expect(tableOf("rd-expenditure", shuffled)).toEqual(tableOf("rd-expenditure", given));
      }),
    );
  });

  test("values that convert stand in the table's unit, and others in their own", () => {
    fc.assert(
      fc.property(plans, (list) => {
        for (const row of tableOf("rd-expenditure", made(list)).rows) {
          const units = row.cells.flatMap(({ observed }) =>
            observed === null ? [] : [observed.quantity.unit],
          );
          expect(new Set(units)).toEqual(new Set([row.converts ? "亿元" : row.printedUnit]));
        }
      }),
    );
  });

  test("another unit changes neither the value nor its digits", () => {
    const unit = fc.constantFrom("元", "万元", "亿元");
    fc.assert(
      fc.property(
        unit,
        unit,
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 0, max: 3 }),
        (a, b, n, d) => {
          const quantity = quantityOf(n / 10 ** d, a, d);
          const there = alignQuantity(quantity, b);
          const back = there && alignQuantity(there, a);
          expect(there?.value).toBe(quantity.value);
          expect(Number(back && formatAmount(back))).toBe(Number(formatAmount(quantity)));
        },
      ),
    );
  });
});
