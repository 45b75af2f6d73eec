import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { readPlanRow } from "./plan-mapping.ts";

/** A document that plans name, with the title of the plan whose own it is: the bundled one, else the first. */
export interface NamedDocument {
  readonly sha256: string;
  readonly file: string;
  readonly title: string;
}

/** All documents that plans name, each once. */
export async function readNamedDocuments(db: WorkbenchDatabase): Promise<readonly NamedDocument[]> {
  const heads = (await db.plans.toArray()).map(readPlanRow);
  heads.sort((a, b) => Number(a.origin === "own") - Number(b.origin === "own"));
  const named = new Map<string, NamedDocument>();
  for (const { title, documents } of heads) {
    for (const { sha256, file } of documents)
      if (!named.has(sha256)) named.set(sha256, { sha256, file, title });
  }
  return [...named.values()];
}
