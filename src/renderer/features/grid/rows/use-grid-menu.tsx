import { type ReactNode, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { ContextMenu } from "../../../ui/context-menu.tsx";
import type { CellInputHandle, CellInputHost } from "../../../ui/sheet/cell-input.tsx";
import { pasteByMenu, takeByMenu } from "../../../ui/sheet/menu-clipboard.ts";
import type { GridDialog } from "../grid-dialogs.tsx";
import type { CellDeeds } from "../cell/use-cell-deeds.ts";
import type { GridLayout } from "../use-grid-layout.ts";
import { menuEntries } from "./grid-menu.ts";
import type { RowDeeds, Tell } from "./use-row-deeds.ts";
import type { WantedMenu } from "./wanted-menu.ts";

interface GridMenuParts {
  readonly layout: GridLayout;
  readonly rowDeeds: RowDeeds;
  readonly input: RefObject<CellInputHandle | null>;
  readonly tell: Tell;
  readonly ask: (dialog: GridDialog) => void;
  readonly cellDeeds: CellDeeds;
}

/** The menu of a cell, a row or a header, and what opens it. */
export interface GridMenu {
  readonly open: (wanted: WantedMenu) => void;
  readonly shown: ReactNode;
}

/** The context menu of the table. */
export function useGridMenu(parts: GridMenuParts, host: CellInputHost): GridMenu {
  const { t } = useTranslation("grid");
  const { layout, rowDeeds, input, tell, ask } = parts;
  const [wanted, open] = useState<WantedMenu | null>(null);
  if (wanted === null) return { open, shown: null };
  const byMenu = (deed: (field: Element) => Promise<boolean>, otherwise: string) => () => {
    input.current?.focus();
    const field = document.activeElement;
    if (field === null) return;
    void deed(field).then((done) => {
      if (!done) tell(otherwise);
    });
  };
  const deeds = {
    rows: rowDeeds,
    cell: parts.cellDeeds,
    cut: byMenu((field) => takeByMenu(field, "cut"), t("rows.cutByKey")),
    copy: byMenu((field) => takeByMenu(field, "copy"), t("rows.copyByKey")),
    paste: byMenu(pasteByMenu, t("rows.pasteByKey")),
    clear: () => host.act("clear"),
    askFilter: (column: Extract<GridDialog, { kind: "filter" }>["column"]) => ask({ kind: "filter", column }),
  };
  const shown = (
    <ContextMenu
      label={t(`rows.menus.${wanted.target.kind}`)}
      at={wanted.at}
      entries={menuEntries(wanted.target, layout, deeds, t)}
      onClose={(how) => {
        open(null);
        if (how !== "outside") input.current?.focus();
      }}
    />
  );
  return { open, shown };
}
