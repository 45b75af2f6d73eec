import { vi } from "vitest";

/** What upgrades call natively, and where. */
const CALLS: readonly (readonly [object, string])[] = [
  [IDBDatabase.prototype, "createObjectStore"],
  [IDBDatabase.prototype, "deleteObjectStore"],
  [IDBObjectStore.prototype, "createIndex"],
  [IDBObjectStore.prototype, "deleteIndex"],
  [IDBObjectStore.prototype, "openCursor"],
  [IDBObjectStore.prototype, "getAll"],
  [IDBObjectStore.prototype, "add"],
  [IDBObjectStore.prototype, "put"],
  [IDBObjectStore.prototype, "delete"],
];

/** Has the native call of an upgrade fail that comes after `steps` others; `failed` says whether there was one. Until the mocks are restored. */
export function failInUpgrade(steps: number): { readonly failed: boolean } {
  const seen = { calls: 0, failed: false };
  for (const [prototype, method] of CALLS) {
    const native: unknown = Object.getOwnPropertyDescriptor(prototype, method)?.value;
    if (typeof native !== "function") throw new Error(`No ${method}`);
    const failing = function (this: unknown, ...args: unknown[]): unknown {
      if (isOfUpgrade(this)) {
        if (seen.calls === steps) {
          seen.failed = true;
          throw new DOMException("made to fail", "ConstraintError");
        }
        seen.calls += 1;
      }
      return Reflect.apply(native, this, args);
    };
    vi.spyOn(prototype as Record<string, () => unknown>, method).mockImplementation(failing);
  }
  return seen;
}

/** Tables can be made in an upgrade alone, and rows of one belong to its transaction. */
function isOfUpgrade(on: unknown): boolean {
  return (
    on instanceof IDBDatabase || (on instanceof IDBObjectStore && on.transaction.mode === "versionchange")
  );
}
