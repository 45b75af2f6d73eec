import fc from "fast-check";
import type { Quantity } from "#core/indicator/quantity.ts";
import {
  AT_LEAST_WORDINGS,
  AT_MOST_WORDINGS,
  EXCEED_WORDINGS,
  GROWTH_QUALIFIERS,
  type Target,
} from "#core/indicator/target.ts";
import { isPercent, parseUnit } from "#core/indicator/unit.ts";

/** Units of all dimensions, one that is not known among them. */
export const unitText = fc.constantFrom(
  "元",
  "万元",
  "亿元",
  "%",
  "个百分点",
  "家",
  "个",
  "万件",
  "人",
  "万人",
  "人年",
  "件/万人",
  "亩",
  "倍",
  "万",
  "万标箱",
  "",
);

/** Quantities as they are printed: up to twelve digits, up to four of them after the point. */
export function quantityIn(unit: string, min = -999_999_999_999): fc.Arbitrary<Quantity> {
  return fc
    .tuple(fc.integer({ min, max: 999_999_999_999 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, decimals]) => {
      const exponent = Math.round(Math.log10(parseUnit(unit).factor)) - decimals;
      return { value: Number(`${digits}e${exponent}`), unit, decimals };
    });
}

const phrase = fc
  .array(fc.constantFrom(...Array.from("位居前列实现突破国家级平台稳步优化，")), {
    minLength: 2,
    maxLength: 20,
  })
  .map((signs) => `基${signs.join("")}化`);

/** Targets of every form whose quantities are printed in `unit`. */
export function targetIn(unit: string): fc.Arbitrary<Target> {
  const q = quantityIn(unit);
  const pair = fc.tuple(q, q).map(([a, b]): [Quantity, Quantity] => (a.value <= b.value ? [a, b] : [b, a]));
  return fc.oneof(
    fc.record({
      form: fc.constant("atLeast" as const),
      level: q,
      wording: fc.constantFrom(...AT_LEAST_WORDINGS),
    }),
    fc.record({
      form: fc.constant("exceed" as const),
      level: q,
      wording: fc.constantFrom(...EXCEED_WORDINGS),
    }),
    fc.record({
      form: fc.constant("atMost" as const),
      level: q,
      wording: fc.constantFrom(...AT_MOST_WORDINGS),
    }),
    fc.record({ form: fc.constant("below" as const), level: q }),
    fc.record({
      form: fc.constant("about" as const),
      level: q,
      tolerance: fc.option(fc.integer({ min: 0, max: 400 }).map((n) => n / 10)),
    }),
    pair.map(([low, high]) => ({ form: "between" as const, low, high })),
    pair.map(([floor, stretch]) => ({ form: "floorStretch" as const, floor, stretch })),
    fc
      .record({
        rate: quantityIn("%"),
        method: fc.constantFrom("level" as const, "cumulative" as const),
        qualifier: fc.constantFrom(...GROWTH_QUALIFIERS),
      })
      .map(({ rate, method, qualifier }) => ({
        form: "averageGrowth" as const,
        rate: rate.value,
        decimals: rate.decimals,
        method,
        qualifier,
      })),
    fc.record({ form: fc.constant("cumulative" as const), total: q, orAbove: fc.boolean() }),
    fc.record({
      form: fc.constant("increase" as const),
      by: quantityIn(isPercent(unit) ? "个百分点" : unit),
      wording: fc.constantFrom("add" as const, "raise" as const, "increase" as const),
      orAbove: fc.boolean(),
    }),
    fc.constant({ form: "fullCoverage" as const }),
    phrase.map((text) => ({ form: "qualitative" as const, text })),
  );
}
