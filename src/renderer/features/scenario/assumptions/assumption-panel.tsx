import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { scenarioOf } from "#core/scenario/scenario-tree.ts";
import { METHOD_NAMES } from "#core/scenario/first-assumption.ts";
import type { PlanScenarios } from "../../../data/use-scenarios.ts";
import { useConcepts } from "../../../data/use-workbench.ts";
import { Button } from "../../../ui/button.tsx";
import { CellInput, type CellInputHandle, type CellInputHost } from "../../../ui/sheet/cell-input.tsx";
import type { CellPlace } from "../../../ui/sheet/cell-move.ts";
import { SheetController } from "../../../ui/sheet/sheet-controller.ts";
import { SIZES } from "../../../ui/theme.ts";
import { printCell, type SheetWords } from "./assumption-cell.ts";
import { AssumptionDialog } from "./assumption-dialog.tsx";
import { AssumptionGrid, type AssumptionGridHandle } from "./assumption-grid.tsx";
import { type AssumptionRow, assumptionSheet } from "./assumption-sheet.ts";
import { type AssumptionParts, assumptionSheetModel, cellText, refusal } from "./assumption-sheet-model.ts";
import { methodGround } from "./method-ground.ts";
import { useAssumptionLayout } from "./use-assumption-layout.ts";
import "./assumptions.css";

interface AssumptionPanelProps {
  readonly scenarios: PlanScenarios;
  readonly scenario: ScenarioId;
  /** The series that the room is about. */
  readonly series: string;
  readonly onSeries: (series: string) => void;
  /** Buttons of the room that belong beside those of the sheet. */
  readonly children?: ReactNode;
}

/** What a scenario supposes, series by series and year by year, edited as in a spreadsheet. */
export function AssumptionPanel({ scenarios, scenario, series, onSeries, children }: AssumptionPanelProps) {
  const { t } = useTranslation("studio");
  const { t: told } = useTranslation("assumption");
  const words = useMemo((): SheetWords => ({ studio: t, told }), [t, told]);
  const concepts = useConcepts();
  const { plan, tree, drivers } = scenarios;
  const sheet = useMemo(
    () => assumptionSheet({ plan, concepts, tree, drivers, scenario }),
    [plan, concepts, tree, drivers, scenario],
  );
  const layout = useAssumptionLayout(sheet, series, onSeries);
  const [asking, setAsking] = useState(false);
  const { row } = layout;
  const groundOf = useCallback(
    (each: AssumptionRow) => methodGround({ plan, concepts }, sheet, each),
    [plan, concepts, sheet],
  );
  const frame = useRef<HTMLElement>(null);
  const ask = useCallback(() => setAsking(true), []);
  const input = useRef<CellInputHandle>(null);
  const grid = useRef<AssumptionGridHandle>(null);
  const cell = useAssumptionCell({
    input,
    grid,
    ...{ scenarios, sheet, layout, words, groundOf, ask },
    frame: () => frame.current,
  });
  return (
    <section
      ref={frame}
      className="assumptions"
      aria-label={t("assumptions.title")}
      data-region
      tabIndex={-1}
    >
      <AssumptionHeader {...{ scenarios, scenario, row, ask }}>{children}</AssumptionHeader>
      <AssumptionGrid
        ref={grid}
        {...{ sheet, layout, words }}
        controller={cell.controller}
        editable={scenarios.canEdit}
      >
        <CellInput
          ref={input}
          host={cell.host}
          cell={layout.active}
          label={cell.label}
          hint={t("assumptions.hint")}
          align={layout.column?.kind === "year" ? "right" : "left"}
          disabled={layout.active === null}
          options={
            layout.column?.kind === "method" && scenarios.canEdit
              ? METHOD_NAMES.map((method) => ({
                  label: told(`name.${method}`),
                  text: told(`name.${method}`),
                }))
              : null
          }
          optionsLabel={t("column.method")}
        />
        {cell.said === null ? null : (
          <p className="assumption-refused" role="alert">
            {cell.said}
          </p>
        )}
      </AssumptionGrid>
      {asking && row !== null ? (
        <AssumptionDialog
          {...{ scenarios, sheet, row }}
          ground={groundOf(row)}
          onClose={() => {
            setAsking(false);
            input.current?.focus();
          }}
        />
      ) : null}
    </section>
  );
}

