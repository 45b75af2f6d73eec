import { expect, test } from "vitest";
import { tortureWithPowerCuts } from "./power-cut.ts";

test("no acknowledged edit is lost to a power cut, and none is torn", async () => {
  expect(await tortureWithPowerCuts(true)).toMatchObject({ ok: true, figures: { lost: 0, torn: 0 } });
});
