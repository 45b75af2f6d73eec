import { type Expression, nodesOf } from "./expression.ts";
import { numberOf } from "./compile-formula.ts";

/** A series that a formula needs, by the name it uses; `lag` as in the evaluation order. */
export interface FormulaNeed {
  readonly name: string;
  readonly lag: number | null;
}

/** What a formula needs: a series in the same year, in earlier years (`prev`), or as a whole (`at`, `cagr`). */
export function formulaNeeds(root: Expression): readonly FormulaNeed[] {
  const special = new Map<Expression, number | null>();
  for (const node of nodesOf(root)) {
    if (node.kind !== "call") continue;
    const [series, lag] = node.parts;
    if (series === undefined) continue;
    if (node.callee.id === "prev") special.set(series, lag === undefined ? 1 : numberOf(lag));
    if (node.callee.id === "at" || node.callee.id === "cagr") special.set(series, null);
  }
  return nodesOf(root).flatMap((node) => {
    if (node.kind !== "series") return [];
    const lag = special.get(node);
    return [{ name: node.name, lag: lag === undefined ? 0 : lag }];
  });
}
