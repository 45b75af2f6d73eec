import { expect, test } from "vitest";
import { tortureWithHostileExports } from "./hostile-exports.ts";

test("a hundred hostile strings in every field leave the program as text, and none becomes a formula", async () => {
  expect(await tortureWithHostileExports(true)).toMatchObject({ ok: true, figures: { becameMore: 0 } });
}, 120_000);
