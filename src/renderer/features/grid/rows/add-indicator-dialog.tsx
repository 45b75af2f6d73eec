import "./add-indicator.css";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NewIndicator } from "#core/command/command.ts";
import { isReadableUnit } from "#core/indicator/readable-unit.ts";
import type { Concept } from "#core/plan/concept.ts";
import type { Attribute, Plan } from "#core/plan/plan.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { ConceptPicker } from "./concept-picker.tsx";

/** What the planner fills in of a new row. */
export type RowEntry = Omit<NewIndicator, "id">;

interface AddIndicatorDialogProps {
  readonly plan: Plan;
  /** Name and field of the row that the new one goes below; `null` for the end of the table. */
  readonly below: { readonly name: string; readonly category: string | null } | null;
  readonly onAdd: (entry: RowEntry) => void;
  readonly onClose: () => void;
}

interface Form {
  readonly concept: Concept | null;
  readonly name: string;
  readonly unit: string;
  readonly attribute: Attribute;
  readonly category: string;
  readonly department: string;
}

/** Adds indicators: taken from the catalogue of concepts, or named freely. */
export function AddIndicatorDialog({ plan, below, onAdd, onClose }: AddIndicatorDialogProps) {
  const { t } = useTranslation("grid");
  const fresh: Form = {
    ...{ concept: null, name: "", unit: "", attribute: "anticipatory", department: "" },
    category: below?.category ?? "",
  };
  const [form, setForm] = useState<Form>(fresh);
  const [said, setSaid] = useState<{ readonly text: string; readonly wrong: boolean } | null>(null);
  const [round, setRound] = useState(0);
  const name = useRef<HTMLInputElement>(null);
  const ids = { form: useId(), message: useId() };
  const add = (goOn: boolean) => {
    const problem = problemOf(form);
    if (problem !== null) {
      setSaid({ text: t(`rows.dialog.${problem}`), wrong: true });
      if (problem === "nameless") name.current?.focus();
      return;
    }
    onAdd(entryOf(form));
    if (!goOn) {
      onClose();
      return;
    }
    setSaid({ text: t("rows.dialog.added", { name: form.name.trim() }), wrong: false });
    setForm({ ...fresh, category: form.category, department: form.department });
    setRound(round + 1);
  };
  return (
    <Dialog
      title={t("rows.dialog.title")}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("rows.dialog.cancel")}</Button>
          <Button onClick={() => add(true)}>{t("rows.dialog.more")}</Button>
          <Button variant="primary" type="submit" form={ids.form}>
            {t("rows.dialog.confirm")}
          </Button>
        </>
      }
    >
      <ConceptPicker
        key={round}
        plan={plan}
        onPick={(concept) => {
          setForm({ ...form, concept, name: concept.zh, unit: concept.unit });
          setSaid(null);
          name.current?.focus();
        }}
      />
      <form
        id={ids.form}
        className="row-form"
        onSubmit={(event) => {
          event.preventDefault();
          add(false);
        }}
      >
        <RowFields plan={plan} form={form} nameRef={name} onChange={setForm} />
        <ConceptLine plan={plan} form={form} onDetach={() => setForm({ ...form, concept: null })} />
        <p className="small muted">
          {below === null ? t("rows.dialog.atEnd") : t("rows.dialog.below", { name: below.name })}
        </p>
        <p className={said?.wrong === true ? "small is-error" : "small muted"} role="status">
          {said?.text}
        </p>
      </form>
    </Dialog>
  );
}

interface RowFieldsProps {
  readonly plan: Plan;
  readonly form: Form;
  readonly nameRef: React.Ref<HTMLInputElement>;
  readonly onChange: (form: Form) => void;
}

function RowFields({ plan, form, nameRef, onChange }: RowFieldsProps) {
  const { t } = useTranslation("grid");
  const lists = { category: useId(), department: useId() };
  const text = (part: "name" | "unit" | "category" | "department") => ({
    className: "input",
    value: form[part],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ ...form, [part]: event.target.value }),
  });
  return (
    <>
      <label className="row-name">
        {t("rows.dialog.name")}
        <input ref={nameRef} {...text("name")} />
      </label>
      <label>
        {t("rows.dialog.unit")}
        <input {...text("unit")} />
      </label>
      <label>
        {t("rows.dialog.attribute")}
        <select
          className="input"
          value={form.attribute}
          onChange={(event) => onChange({ ...form, attribute: attributeOf(event.target.value) })}
        >
          {ATTRIBUTES.map((each) => (
            <option key={each} value={each}>
              {t(`attribute.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("rows.dialog.category")}
        <input {...text("category")} list={lists.category} />
      </label>
      <label>
        {t("rows.dialog.department")}
        <input {...text("department")} list={lists.department} />
      </label>
      <Suggestions id={lists.category} texts={plan.indicators.map(({ category }) => category)} />
      <Suggestions id={lists.department} texts={plan.indicators.map(({ department }) => department)} />
    </>
  );
}

function Suggestions({ id, texts }: { readonly id: string; readonly texts: readonly (string | null)[] }) {
  return (
    <datalist id={id}>
      {[...new Set(texts)].map((text) => (text === null ? null : <option key={text} value={text} />))}
    </datalist>
  );
}

function ConceptLine(props: { readonly plan: Plan; readonly form: Form; readonly onDetach: () => void }) {
  const { t } = useTranslation("grid");
  const { concept } = props.form;
  if (concept === null) return <p className="small muted row-concept">{t("rows.dialog.ownConcept")}</p>;
  const known = props.plan.indicators.some((each) => each.concept === concept.id);
  return (
    <div className="row-concept small">
      <span>{t("rows.dialog.concept", { concept: concept.zh })}</span>
      <Button variant="quiet" onClick={props.onDetach}>
        {t("rows.dialog.detach")}
      </Button>
      <span className="muted">{t("rows.dialog.caliber", { caliber: concept.caliber })}</span>
      {known ? <span className="warned">{t("rows.dialog.known")}</span> : null}
    </div>
  );
}

const ATTRIBUTES: readonly Attribute[] = ["binding", "anticipatory", "unspecified"];

function attributeOf(text: string): Attribute {
  return ATTRIBUTES.find((each) => each === text) ?? "unspecified";
}

function problemOf({ name, unit }: Form): "nameless" | "oddUnit" | null {
  if (name.trim() === "") return "nameless";
  return unit.trim() === "" || isReadableUnit(unit.trim()) ? null : "oddUnit";
}

function entryOf({ concept, name, unit, attribute, category, department }: Form): RowEntry {
  const filled = (text: string) => (text.trim() === "" ? null : text.trim());
  return {
    ...{ concept: concept?.id ?? null, name: name.trim(), unit: unit.trim(), attribute },
    ...{ category: filled(category), department: filled(department) },
  };
}
