import { expect, test } from "vitest";
import { ofRows } from "#core/plan/of-rows.ts";
import { planOf } from "./plan-of.ts";

const { indicators } = planOf([
  { name: "企业", unit: "家" },
  { name: "投入", unit: "万元" },
]);

/** Names of rows in one text, and how often they were reckoned. */
function counted() {
  let times = 0;
  const names = ofRows(
    (a, b) => a.name === b.name,
    (rows) => {
      times += 1;
      return rows.map(({ name }) => name).join(" ");
    },
  );
  return { names, times: () => times };
}

test("what does not depend on the part that changed is not reckoned anew", () => {
  const { names, times } = counted();
  expect(names(indicators)).toBe("企业 投入");
  expect(names(indicators.map((row) => ({ ...row, unit: "个" })))).toBe("企业 投入");
  expect(times()).toBe(1);
});

test("what does is, and so it is when a row comes, goes or moves", () => {
  const { names, times } = counted();
  const [first, second] = indicators;
  if (first === undefined || second === undefined) throw new Error("Two rows");
  expect(names(indicators)).toBe("企业 投入");
  expect(names([{ ...first, name: "公司" }, second])).toBe("公司 投入");
  expect(names([first])).toBe("企业");
  expect(names([second, first])).toBe("投入 企业");
  expect(times()).toBe(4);
});

test("the rows of several plans are known beside each other", () => {
  const { names, times } = counted();
  const others = planOf([{ name: "专利", unit: "件" }]).indicators;
  for (const rows of [indicators, others, indicators, others]) names(rows);
  expect(times()).toBe(2);
});
