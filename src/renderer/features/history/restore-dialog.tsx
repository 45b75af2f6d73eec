import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Seq } from "#core/command/history.ts";
import { comparePlans } from "#core/history/compare-plans.ts";
import type { IndicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import { storeErrorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ChangeList } from "./change-list.tsx";
import { differenceGroups } from "./difference-text.ts";
import type { Told } from "./plan-past.tsx";
import { useDifferenceNames } from "./use-difference-names.ts";

interface RestoreDialogProps {
  readonly plan: Plan;
  /** The state to be restored, the one after `entry`. */
  readonly state: Plan;
  readonly entry: Seq;
  readonly onClose: () => void;
  readonly onTold: (told: Told) => void;
}

/** In the dialog nothing leads away. */
const NO_LINKS: ReadonlySet<IndicatorId> = new Set();

/** Shows what a restore would change, and does it as one step. */
export function RestoreDialog({ plan, state, entry, onClose, onTold }: RestoreDialogProps) {
  const { t } = useTranslation(["history", "grid"]);
  const { t: told } = useTranslation("assumption");
  const { t: tell } = useTranslation(["shell", "errors"]);
  const store = useWorkbench();
  const names = useDifferenceNames();
  const groups = useMemo(() => {
    const wanted = { ...state, title: plan.title };
    return differenceGroups(comparePlans(plan, wanted), plan.title, names, t, told);
  }, [plan, state, names, t, told]);
  const same = groups.length === 0;
  const restore = async () => {
    onClose();
    const done = await store.execute(plan.id, { type: "restore", state, entry });
    onTold(
      done.ok
        ? { tone: "done", title: t("history:restore.done") }
        : { tone: "error", title: storeErrorText(tell, done.error) },
    );
  };
  return (
    <Dialog
      title={t("history:restore.title")}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("history:restore.cancel")}</Button>
          <Button
            variant="primary"
            disabledReason={same ? t("history:restore.same") : undefined}
            onClick={() => void restore()}
          >
            {t("history:restore.confirm")}
          </Button>
        </>
      }
    >
      <p>{t(same ? "history:restore.same" : "history:restore.intro")}</p>
      {same ? null : (
        <div className="restore-list" tabIndex={0}>
          <ChangeList plan={plan.id} groups={groups} known={NO_LINKS} />
        </div>
      )}
    </Dialog>
  );
}
