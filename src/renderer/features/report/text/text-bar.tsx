import type { Editor } from "@tiptap/core";
import { useEffect, useReducer } from "react";
import { useTranslation } from "react-i18next";
import { NARRATIVE_LEVELS } from "#core/narrative/narrative.ts";
import { Button } from "../../../ui/button.tsx";
import { NODES } from "./text-content.ts";

interface TextBarProps {
  readonly editor: Editor | null;
  readonly onInsert: () => void;
  /** Why the section cannot go back to what is proposed; nothing where it can. */
  readonly proposedReason: string | undefined;
  readonly onPropose: () => void;
}

const KINDS = ["text", ...NARRATIVE_LEVELS] as const;
type Kind = (typeof KINDS)[number];

/** What a line is, bold, lists, references, and the way back to the proposal. */
export function TextBar({ editor, onInsert, proposedReason, onPropose }: TextBarProps) {
  const { t } = useTranslation("report");
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    editor?.on("transaction", redraw);
    return () => {
      editor?.off("transaction", redraw);
    };
  }, [editor]);
  const chain = () => editor?.chain().focus();
  const toggles = [
    { id: "strong", node: NODES.strong, run: () => chain()?.toggleBold().run() },
    { id: "bullets", node: NODES.bullets, run: () => chain()?.toggleBulletList().run() },
    { id: "numbers", node: NODES.numbers, run: () => chain()?.toggleOrderedList().run() },
  ] as const;
  return (
    <div className="text-bar" role="toolbar" aria-label={t("text.tools")}>
      <select
        className="input"
        aria-label={t("text.kind")}
        value={String(kindAt(editor))}
        onChange={({ target }) => {
          const kind = KINDS.find((each) => String(each) === target.value) ?? "text";
          if (kind === "text") chain()?.clearNodes().run();
          else chain()?.clearNodes().setHeading({ level: kind }).run();
        }}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`text.kinds.${kind === "text" ? kind : (`level${kind}` as const)}`)}
          </option>
        ))}
      </select>
      {toggles.map(({ id, node, run }) => (
        <Button key={id} variant="quiet" aria-pressed={editor?.isActive(node) ?? false} onClick={run}>
          {t(`text.${id}`)}
        </Button>
      ))}
      <Button icon="plus" onClick={onInsert} title={t("text.insertHint")}>
        {t("text.insert")}
      </Button>
      <span className="spacer" />
      <Button variant="quiet" icon="undo" disabledReason={proposedReason} onClick={onPropose}>
        {t("text.propose")}
      </Button>
    </div>
  );
}

function kindAt(editor: Editor | null): Kind {
  return NARRATIVE_LEVELS.find((level) => editor?.isActive(NODES.heading, { level })) ?? "text";
}
