import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import { PLAIN_ARRANGEMENT } from "../../../data/views/arrangement.ts";
import { useViews } from "../../../data/views/use-views.ts";
import type { MenuEntry } from "../../../ui/menu.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import type { GridLayout } from "../use-grid-layout.ts";

interface ViewsMenuProps {
  readonly plan: PlanId;
  readonly layout: GridLayout;
  readonly onSave: () => void;
  readonly onManage: () => void;
}

/** The saved views, with ways to save the one that is shown and to manage all. */
export function ViewsMenu({ plan, layout, onSave, onManage }: ViewsMenuProps) {
  const { t } = useTranslation("grid");
  const views = useViews(plan) ?? [];
  const shown = JSON.stringify(layout.arrangement);
  const chosen = views.map(
    ({ id, name, arrangement }): MenuEntry => ({
      kind: "item",
      id,
      label: name,
      checked: JSON.stringify(arrangement) === shown,
      run: () => layout.arrange(arrangement),
    }),
  );
  const lines: readonly MenuEntry[] = chosen.length === 0 ? [] : [{ kind: "separator", id: "line" }];
  return (
    <MenuButton
      label={t("arrange.views.menu")}
      entries={[
        ...chosen,
        ...lines,
        { kind: "item", id: "save", label: t("arrange.views.save"), run: onSave },
        {
          kind: "item",
          id: "manage",
          label: t("arrange.views.manage"),
          disabledReason: chosen.length === 0 ? t("arrange.views.none") : undefined,
          run: onManage,
        },
        {
          kind: "item",
          id: "reset",
          label: t("arrange.views.reset"),
          run: () => layout.arrange(PLAIN_ARRANGEMENT),
        },
      ]}
    >
      {t("arrange.views.button")}
    </MenuButton>
  );
}
