import { expect, test } from "vitest";
import { MAX_FILE_BYTES } from "#bridge/argument-guards.ts";
import type { SaveRequest } from "#bridge/desktop-bridge.ts";
import { done } from "#bridge/reply.ts";
import { saveExport } from "#renderer/data/save-export.ts";

test.each([
  [MAX_FILE_BYTES, true],
  [MAX_FILE_BYTES + 1, false],
])("a file of %d bytes goes to the machine or is refused by its size: %s", async (size, isTaken) => {
  const asked: SaveRequest[] = [];
  const saveFile = (request: SaveRequest) => {
    asked.push(request);
    return Promise.resolve(done({ kind: "cancelled" } as const));
  };
  const saved = await saveExport({ saveFile }, "zip", "图表", new Uint8Array(size));
  expect(saved).toMatchObject(
    isTaken ? { ok: true, value: null } : { ok: false, error: { code: "too-large" } },
  );
  expect(asked).toHaveLength(isTaken ? 1 : 0);
});
