import { vi } from "vitest";

/** One row on its way into the database. */
export interface Write {
  readonly table: string;
  readonly row: unknown;
  readonly transaction: IDBTransaction;
}

/** Shows each row that is handed to the browser's database, until the mocks are restored. */
export function watchWrites(onWrite: (write: Write) => void): void {
  for (const method of ["put", "add"] as const) {
    const native: unknown = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method)?.value;
    if (typeof native !== "function") throw new Error(`No ${method}`);
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
      const request: unknown = Reflect.apply(native, this, args);
      if (!isKeyRequest(request)) throw new Error("Not a request");
      const row: unknown = args[0];
      onWrite({ table: this.name, row, transaction: this.transaction });
      return request;
    });
  }
}

function isKeyRequest(request: unknown): request is IDBRequest<IDBValidKey> {
  return request instanceof IDBRequest;
}
