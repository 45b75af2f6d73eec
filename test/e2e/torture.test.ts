import { expect, test } from "vitest";
import { tortureWithDamagedStores } from "../torture/damaged-stores.ts";
import { tortureWithKills } from "../torture/kills.ts";

test("no acknowledged edit is lost to kills in the middle of typing, and none is torn", async () => {
  expect(await tortureWithKills(true)).toMatchObject({ ok: true, figures: { lost: 0, torn: 0 } });
}, 180_000);

test("damage to the database's files is noticed, and every acknowledged edit comes back", async () => {
  expect(await tortureWithDamagedStores(true)).toMatchObject({ ok: true, figures: { lost: 0 } });
}, 180_000);
