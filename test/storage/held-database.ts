import { vi } from "vitest";

/** Has looks at a database fail as where another program holds its files, `times` times or until `release` is called; what opens it at a version is let through. */
export function holdDatabase(name: string, times = Number.POSITIVE_INFINITY) {
  const open = indexedDB.open.bind(indexedDB);
  let left = times;
  const spy = vi.spyOn(indexedDB, "open").mockImplementation((database, version) => {
    if (database !== name || version !== undefined || left <= 0) return open(database, version);
    left -= 1;
    // Older than what is there, so that it is refused; the reason is another one then.
    const request = open(database, 1);
    Object.defineProperty(request, "error", { value: new DOMException("held", "UnknownError") });
    return request;
  });
  return { release: () => spy.mockRestore() };
}
