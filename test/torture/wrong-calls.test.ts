import { expect, test } from "vitest";
import { tortureWithWrongCalls } from "./wrong-calls.ts";

test("every wrong call of the machine is refused with a code", async () => {
  expect(await tortureWithWrongCalls(true)).toMatchObject({ ok: true, figures: { taken: 0, bugs: 0 } });
});
