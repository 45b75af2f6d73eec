/** A copy of JSON data with one place changed; a step of the path is a key or an index. */
export function brokenFile(file: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const data: unknown = JSON.parse(JSON.stringify(file));
  let place = data;
  for (const step of path.slice(0, -1)) {
    if (typeof place !== "object" || place === null) throw new Error(`No ${step}`);
    place = Reflect.get(place, step);
  }
  const last = path.at(-1);
  if (typeof place !== "object" || place === null || last === undefined) throw new Error("No such place");
  Reflect.set(place, last, value);
  return data;
}
