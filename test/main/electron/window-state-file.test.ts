import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepWindowState, readWindowState } from "#main/electron/window-state-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wunian-window-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const state = { bounds: { x: -8, y: 0, width: 1200, height: 700 }, maximized: true };

test("a window's place is kept in one file and read again", async () => {
  const path = join(folder, "window.json");
  expect(readWindowState(path)).toBeNull();
  expect(keepWindowState(path, state)).toBeNull();
  expect(readWindowState(path)).toEqual(state);
  expect(await readdir(folder)).toEqual(["window.json"]);
});

test("a damaged file costs only the place", async () => {
  const path = join(folder, "window.json");
  await writeFile(path, '{"bounds":');
  expect(readWindowState(path)).toBeNull();
});

test("a folder that is gone is answered with the system's code", () => {
  expect(keepWindowState(join(folder, "gone", "window.json"), state)).toBe("ENOENT");
});