interface AssumptionHeaderProps extends Pick<AssumptionPanelProps, "scenarios" | "scenario" | "children"> {
  /** The row that is chosen. */
  readonly row: AssumptionRow | null;
  /** Asks for all that the scenario supposes of the row. */
  readonly ask: () => void;
}

/** Whose assumptions they are, what the colours mean, and what can be done to the chosen row. */
function AssumptionHeader({ scenarios, scenario, row, ask, children }: AssumptionHeaderProps) {
  const { t } = useTranslation("studio");
  const own = row === null ? [] : ownPlaces(scenarios, scenario, row);
  const blocked = scenarios.canEdit ? undefined : t("readOnly");
  return (
    <header>
      <h2>{t("assumptions.of", { name: scenarioOf(scenarios.tree, scenario).name })}</h2>
      <span className="assumption-key inherited">{t("assumptions.inherited")}</span>
      <span className="assumption-key override">{t("assumptions.override")}</span>
      <span className="spacer" />
      {children}
      <Button
        icon="undo"
        disabledReason={blocked ?? (own.length === 0 ? t("assumptions.nothingOwn") : undefined)}
        onClick={() => scenarios.edit({ type: "dropOverrides", places: own })}
      >
        {t("assumptions.inherit")}
      </Button>
      <Button disabledReason={row === null ? t("assumptions.none") : undefined} onClick={ask}>
        {t("assumptions.set")}
      </Button>
    </header>
  );
}

/** What the scenario sets of a row. */
function ownPlaces({ tree }: PlanScenarios, scenario: ScenarioId, row: AssumptionRow) {
  const parts = scenarioOf(tree, scenario).overrides.get(row.id) ?? {};
  return (["assumption", "shocks", "clamp", "uncertainty"] as const)
    .filter((part) => part in parts)
    .map((part) => ({ scenario, series: row.id, part }));
}

type CellParts = Pick<AssumptionParts, "scenarios" | "sheet" | "layout" | "words" | "groundOf" | "ask"> & {
  readonly frame: () => HTMLElement | null;
  readonly input: React.RefObject<CellInputHandle | null>;
  readonly grid: React.RefObject<AssumptionGridHandle | null>;
};

/** What keys, typing and the pointer do to the sheet. */
function useAssumptionCell({ frame, grid, ...given }: CellParts) {
  const { layout, sheet, words } = given;
  const [message, setMessage] = useState<{ readonly cell: object | null; readonly text: string } | null>(
    null,
  );
  const say = (text: string | null) => setMessage(text === null ? null : { cell: layout.active, text });
  const parts: AssumptionParts = {
    ...given,
    say,
    page: () => rowsInSight(frame()),
    reveal: (place: CellPlace) => grid.current?.reveal(place),
  };
  const controller = useController(parts);
  const { row, column } = layout;
  const startText = () => (row === null || column === null ? null : cellText(parts, row, column));
  const host: CellInputHost = {
    startText,
    refuse: () => say(refusal(parts)),
    lost: (text) => say(words.studio("refused.lost", { text })),
    commit: (text, everywhere) => {
      say(null);
      if (everywhere || text !== startText()) controller.commit(text, everywhere);
    },
    move: (move, extend) => controller.move(move, extend),
    act: (deed) => controller.act(deed),
    cancel: () => controller.cancel(),
    take: (how) => controller.take(how),
    paste: (block) => controller.paste(block),
    refuseLarge: () => controller.refuse("large"),
  };
  const printed = row === null || column === null ? null : printCell(sheet, row, column, words);
  const label =
    row === null || column === null || printed === null
      ? words.studio("assumptions.title")
      : words.studio("assumptions.cell", {
          name: row.name,
          column: column.kind === "year" ? column.year : words.studio(`column.${column.kind}`),
          text: printed.text,
          origin: words.studio(`tone.${printed.tone}`),
        });
  const said = message !== null && message.cell === layout.active ? message.text : null;
  return { controller, host, label, said };
}

/** One controller for the life of the sheet, which reads the table as it was drawn last. */
function useController(parts: AssumptionParts): SheetController {
  const [controller] = useState(() => new SheetController(() => assumptionSheetModel(parts)));
  useLayoutEffect(() => controller.serve(() => assumptionSheetModel(parts)));
  return controller;
}

function rowsInSight(frame: HTMLElement | null): number {
  const height = frame?.querySelector(".ag-grid-viewport")?.clientHeight ?? 0;
  return Math.max(1, Math.floor(height / SIZES.row) - 1);
}
