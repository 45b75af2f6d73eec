import { Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_PLANNER_NAME } from "#bridge/planner-name.ts";
import type { Reply, Settings } from "#bridge/desktop-bridge.ts";
import { useSettingsActions } from "../../data/machine.ts";
import { machineErrorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";

/** Whose name the history of a plan notes beside each edit. */
export function PlannerName({ planner }: { readonly planner: Settings["planner"] }) {
  const { t } = useTranslation(["shell", "errors", "settings"]);
  const { change } = useSettingsActions();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useId();
  const take = async (asking: Promise<Reply<Settings>>) => {
    const reply = await asking;
    setProblem(reply.ok ? null : machineErrorText(t, reply.code));
    if (reply.ok) setTyped(null);
  };
  const name = typed?.trim() ?? "";
  const changed = name !== "" && name !== planner.name;
  return (
    <form
      className="setting"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) void take(change({ planner: name }));
      }}
    >
      <label htmlFor={field}>{t("settings:planner.label")}</label>
      <div className="folder">
        <div className="folder-row">
          <Input
            id={field}
            status={problem === null ? "" : "error"}
            value={typed ?? planner.name}
            maxLength={MAX_PLANNER_NAME}
            aria-invalid={problem !== null}
            aria-describedby={`${field}-hint ${field}-problem`}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" disabledReason={changed ? undefined : t("settings:planner.saved")}>
            {t("settings:planner.save")}
          </Button>
          <Button
            variant="quiet"
            disabledReason={planner.custom ? undefined : t("settings:planner.isDefault")}
            onClick={() => void take(change({ planner: null }))}
          >
            {t("settings:planner.restore")}
          </Button>
        </div>
        <p id={`${field}-problem`} className="problem" role="alert">
          {problem}
        </p>
        <p id={`${field}-hint`} className="muted small">
          {t("settings:planner.hint")}
        </p>
      </div>
    </form>
  );
}
