/** One series that another needs: `lag` years earlier, or `null` where it is needed as a whole (`at`, `cagr`). */
export interface Dependency {
  readonly on: number;
  readonly lag: number | null;
}

/**
 * A step of the evaluation: one series over all years; series that need each other's earlier years, to be computed
 * year by year in this order; or series of a cycle, which have no value.
 */
export type EvaluationStep =
  | { readonly kind: "series"; readonly series: number }
  | { readonly kind: "by-year"; readonly series: readonly number[] }
  | { readonly kind: "cycle"; readonly series: readonly number[] };

/**
 * An order in which every series comes after those it needs, its own earlier years apart. Series that need each other
 * only through earlier years are one step by year; where years alone do not untie them they are a cycle.
 */
export function evaluationOrder(dependencies: readonly (readonly Dependency[])[]): readonly EvaluationStep[] {
  return components(dependencies.length, (series) => onOf(dependencies[series] ?? [])).map((members) =>
    stepOf(members, dependencies),
  );
}

function stepOf(
  members: readonly number[],
  dependencies: readonly (readonly Dependency[])[],
): EvaluationStep {
  const [only] = members;
  if (members.length === 1 && only !== undefined) {
    const own = (dependencies[only] ?? []).filter(({ on }) => on === only);
    if (own.length === 0) return { kind: "series", series: only };
    return own.every(isLagged) ? { kind: "by-year", series: members } : { kind: "cycle", series: members };
  }
  const within = new Set(members);
  const inside = members.flatMap((series) =>
    (dependencies[series] ?? []).filter(({ on }) => within.has(on)).map((needed) => ({ series, needed })),
  );
  // A whole series cannot be had while its years are still being computed.
  if (inside.some(({ needed }) => needed.lag === null)) return { kind: "cycle", series: members };
  const sameYear = new Map(members.map((series): [number, number[]] => [series, []]));
  for (const { series, needed } of inside) if (!isLagged(needed)) sameYear.get(series)?.push(needed.on);
  return orderWithin(members, sameYear);
}

function orderWithin(
  members: readonly number[],
  sameYear: ReadonlyMap<number, readonly number[]>,
): EvaluationStep {
  const place = new Map(members.map((series, at) => [series, at]));
  const groups = components(members.length, (at) =>
    (sameYear.get(members[at] ?? -1) ?? []).flatMap((on) => place.get(on) ?? []),
  );
  const selfish = members.some((series) => sameYear.get(series)?.includes(series));
  if (selfish || groups.some((group) => group.length > 1)) return { kind: "cycle", series: members };
  return { kind: "by-year", series: groups.flat().map((at) => members[at] ?? -1) };
}

/** Strongly connected components in dependency order (Tarjan, without recursion, so that long chains do not fill the stack). */
function components(count: number, needs: (node: number) => readonly number[]): number[][] {
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const found: number[][] = [];
  let next = 0;
  for (let root = 0; root < count; root += 1) {
    if (index[root] !== -1) continue;
    const calls = [enter(root)];
    for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
      const child = call.needs[call.at];
      if (child !== undefined) {
        call.at += 1;
        if (index[child] === -1) calls.push(enter(child));
        else if (onStack[child] === 1) lower(call.node, index[child] ?? 0);
        continue;
      }
      calls.pop();
      const parent = calls.at(-1);
      if (parent !== undefined) lower(parent.node, low[call.node] ?? 0);
      if (low[call.node] === index[call.node]) found.push(leave(call.node));
    }
  }
  return found;

  function enter(node: number): { readonly node: number; readonly needs: readonly number[]; at: number } {
    index[node] = next;
    low[node] = next;
    next += 1;
    stack.push(node);
    onStack[node] = 1;
    return { node, needs: needs(node), at: 0 };
  }

  function lower(node: number, to: number): void {
    low[node] = Math.min(low[node] ?? 0, to);
  }

  function leave(root: number): number[] {
    const members = stack.splice(stack.lastIndexOf(root));
    for (const member of members) onStack[member] = 0;
    return members;
  }
}

const isLagged = ({ lag }: Dependency): boolean => lag !== null && lag > 0;
const onOf = (list: readonly Dependency[]): readonly number[] => list.map(({ on }) => on);
