import { useTranslation } from "react-i18next";
import { type PlanId, planId as toPlanId } from "#core/plan/ids.ts";
import { usePlanHistory, useSaveState } from "../data/use-workbench.ts";
import { formatTime } from "../i18n/format-time.ts";
import { Icon } from "../ui/icon.tsx";

const NO_PLAN = toPlanId("");

/** “已保存 · 14:32”, or what is not saved and why. */
export function SaveIndicator({ planId }: { readonly planId: PlanId | undefined }) {
  const { t, i18n } = useTranslation();
  const state = useSaveState();
  const lastEdit = usePlanHistory(planId ?? NO_PLAN)?.lastEditAt ?? null;
  if (state.kind === "failed") {
    const second = state.reason.kind === "second-copy";
    const detail = second ? t("save.secondCopyDetail") : t("save.notStoredDetail");
    return (
      <span className={second ? "saved warn" : "saved error"} role="status" title={detail}>
        <Icon name={second ? "warn" : "error"} size={14} />
        {state.reason.kind === "second-copy"
          ? t("save.secondCopy", { waiting: state.reason.waiting })
          : t("save.failed")}
      </span>
    );
  }
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
