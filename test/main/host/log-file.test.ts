import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openLog } from "#main/host/log-file.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const clock = () => new Date("2026-11-22T03:04:05.678Z");

test("an event is one line, whatever its text holds", async () => {
  const folder = await temporaryFolder();
  const log = openLog(folder, clock);
  log.write("info", "one\r\n  two");
  log.write("error", "three");
  expect(await readFile(join(folder, "logs", "wunian.log"), "utf8")).toBe(
    "2026-11-22T03:04:05.678Z info one ⏎ two\n2026-11-22T03:04:05.678Z error three\n",
  );
});

test("full files move up and the oldest goes", async () => {
  const folder = await temporaryFolder();
  const log = openLog(folder, clock, { maxBytes: 100, kept: 2 });
  for (let line = 0; line < 9; line += 1) log.write("info", `line ${line}`);
  const files = await readdir(join(folder, "logs"));
  expect(files.sort()).toEqual(["wunian.1.log", "wunian.2.log", "wunian.log"]);
  // Two lines of 38 bytes fit into 100.
  expect(await readFile(join(folder, "logs", "wunian.log"), "utf8")).toMatch(/line 8\n$/);
  expect(await readFile(join(folder, "logs", "wunian.1.log"), "utf8")).toMatch(/line 6\n.*line 7\n$/);
});

test("a log that cannot be written goes to the terminal and stops nothing", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "logs"), "a file in the way");
  const terminal = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  openLog(folder, clock).write("warn", "still said");
  expect(terminal).toHaveBeenCalledWith(expect.stringContaining("still said"));
  terminal.mockRestore();
});
