import { Link } from "wouter";
import type { IndicatorId, PlanId } from "#core/plan/ids.ts";
import type { Field } from "#core/plan/plan.ts";
import { paths } from "../../ui/paths.ts";
import type { DifferenceGroup } from "./difference-text.ts";

interface ChangeListProps {
  readonly plan: PlanId;
  readonly groups: readonly DifferenceGroup[];
  /** Indicators that are in the plan now: their cells can be gone to. */
  readonly known: ReadonlySet<IndicatorId>;
}

/** Changes as sentences below their indicators; a sentence leads to its cell in the grid. */
export function ChangeList({ plan, groups, known }: ChangeListProps) {
  return (
    <ul className="change-list">
      {groups.map(({ id, name, lines }) => (
        <li key={id ?? "plan"}>
          <h3>{name}</h3>
          <ul>
            {lines.map(({ item, sentence, field }) => (
              <li key={`${item} ${sentence}`}>
                {id === null || !known.has(id) ? (
                  sentence
                ) : (
                  <Link href={paths.cell(plan, id, columnOf(field))}>{sentence}</Link>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** The column of the indicator grid that shows a cell. */
function columnOf(field: Field): string {
  return "year" in field ? `${field.kind}-${field.year}` : field.kind;
}
