import { expect, test } from "vitest";
import { tortureWithMutatedFiles } from "./mutated-files.ts";

test("whatever is done to a file, it is read whole or refused, and soon", async () => {
  expect(await tortureWithMutatedFiles(true)).toMatchObject({ ok: true, figures: { crashes: 0 } });
}, 120_000);
