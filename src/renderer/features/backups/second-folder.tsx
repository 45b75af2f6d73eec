import { Input } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SecondFolder as Second } from "#bridge/backup.ts";
import type { BridgeErrorCode, Capabilities, Reply, Settings } from "#bridge/desktop-bridge.ts";
import { useBridge, useSettings, useSettingsActions } from "../../data/machine.ts";
import { machineErrorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";

interface SecondFolderProps {
  readonly second: Second;
  readonly onChanged: () => void;
}

/** Where backups are kept a second time, such as a USB stick: typed, or chosen in a dialog where the machine has one. */
export function SecondFolder({ second, onChanged }: SecondFolderProps) {
  const { t } = useTranslation(["shell", "errors", "safety"]);
  const { change, chooseBackupFolder } = useSettingsActions();
  const named = useSettings()?.backupFolder ?? null;
  const able = useCapabilities();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<BridgeErrorCode | null>(null);
  const field = useId();
  const take = async (asking: Promise<Reply<Settings>>) => {
    const reply = await asking;
    setProblem(reply.ok ? null : reply.code);
    if (reply.ok) setTyped(null);
    onChanged();
  };
  const wanted = typed?.trim() ?? "";
  const dialog = able?.folderDialog === true;
  return (
    <form
      className="second-folder"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== "") void take(change({ backupFolder: wanted }));
      }}
    >
      <label htmlFor={field}>{t("safety:second.label")}</label>
      <Input
        id={field}
        value={typed ?? named ?? ""}
        placeholder={t("safety:second.placeholder")}
        readOnly={dialog}
        status={problem === null ? "" : "error"}
        aria-invalid={problem !== null}
        aria-describedby={`${field}-state`}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      {dialog ? (
        <Button icon="folder" onClick={() => void take(chooseBackupFolder())}>
          {t("safety:second.choose")}
        </Button>
      ) : (
        <Button type="submit" disabledReason={wanted === "" ? t("safety:second.typeFirst") : undefined}>
          {t("safety:second.save")}
        </Button>
      )}
      <Button
        variant="quiet"
        disabledReason={named === null ? t("safety:second.isNone") : undefined}
        onClick={() => void take(change({ backupFolder: null }))}
      >
        {t("safety:second.clear")}
      </Button>
      <p id={`${field}-state`} className={problem === null ? "muted small" : "problem"} role="status">
        {problem === null
          ? t(`safety:second.state.${second.kind}`, { ...second })
          : problem === "bad-argument"
            ? t("safety:second.notAPath")
            : machineErrorText(t, problem)}
      </p>
    </form>
  );
}

function useCapabilities(): Capabilities | null {
  const bridge = useBridge();
  const [able, setAble] = useState<Capabilities | null>(null);
  useEffect(() => {
    void bridge.capabilities().then((reply) => setAble(reply.ok ? reply.value : null));
  }, [bridge]);
  return able;
}
