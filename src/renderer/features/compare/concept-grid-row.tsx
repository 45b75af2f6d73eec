import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ConceptRow } from "#core/compare/concept-row.ts";
import { Tag } from "../../ui/tag.tsx";
import { cellOf, type ConceptStudy } from "./concept-study.ts";
import { isNumber, printCell, printGrowth } from "./printed-cell.ts";
import { TargetMark } from "./target-mark.tsx";

/** A cell of the grid by its row and column; column 0 is the plan, the last one the growth. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface ConceptGridRowProps {
  readonly study: ConceptStudy;
  readonly row: ConceptRow;
  /** Which row of the whole grid it is. */
  readonly at: number;
  /** Of another caliber: hatched. */
  readonly relative: boolean;
  readonly active: CellPlace;
  readonly onOpen: (row: ConceptRow, year: number | null) => void;
  readonly onFocus: (place: CellPlace) => void;
  readonly onLook: (place: CellPlace | null) => void;
}

/** One indicator of one plan: its plan and printed name, its values and targets by year, and the growth it asks for. */
export function ConceptGridRow(props: ConceptGridRowProps) {
  const { study, row, at, relative, onOpen } = props;
  const { t } = useTranslation("compare");
  const { years } = study.table;
  const growth = printGrowth(row.growth, t);
  const cell = (column: number, year: number | null) => cellProps(props, column, () => onOpen(row, year));
  return (
    <tr data-current={row.plan === study.current || undefined} data-relative={relative || undefined}>
      <th scope="row" {...cell(0, null)}>
        <PlanCell study={study} row={row} />
      </th>
      {years.map((year, index) => {
        const found = cellOf(row, year);
        return found === null ? (
          <td key={year} className="num blank" {...blankProps(props, index + 1)}>
            {t("table.blank")}
          </td>
        ) : (
          <td key={year} className="num" {...cell(index + 1, year)}>
            {printCell(found, row, t).map(({ kind, text, aside, soft }) => (
              <div key={kind} className="part">
                <span className={soft ? "estimated" : undefined}>{text}</span>
                {aside === "" ? null : (
                  <small>
                    {kind === "observed" ? null : <TargetMark hollow={kind === "milestone"} />}
                    {aside}
                  </small>
                )}
              </div>
            ))}
          </td>
        );
      })}
      <td className={isNumber(row.growth) ? "num" : "num muted"} {...blankProps(props, years.length + 1)}>
        {growth}
      </td>
    </tr>
  );

  function blankProps(own: ConceptGridRowProps, column: number) {
    return placeProps(own, { row: at, column });
  }
}

function PlanCell({ study, row }: Pick<ConceptGridRowProps, "study" | "row">) {
  const { t } = useTranslation(["compare", "shell"]);
  const status = study.plans.get(row.plan)?.status ?? "issued";
  const name =
    row.printedUnit === row.unit
      ? row.name
      : t("compare:table.converted", { name: row.name, unit: row.printedUnit });
  return (
    <>
      <span className="plan-line" title={study.planTitle(row.plan)}>
        <b>{study.planName(row.plan)}</b>
        {status === "issued" ? null : <Tag dashed>{t(`shell:status.${status}`)}</Tag>}
        {row.plan === study.current ? <span className="own">{t("compare:table.own")}</span> : null}
      </span>
      <small title={name}>{name}</small>
    </>
  );
}

function placeProps({ active, onFocus, onLook }: ConceptGridRowProps, place: CellPlace) {
  const here = active.row === place.row && active.column === place.column;
  return {
    "data-cell": `${place.row}-${place.column}`,
    tabIndex: here ? 0 : -1,
    onFocus: () => {
      onFocus(place);
      onLook(place);
    },
    onPointerEnter: () => onLook(place),
  };
}

/** A cell that leads to its plan's indicator table. */
function cellProps(props: ConceptGridRowProps, column: number, open: () => void) {
  return {
    ...placeProps(props, { row: props.at, column }),
    "data-opens": true,
    onClick: open,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      open();
    },
  };
}
