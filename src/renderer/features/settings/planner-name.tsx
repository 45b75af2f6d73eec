import { useTranslation } from "react-i18next";
import type { Settings } from "#bridge/desktop-bridge.ts";
import { MAX_PLANNER_NAME } from "#bridge/planner-name.ts";
import { useSettingsActions } from "../../data/machine.ts";
import { Button } from "../../ui/button.tsx";
import { TextSetting } from "./text-setting.tsx";

/** Whose name the history of a plan notes beside each edit. */
export function PlannerName({ planner }: { readonly planner: Settings["planner"] }) {
  const { t } = useTranslation("settings");
  const { change } = useSettingsActions();
  return (
    <TextSetting
      label={t("planner.label")}
      value={planner.name}
      hint={t("planner.hint")}
      maxLength={MAX_PLANNER_NAME}
      onSave={(name) => change({ planner: name })}
      deed={(changed) => (
        <Button type="submit" disabledReason={changed ? undefined : t("planner.saved")}>
          {t("planner.save")}
        </Button>
      )}
      restore={{
        label: t("planner.restore"),
        blocked: planner.custom ? undefined : t("planner.isDefault"),
        run: () => change({ planner: null }),
      }}
    />
  );
}
