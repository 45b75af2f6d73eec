import { WORKED_EXAMPLES } from "#core/example/worked-examples.ts";
import { paths } from "../ui/paths.ts";

/**
 * Where an address leads that names no room: one whose query stands behind the hash (`#/plan/…/scenarios?example`) to the room before it, `?example=enping`
 * (the name of an example or of its plan) to that example, all others to the library.
 */
export function askedRoom({ hash, search }: Pick<Location, "hash" | "search">): string {
  const path = hash.replace(/^#?\/?/u, "/");
  if (path.includes("?")) return path;
  const asked = new URLSearchParams(search).get("example");
  const example = WORKED_EXAMPLES.find(({ id, plan }) => asked === id || asked === plan);
  return path === "/" && example !== undefined ? paths.example(example.plan) : paths.library;
}
