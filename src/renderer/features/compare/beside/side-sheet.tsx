import { type RefObject, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { CellInput, type CellInputHandle } from "../../../ui/sheet/cell-input.tsx";
import type { SideWords } from "./printed-side.ts";
import type { SideReading } from "./side-context.ts";
import { SideGrid, type SideGridHandle } from "./side-grid.tsx";
import type { SideCell } from "./use-side-cell.ts";
import type { SideLayout } from "./use-side-layout.ts";
import type { SideStudy } from "./use-side-study.ts";

interface SideSheetProps {
  readonly study: SideStudy;
  readonly layout: SideLayout;
  readonly cell: SideCell;
  readonly words: SideWords;
  readonly input: RefObject<CellInputHandle | null>;
  readonly grid: RefObject<SideGridHandle | null>;
}

/** The table with the input over its active cell, and under it why a deed had no effect. */
export function SideSheet({ study, layout, cell, words, input, grid }: SideSheetProps) {
  const { t } = useTranslation("beside");
  const { rows, active } = layout;
  const { table } = study;
  const reading = useMemo((): SideReading => ({ rows: table.rows, words }), [table.rows, words]);
  useEffect(() => input.current?.focus(), [input]);
  return (
    <>
      <SideGrid ref={grid} study={study} reading={reading} layout={layout} controller={cell.controller}>
        <CellInput
          ref={input}
          host={cell.host}
          cell={active}
          label={cell.label}
          hint={t("hint")}
          align={layout.column?.kind === "base" || layout.column?.kind === "year" ? "right" : "left"}
          disabled={active === null}
          options={null}
          optionsLabel=""
        />
        {cell.refused === null ? null : (
          <p className="side-refused" role="alert">
            {cell.refused}
          </p>
        )}
      </SideGrid>
      {rows.length === 0 ? (
        <div className="side-empty">
          <EmptyState text={t(table.rows.length === 0 ? "empty.noRows" : "empty.filtered")} />
        </div>
      ) : null}
    </>
  );
}
