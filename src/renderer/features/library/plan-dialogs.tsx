import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LibraryEntry } from "../../data/library-entry.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

interface RemoveDialogProps {
  readonly entry: LibraryEntry;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

/** Asks before a draft is deleted; the plan is named. */
export function RemoveDialog({ entry, onClose, onRemove }: RemoveDialogProps) {
  const { t } = useTranslation("library");
  return (
    <Dialog
      title={t("remove.title")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("remove.cancel")}</Button>
          <Button variant="danger" onClick={onRemove}>
            {t("remove.confirm")}
          </Button>
        </>
      }
    >
      <p>{t("remove.text", { title: entry.title })}</p>
    </Dialog>
  );
}

interface RenameDialogProps {
  readonly entry: LibraryEntry;
  readonly onClose: () => void;
  readonly onRename: (title: string) => void;
}

/** Takes a new title for a draft. */
export function RenameDialog({ entry, onClose, onRename }: RenameDialogProps) {
  const { t } = useTranslation("library");
  const [title, setTitle] = useState(entry.title);
  const field = useId();
  const empty = title.trim() === "";
  return (
    <Dialog
      title={t("rename.title")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("rename.cancel")}</Button>
          <Button
            variant="primary"
            type="submit"
            form={`${field}-form`}
            disabledReason={empty ? t("rename.empty") : undefined}
          >
            {t("rename.confirm")}
          </Button>
        </>
      }
    >
      <form
        id={`${field}-form`}
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          if (!empty) onRename(title.trim());
        }}
      >
        <label htmlFor={field}>{t("rename.label")}</label>
        <input
          id={field}
          className="input"
          value={title}
          aria-invalid={empty}
          aria-describedby={`${field}-problem`}
          onChange={(event) => setTitle(event.target.value)}
        />
        <p id={`${field}-problem`} className="problem">
          {empty ? t("rename.empty") : null}
        </p>
      </form>
    </Dialog>
  );
}
