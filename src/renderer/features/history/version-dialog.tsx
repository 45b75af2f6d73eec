import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Seq } from "#core/command/history.ts";
import type { NamedVersion } from "#core/history/named-versions.ts";
import type { PlanId } from "#core/plan/ids.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import { storeErrorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import type { Told } from "./plan-past.tsx";

/** What the dialog is for: naming the state after an entry (`null` for now), or another name for a version. */
export type VersionDeed =
  | { readonly kind: "name"; readonly of: Seq | null }
  | { readonly kind: "rename"; readonly version: NamedVersion };

interface VersionDialogProps {
  readonly plan: PlanId;
  readonly deed: VersionDeed;
  readonly onClose: () => void;
  readonly onTold: (told: Told) => void;
}

const PROPOSED = ["consultation", "review", "issued"] as const;

/** Takes a name for a version: one of the usual three, or the planner's own. */
export function VersionDialog({ plan, deed, onClose, onTold }: VersionDialogProps) {
  const { t } = useTranslation(["history", "grid"]);
  const { t: tell } = useTranslation(["shell", "errors"]);
  const store = useWorkbench();
  const known = deed.kind === "rename" ? deed.version : null;
  const [name, setName] = useState(known?.name ?? "");
  const [note, setNote] = useState(known?.note ?? "");
  const id = useId();
  const empty = name.trim() === "";
  const save = async () => {
    const label = { name: name.trim(), note: note.trim() === "" ? null : note.trim() };
    onClose();
    const done = await (deed.kind === "rename"
      ? store.renameVersion(plan, deed.version.seq, label)
      : store.nameVersion(plan, deed.of, label));
    if (!done.ok) onTold({ tone: "error", title: storeErrorText(tell, done.error) });
  };
  return (
    <Dialog
      title={t(deed.kind === "rename" ? "history:version.renameTitle" : "history:version.title")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("history:version.cancel")}</Button>
          <Button
            variant="primary"
            type="submit"
            form={id}
            disabledReason={empty ? t("history:version.empty") : undefined}
          >
            {t(deed.kind === "rename" ? "history:version.change" : "history:version.confirm")}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="version-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!empty) void save();
        }}
      >
        <label htmlFor={`${id}-name`}>{t("history:version.label")}</label>
        <input
          id={`${id}-name`}
          className="input"
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="proposed" role="group" aria-label={t("history:version.proposed")}>
          {PROPOSED.map((kind) => (
            <Button key={kind} onClick={() => setName(t(`history:version.names.${kind}`))}>
              {t(`history:version.names.${kind}`)}
            </Button>
          ))}
        </div>
        <label htmlFor={`${id}-note`}>{t("history:version.note")}</label>
        <textarea
          id={`${id}-note`}
          className="input"
          rows={3}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className="small muted">{t("history:version.hint")}</p>
      </form>
    </Dialog>
  );
}
