/**
 * JSON text that depends on the content alone: keys in the order of their UTF-16 units, no white space. For plain JSON data; a
 * number that JSON cannot hold, or a value of another kind, is a bug and throws.
 */
export function canonicalJson(data: unknown): string {
  if (data === null || typeof data === "string" || typeof data === "boolean") return JSON.stringify(data);
  if (typeof data === "number" && Number.isFinite(data)) return JSON.stringify(data);
  if (Array.isArray(data)) return `[${data.map(canonicalJson).join(",")}]`;
  if (typeof data !== "object") throw new TypeError(`JSON holds no ${typeof data}`);
  const members = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`);
  return `{${members.join(",")}}`;
}
