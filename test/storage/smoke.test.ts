import { expect, test } from "vitest";
import { probeDatabase } from "#renderer/data/db/probe-database.ts";
test("a look at a database that is not there makes none", async () => {
  expect(await probeDatabase("none", 1)).toEqual({ ok: true, value: "absent" });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("none");
});
