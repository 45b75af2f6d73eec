import { expect, test } from "vitest";
import { askedRoom } from "#renderer/app/asked-room.ts";

test.each([
  ["", "", "/library"],
  ["#/nowhere", "", "/library"],
  ["", "?example=enping", "/plan/enping-13/scenarios?example"],
  ["#/", "?example=jiangmen-14", "/plan/jiangmen-14/scenarios?example"],
  ["", "?example=none", "/library"],
  ["#/nowhere", "?example=enping", "/library"],
  ["#/plan/enping-13/scenarios?example", "", "/plan/enping-13/scenarios?example"],
])("the address %j%j leads to %j", (hash, search, room) => {
  expect(askedRoom({ hash, search })).toBe(room);
});
