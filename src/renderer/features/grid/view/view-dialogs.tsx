import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import type { Arrangement, SavedView } from "../../../data/views/arrangement.ts";
import { useViews, useViewDeeds } from "../../../data/views/use-views.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";

interface SaveViewDialogProps {
  readonly plan: PlanId;
  readonly arrangement: Arrangement;
  readonly onClose: () => void;
}

/** Asks for the name of a view and whether it is for all plans. */
export function SaveViewDialog({ plan, arrangement, onClose }: SaveViewDialogProps) {
  const { t } = useTranslation("grid");
  const views = useViews(plan) ?? [];
  const deeds = useViewDeeds();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<string | null>(plan);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const ids = { form: useId(), scope: useId(), message: useId() };
  const taken = views.find((view) => view.name === name.trim() && view.plan === scope);
  const message = asked && name.trim() === "" ? t("arrange.views.nameless") : failure;
  const save = async () => {
    setAsked(true);
    if (name.trim() === "") return;
    const refused = await deeds.keep({ ...(taken ?? {}), plan: scope, name: name.trim(), arrangement });
    setFailure(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      title={t("arrange.views.saveTitle")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("arrange.views.cancel")}</Button>
          <Button variant="primary" type="submit" form={ids.form}>
            {t("arrange.views.confirm")}
          </Button>
        </>
      }
    >
      <form
        id={ids.form}
        className="grid-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="field-line">
          {t("arrange.views.name")}
          <input
            className="input"
            value={name}
            aria-invalid={message !== null}
            aria-describedby={ids.message}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <fieldset>
          <legend>{t("arrange.views.scope")}</legend>
          {[plan, null].map((each) => (
            <label key={each} className="choice">
              <input type="radio" name={ids.scope} checked={scope === each} onChange={() => setScope(each)} />
              {each === null ? t("arrange.views.everywhere") : t("arrange.views.here")}
            </label>
          ))}
        </fieldset>
        <p className="small muted">{t("arrange.views.saved")}</p>
        <p id={ids.message} className={message === null ? "small muted" : "small is-error"} role="status">
          {message ?? (taken === undefined ? null : t("arrange.views.taken"))}
        </p>
      </form>
    </Dialog>
  );
}

/** The saved views with their names to be changed, and a way to delete each. */
export function ManageViewsDialog(props: { readonly plan: PlanId; readonly onClose: () => void }) {
  const { t } = useTranslation("grid");
  const views = useViews(props.plan) ?? [];
  const [failure, setFailure] = useState<string | null>(null);
  return (
    <Dialog
      title={t("arrange.views.manageTitle")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("arrange.views.close")}</Button>}
    >
      {views.length === 0 ? <p className="muted">{t("arrange.views.none")}</p> : null}
      <ul className="view-list">
        {views.map((view) => (
          <ViewLine key={view.id} view={view} onDone={setFailure} />
        ))}
      </ul>
      {failure === null ? null : (
        <p className="small is-error" role="alert">
          {failure}
        </p>
      )}
    </Dialog>
  );
}

interface ViewLineProps {
  readonly view: SavedView;
  /** Called with why a change could not be stored, `null` where it was. */
  readonly onDone: (failure: string | null) => void;
}

function ViewLine({ view, onDone }: ViewLineProps) {
  const { t } = useTranslation("grid");
  const { keep, remove } = useViewDeeds();
  const [name, setName] = useState(view.name);
  const rename = () => {
    const text = name.trim();
    if (text === "") setName(view.name);
    else if (text !== view.name) void keep({ ...view, name: text }).then(onDone);
  };
  return (
    <li>
      <input
        className="input"
        aria-label={t("arrange.views.rename", { name: view.name })}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === "Enter") rename();
        }}
      />
      <span className="small muted">
        {view.plan === null ? t("arrange.views.everywhere") : t("arrange.views.here")}
      </span>
      <Button
        variant="quiet"
        icon="trash"
        aria-label={t("arrange.views.remove", { name: view.name })}
        title={t("arrange.views.remove", { name: view.name })}
        onClick={() => void remove(view.id).then(onDone)}
      />
    </li>
  );
}
