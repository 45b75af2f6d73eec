import { expect, test } from "vitest";
import { tortureWithFailingWrites } from "./failing-writes.ts";

test("whichever write fails, the machine keeps all of it or nothing, and the next try works", async () => {
  expect(await tortureWithFailingWrites(true)).toMatchObject({ ok: true, figures: { halves: 0 } });
});
