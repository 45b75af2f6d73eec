import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAside } from "#main/host/copy-aside.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function storeOf(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  const store = join(folder, "IndexedDB");
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(store, "origin.leveldb"), { recursive: true });
    await writeFile(join(store, "origin.leveldb", name), text);
  }
  return { folder, store, aside: join(folder, "damaged-database", "origin.leveldb") };
}

test("the browser's files are kept, all but the lock that it holds itself; a later copy takes the place of the former", async () => {
  const { folder, store, aside } = await storeOf({ "000003.log": "log", LOCK: "" });
  expect(await copyAside(store, folder)).toBe(true);
  expect(await readdir(aside)).toEqual(["000003.log"]);
  await rm(store, { recursive: true });
  expect(await copyAside(store, folder)).toBe(false);
  expect(await readFile(join(aside, "000003.log"), "utf8")).toBe("log");
  await mkdir(join(store, "origin.leveldb"), { recursive: true });
  await writeFile(join(store, "origin.leveldb", "000004.log"), "later");
  expect(await copyAside(store, folder)).toBe(true);
  expect(await readdir(aside)).toEqual(["000004.log"]);
});

test.each([
  ["EBUSY", "is held"],
  ["ENOSPC", "finds no room"],
])(
  "a file that the system refuses (%s, as where it %s) ends the copy, and the former one stays",
  async (code) => {
    const { folder, store, aside } = await storeOf({ "000003.log": "log" });
    expect(await copyAside(store, folder)).toBe(true);
    const failing = () => Promise.reject(Object.assign(new Error(code), { code }));
    await expect(copyAside(store, folder, failing)).rejects.toThrow(code);
    expect(await readFile(join(aside, "000003.log"), "utf8")).toBe("log");
  },
);

test("a file that the disk cannot read any more is left out", async () => {
  const { folder, store, aside } = await storeOf({ "000003.log": "log", "000005.ldb": "rows" });
  const copy = async (from: string, to: string) => {
    if (from.endsWith(".ldb")) throw Object.assign(new Error("EIO"), { code: "EIO" });
    await copyFile(from, to);
  };
  expect(await copyAside(store, folder, copy)).toBe(true);
  expect(await readdir(aside)).toEqual(["000003.log"]);
});
