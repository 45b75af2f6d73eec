import type { PlanFileError, PlanFileReason } from "./plan-file-error.ts";
import { pathText } from "./read-shape.ts";

/** A place in a plan file: keys and indexes from its top. */
export type Path = readonly (string | number)[];

/** What is wrong in one plan file, in the order in which it is found. */
export class Findings {
  readonly all: PlanFileError[] = [];

  add(path: Path, reason: PlanFileReason): void {
    this.all.push({ path: pathText(path), reason });
  }

  /** Items of a list that have the key of an earlier one. */
  repeated<T>(items: readonly T[], key: (item: T) => string, path: (at: number) => Path): void {
    const seen = new Set<string>();
    items.forEach((item, at) => {
      const id = key(item);
      if (seen.has(id)) this.add(path(at), { kind: "duplicate", id });
      seen.add(id);
    });
  }

  /** An id that does not stand under its plan. */
  ownId(plan: string, id: string, path: Path): void {
    if (id.startsWith(`${plan}/`)) return;
    this.add([...path, "id"], { kind: "shape", detail: `the id does not begin with ${plan}/` });
  }

  /** An id that names nothing. */
  unknown(known: { has(id: string): boolean }, id: string | null, path: Path): void {
    if (id === null || known.has(id)) return;
    this.add(path, { kind: "unknown-reference", id });
  }

  order(path: Path, detail: string): void {
    this.add(path, { kind: "order", detail });
  }

  shape(path: Path, detail: string): void {
    this.add(path, { kind: "shape", detail });
  }
}
