import { expect, test } from "vitest";
import { formatMomentAmong } from "#renderer/i18n/format-time.ts";

test("moments of one minute are told apart by their seconds, others go without", () => {
  const moments = [
    new Date(2026, 10, 30, 6, 55, 41),
    new Date(2026, 10, 30, 6, 55, 7),
    new Date(2026, 10, 30, 6, 54, 59),
  ].map((date) => date.getTime());
  expect(moments.map((at) => formatMomentAmong(at, moments, "zh-CN"))).toEqual([
    "2026-11-30 06:55:41",
    "2026-11-30 06:55:07",
    "2026-11-30 06:54",
  ]);
});
