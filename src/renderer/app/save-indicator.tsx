import { useTranslation } from "react-i18next";
import { type PlanId, planId as toPlanId } from "#core/plan/ids.ts";
import type { SaveFailure } from "../data/save-state.ts";
import { usePlanHistory, useSaveState } from "../data/use-workbench.ts";
import { formatTime } from "../i18n/format-time.ts";
import { Icon } from "../ui/icon.tsx";

const NO_PLAN = toPlanId("");

/** “已保存 · 14:32”, or what is not saved and why. */
export function SaveIndicator({ planId }: { readonly planId: PlanId | undefined }) {
  const { t, i18n } = useTranslation();
  const state = useSaveState();
  const lastEdit = usePlanHistory(planId ?? NO_PLAN)?.lastEditAt ?? null;
  if (state.kind === "failed") return <Unsaved failure={state.reason} />;
  const at = state.kind === "saved" ? state.at : lastEdit;
  return (
    <span className="saved" role="status">
      {state.kind === "saving" ? null : <Icon name="check" size={14} />}
      {state.kind === "saving"
        ? t("save.saving")
        : at === null
          ? t("save.idle")
          : t("save.saved", { time: formatTime(at, i18n.language) })}
    </span>
  );
}

function Unsaved({ failure }: { readonly failure: SaveFailure }) {
  const { t } = useTranslation();
  if (failure.kind === "second-copy") {
    return (
      <span className="saved warn" role="status" title={t("save.secondCopyDetail")}>
        <Icon name="warn" size={14} />
        {t("save.secondCopy", { waiting: failure.waiting })}
      </span>
    );
  }
  const { waiting } = failure;
  return (
    <span
      className="saved error"
      role="status"
      title={waiting === 0 ? t("save.notStoredDetail") : t("save.waitingDetail")}
    >
      <Icon name="error" size={14} />
      {waiting === 0 ? t("save.failed") : t("save.waiting", { count: waiting })}
    </span>
  );
}
