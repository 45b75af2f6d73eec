import { type RefObject, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { readClipboard } from "../../ui/sheet/clipboard-data.ts";
import { widthOf } from "../../ui/sheet/paste-shape.ts";
import type { SheetController } from "../../ui/sheet/sheet-controller.ts";
import type { GridLayout } from "./use-grid-layout.ts";

interface NoRowsProps {
  /** Whether the plan itself has none. */
  readonly empty: boolean;
  readonly editable: boolean;
  readonly layout: GridLayout;
  readonly controller: SheetController;
  /** The sheet, which has the focus as long as there is no cell to have it. */
  readonly sheet: RefObject<HTMLElement | null>;
  /** Adds the first indicator by hand. */
  readonly onAdd: () => void;
}

/** What stands in place of rows: why there are none, and how to get some; a plan without any takes a pasted block. */
export function NoRows({ empty, editable, layout, controller, sheet, onAdd }: NoRowsProps) {
  const { t } = useTranslation("grid");
  usePasteIntoEmpty({ takes: empty && editable, layout, controller, sheet });
  if (!empty) {
    return (
      <div className="no-rows">
        <EmptyState
          text={t("emptyFilter")}
          actions={
            <Button onClick={() => layout.arrange({ status: "all", filters: [] })}>{t("showAll")}</Button>
          }
        />
      </div>
    );
  }
  return (
    <div className="no-rows">
      <EmptyState
        text={editable ? t("emptyOwn") : t("empty")}
        actions={editable ? <Button onClick={onAdd}>{t("rows.add")}</Button> : undefined}
      />
    </div>
  );
}

type Pasting = Pick<NoRowsProps, "layout" | "controller" | "sheet"> & { readonly takes: boolean };

/** Lets a pasted block become the first rows: from the names on, or from the first column where it is as wide as the table. */
function usePasteIntoEmpty({ takes, layout, controller, sheet }: Pasting): void {
  const { columns } = layout.places;
  useEffect(() => {
    const element = sheet.current;
    if (element === null || !takes) return undefined;
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
    const paste = (event: ClipboardEvent) => {
      const block = event.clipboardData === null ? null : readClipboard(event.clipboardData);
      if (block === null || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      if (block === "large") {
        controller.refuse("large");
        return;
      }
      const width = widthOf(block);
      const names = columns.findIndex(({ kind }) => kind === "name");
      controller.pasteFrom(block, width >= columns.length ? 0 : names);
    };
    element.addEventListener("paste", paste);
    return () => element.removeEventListener("paste", paste);
  }, [takes, columns, controller, sheet]);
}
