import type { Plan } from "../plan/plan.ts";
import { sameContent } from "../scenario/same-content.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type {
  DriverChange,
  OverrideChange,
  Placed,
  ScenarioChange,
  ScenarioHead,
  ScenarioTreeChange,
} from "./plan-change.ts";

/** What a plan keeps beside its table for the question what if. */
type Kept = Pick<Plan, "scenarios" | "drivers">;

/** The changes that make the scenarios and drivers of one state those of another; none where both say the same. */
export function scenarioTreeDifference(from: Kept, to: Kept): readonly ScenarioTreeChange[] {
  return [
    ...scenarioChanges(from.scenarios, to.scenarios),
    ...listChanges(from.drivers, to.drivers).map(
      ({ id, ...change }): DriverChange => ({ kind: "driver", driver: id, ...change }),
    ),
  ];
}

/** Scenarios that go set nothing any more before they do; those that come do so before they set anything. */
function scenarioChanges(
  from: readonly Scenario[],
  to: readonly Scenario[],
): readonly (ScenarioChange | OverrideChange)[] {
  if (from === to) return [];
  const heads = listChanges(from.map(headOf), to.map(headOf));
  const anew = new Set(heads.filter(({ before }) => before === null).map(({ id }) => id));
  const gone = new Set(heads.filter(({ after }) => after === null).map(({ id }) => id));
  const known = new Map(from.map((each) => [each.id, each]));
  return [
    ...from.flatMap((each) => (gone.has(each.id) ? overrideChanges(each, null) : [])),
    ...heads.map(({ id, ...change }): ScenarioChange => ({ kind: "scenario", scenario: id, ...change })),
    ...to.flatMap((each) => overrideChanges(anew.has(each.id) ? null : (known.get(each.id) ?? null), each)),
  ];
}

function headOf({ id, name, note, parent }: Scenario): ScenarioHead {
  return { id, name, note, parent };
}

function overrideChanges(from: Scenario | null, to: Scenario | null): readonly OverrideChange[] {
  const scenario = (from ?? to)?.id;
  if (scenario === undefined || from?.overrides === to?.overrides) return [];
  const series = new Set([...(from?.overrides.keys() ?? []), ...(to?.overrides.keys() ?? [])]);
  return [...series].flatMap((id): OverrideChange[] => {
    const [before, after] = [from?.overrides.get(id) ?? null, to?.overrides.get(id) ?? null];
    return sameContent(before, after) ? [] : [{ kind: "override", scenario, series: id, before, after }];
  });
}

/** A change of one item of a list. */
interface ListChange<T extends { readonly id: string }> {
  readonly id: T["id"];
  readonly before: Placed<T> | null;
  readonly after: Placed<T> | null;
}

/** The last goes first, and the first comes first; items that stand in another order go and come again. */
function listChanges<T extends { readonly id: string }>(
  from: readonly T[],
  to: readonly T[],
): readonly ListChange<T>[] {
  const wanted = new Map(to.map((item) => [item.id, item]));
  const known = new Set<string>(from.map(({ id }) => id));
  const staying = from.filter(({ id }) => wanted.has(id));
  const inOrder = to.filter(({ id }) => known.has(id)).every(({ id }, at) => staying[at]?.id === id);
  const stays = ({ id }: T) => inOrder && wanted.has(id) && known.has(id);
  const placed = (item: T, at: number): Placed<T> => ({ at, item });
  const leaving = from.flatMap((item, at): ListChange<T>[] =>
    stays(item) ? [] : [{ id: item.id, before: placed(item, at), after: null }],
  );
  const changed = from.filter(stays).flatMap((item, at): ListChange<T>[] => {
    const next = wanted.get(item.id) ?? item;
    return sameContent(item, next)
      ? []
      : [{ id: item.id, before: placed(item, at), after: placed(next, at) }];
  });
  const arriving = to.flatMap((item, at): ListChange<T>[] =>
    stays(item) ? [] : [{ id: item.id, before: null, after: placed(item, at) }],
  );
  return [...leaving.reverse(), ...changed, ...arriving];
}
