import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCurrentPlan } from "../../data/current-plan.ts";
import type { LibraryEntry } from "../../data/library-entry.ts";
import { Panel, PanelSection } from "../../ui/panel.tsx";
import { RemoveDialog, RenameDialog } from "./plan-dialogs.tsx";
import { SelectedPlan } from "./selected-plan.tsx";
import type { PlanDeeds } from "./use-plan-deeds.ts";

/** In px; narrower than others because it carries no chart. */
const PANEL_WIDTH = 232;

interface PlanPanelProps {
  readonly selected: LibraryEntry | undefined;
  readonly library: readonly LibraryEntry[];
  readonly deeds: PlanDeeds;
}

/** The panel of the selected plan and the dialogs it opens. */
export function PlanPanel({ selected, library, deeds }: PlanPanelProps) {
  const [dialog, setDialog] = useState<"remove" | "rename" | null>(null);
  const { choose } = useCurrentPlan();
  const close = () => setDialog(null);
  if (selected === undefined) return <NothingSelected />;
  const { id } = selected;
  const remove = () => {
    close();
    deeds.remove(selected);
  };
  const rename = (title: string) => {
    close();
    deeds.rename(id, title);
  };
  return (
    <>
      <SelectedPlan
        entry={selected}
        library={library}
        width={PANEL_WIDTH}
        onSelect={choose}
        onOpen={() => deeds.open(id)}
        onCopy={() => deeds.copy(id)}
        onRename={() => setDialog("rename")}
        onRemove={() => setDialog("remove")}
      />
      {dialog === "remove" ? <RemoveDialog entry={selected} onClose={close} onRemove={remove} /> : null}
      {dialog === "rename" ? <RenameDialog entry={selected} onClose={close} onRename={rename} /> : null}
    </>
  );
}

function NothingSelected() {
  const { t } = useTranslation("library");
  return (
    <Panel label={t("panel.label")} title={t("panel.none")} width={PANEL_WIDTH}>
      <PanelSection>
        <p className="muted">{t("panel.noneHint")}</p>
      </PanelSection>
    </Panel>
  );
}
