import { useState } from "react";
import { useTranslation } from "react-i18next";
import { indicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { type SheetEdits, sheetCommand, sheetEdits } from "#core/report/workbook/sheet-edits.ts";
import { useBridge } from "../../data/machine.ts";
import { chooseSheet, type ReadSheetError } from "../../data/read-sheet.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import { machineErrorText, storeErrorText } from "../../i18n/error-text.ts";
import { fieldText } from "../../i18n/history-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";

/** What the reading of an Excel file has come to. */
type Reading =
  | { readonly kind: "read"; readonly name: string; readonly edits: SheetEdits }
  | { readonly kind: "told"; readonly tone: "done" | "note" | "error"; readonly text: string };

/** Reads an Excel file of this plan back: what it changes is shown first, and taken over as one step that undo takes back. */
export function useSheetImport(plan: Plan) {
  const { t } = useTranslation("report");
  const { t: errors } = useTranslation(["shell", "errors"]);
  const bridge = useBridge();
  const store = useWorkbench();
  const [reading, setReading] = useState<Reading | null>(null);
  const tell = (tone: "done" | "note" | "error", text: string) => setReading({ kind: "told", tone, text });
  const choose = async () => {
    const chosen = await chooseSheet(bridge);
    if (!chosen.ok) {
      const { error } = chosen;
      tell(
        "error",
        error.kind === "machine" ? machineErrorText(errors, error.code) : t(reasonKey(error), { ...error }),
      );
      return;
    }
    if (chosen.value === null) return;
    const { name, texts } = chosen.value;
    const edits = sheetEdits(plan, texts, () => indicatorId(`${plan.id}/${crypto.randomUUID()}`));
    if (!edits.ok) tell("error", t("sheet.no-sheet", { name }));
    else if (sheetCommand(edits.value) === null) tell("note", t("sheet.same", { name }));
    else setReading({ kind: "read", name, edits: edits.value });
  };
  const write = async (edits: SheetEdits) => {
    const command = sheetCommand(edits);
    if (command === null) return;
    const done = await store.execute(plan.id, command);
    if (done.ok) tell("done", t("sheet.done", { count: edits.edits.length }));
    else tell("error", storeErrorText(errors, done.error));
  };
  return { reading, choose, write, close: () => setReading(null) };
}

function reasonKey(error: Exclude<ReadSheetError, { kind: "machine" }>) {
  return error.kind === "no-sheet" ? ("sheet.no-sheet" as const) : ("sheet.unread" as const);
}

interface SheetImportProps {
  readonly plan: Plan;
  readonly importing: ReturnType<typeof useSheetImport>;
}

/** What came of reading a file, as a message of the room. */
export function SheetNotice({ importing: { reading, close } }: Pick<SheetImportProps, "importing">) {
  const { t } = useTranslation("report");
  if (reading?.kind !== "told") return null;
  return (
    <Notice tone={reading.tone} title={reading.text} dismiss={{ label: t("dismiss"), onDismiss: close }} />
  );
}

const SHOWN = 200;

/** The cells that a file changes, before they are written. */
export function SheetDialog({ plan, importing: { reading, write, close } }: SheetImportProps) {
  const { t } = useTranslation("report");
  const { t: words } = useTranslation(["history", "grid"]);
  if (reading?.kind !== "read") return null;
  const { edits, added } = reading.edits;
  const names = new Map([...plan.indicators, ...added].map(({ id, name }) => [id, name]));
  return (
    <Dialog
      wide
      reading
      title={t("sheet.title", { name: reading.name })}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t("sheet.leave")}</Button>
          <Button variant="primary" onClick={() => void write(reading.edits)}>
            {t("sheet.write", { count: edits.length })}
          </Button>
        </>
      }
    >
      <p>{t("sheet.lead", { cells: edits.length, rows: added.length })}</p>
      <table className="sheet-changes">
        <thead>
          <tr>
            <th scope="col">{t("sheet.indicator")}</th>
            <th scope="col">{t("sheet.cell")}</th>
            <th scope="col">{t("sheet.text")}</th>
          </tr>
        </thead>
        <tbody>
          {edits.slice(0, SHOWN).map(({ indicator, field, text }, at) => (
            <tr key={at}>
              <td>{names.get(indicator) ?? indicator}</td>
              <td>{fieldText(field, words)}</td>
              <td>{text === "" ? t("sheet.emptied") : text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {edits.length > SHOWN ? <p>{t("sheet.more", { count: edits.length - SHOWN })}</p> : null}
    </Dialog>
  );
}
