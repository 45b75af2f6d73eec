import { expect, test } from "vitest";
import { tortureWithDamagedStores } from "../torture/damaged-stores.ts";
import { tortureWithFullDisk } from "../torture/full-disk.ts";
import { tortureWithKills } from "../torture/kills.ts";
import { tortureWithUpgrades } from "../torture/upgrades.ts";

test("no acknowledged edit is lost to fifty kills in the middle of work, and none is torn", async () => {
  expect(await tortureWithKills(true)).toMatchObject({ ok: true, runs: 50, figures: { lost: 0, torn: 0 } });
}, 600_000);

test("on a disk that is really full edits are refused in sight, and none that counted as saved is lost", async ({
  skip,
}) => {
  const { ok, figures } = await tortureWithFullDisk(true);
  if (figures["smallDisk"] === 0) skip("no small disk: this user may mount none");
  expect(figures).toMatchObject({ lost: 0 });
  expect(ok).toBe(true);
}, 300_000);

test("damage to the database's files is noticed, and every acknowledged edit comes back", async () => {
  expect(await tortureWithDamagedStores(true)).toMatchObject({ ok: true, figures: { lost: 0 } });
}, 180_000);

test("a kill in the middle of an upgrade costs nothing, and a newer database is refused and comes out as a file", async () => {
  expect(await tortureWithUpgrades(true)).toMatchObject({ ok: true, figures: { different: 0, refused: 1 } });
}, 180_000);
