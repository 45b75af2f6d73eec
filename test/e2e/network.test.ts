import { expect, test } from "vitest";
import { tortureNetwork } from "../torture/network.ts";

test("no way out of the page lets anything through, and a planner's work sends no packet", async ({
  skip,
}) => {
  const { ok, figures } = await tortureNetwork(true);
  expect(figures).toMatchObject({ ways: 44, out: 0 });
  expect(ok).toBe(true);
  if (figures["packets"] === -1) skip("packets were not counted: this user gets no network of its own");
  expect(figures["packets"]).toBe(0);
}, 180_000);
