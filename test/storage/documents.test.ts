import { liveQuery } from "dexie";
import { expect, test } from "vitest";
import { WorkbenchDatabase } from "#renderer/data/db/workbench-database.ts";
import { DocumentRepository } from "#renderer/data/repositories/document-repository.ts";
import { freshName } from "./open-for-test.ts";

async function openDocuments(database = freshName()) {
  const db = new WorkbenchDatabase(database);
  await db.open();
  return { db, documents: new DocumentRepository(db) };
}

const original = (digit: string, file: string) => ({
  sha256: digit.repeat(64),
  file,
  text: "一、总体目标\n到2020年，达到33家。\n",
  attachedAt: 1_790_000_000_000,
  bytes: 48,
});

test("an attached original is there after a restart, found by its hash, until it is removed", async () => {
  const document = original("a", "恩平.txt");
  const first = await openDocuments();
  expect(await first.documents.has(document.sha256)).toBe(false);
  await first.documents.put(document);
  first.db.close();
  const { db, documents } = await openDocuments(first.db.name);
  expect(await documents.has(document.sha256)).toBe(true);
  expect(await documents.get(document.sha256)).toEqual(document);
  await documents.remove(document.sha256);
  expect(await documents.get(document.sha256)).toBeNull();
  await documents.remove(document.sha256);
  db.close();
});

test("an original that is attached again takes the place of the one with its hash", async () => {
  const { db, documents } = await openDocuments();
  await documents.put(original("b", "b.txt"));
  await documents.put(original("a", "a.txt"));
  const again = original("b", "b 副本.txt");
  await documents.put(again);
  expect(await db.documentTexts.count()).toBe(2);
  expect(await documents.get(again.sha256)).toEqual(again);
  db.close();
});

test("a page that shows whether an original is attached is told when it is", async () => {
  const { db, documents } = await openDocuments();
  const document = original("c", "c.txt");
  const seen: boolean[] = [];
  const watching = liveQuery(() => documents.has(document.sha256)).subscribe((has) => seen.push(has));
  await expect.poll(() => seen).toEqual([false]);
  await documents.put(document);
  await expect.poll(() => seen).toEqual([false, true]);
  watching.unsubscribe();
  db.close();
});

test("what could not be read again is not written", async () => {
  const { db, documents } = await openDocuments();
  await expect(documents.put({ ...original("a", "a.txt"), sha256: "A" })).rejects.toThrow("document A");
  expect(await db.documentTexts.count()).toBe(0);
  db.close();
});

test("a damaged record counts as none, until the file is attached again", async () => {
  const { db, documents } = await openDocuments();
  const document = original("d", "d.txt");
  await documents.put(document);
  await db.documentTexts.update(document.sha256, { attachedAt: Number.NaN });
  expect(await documents.has(document.sha256)).toBe(false);
  expect(await documents.get(document.sha256)).toBeNull();
  await documents.put(document);
  expect(await documents.get(document.sha256)).toEqual(document);
  db.close();
});
