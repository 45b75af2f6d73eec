import { Input } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reply, Settings } from "#bridge/desktop-bridge.ts";
import { machineErrorText } from "../../i18n/error-text.ts";
import { Button } from "../../ui/button.tsx";

/** Takes what came of a change; a refusal stands below the field. */
export type TakeReply = (asking: Promise<Reply<Settings>>) => void;

interface TextSettingProps {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  /** Longest text in UTF-16 units; none where the machine decides. */
  readonly maxLength?: number;
  readonly readOnly?: boolean;
  /** Stores a typed text that is neither blank nor what is set. */
  readonly onSave: (typed: string) => Promise<Reply<Settings>>;
  /** The button beside the field; `changed` says whether there is something to store. */
  readonly deed: (changed: boolean, take: TakeReply) => ReactNode;
  /** What stands instead when nothing is set, and why it cannot be chosen now. */
  readonly restore: {
    readonly label: string;
    readonly blocked: string | undefined;
    readonly run: () => Promise<Reply<Settings>>;
  };
}

/** A setting that is a line of text, with a way back to what it was before the planner set it. */
export function TextSetting(props: TextSettingProps) {
  const { label, value, hint, maxLength, readOnly = false, onSave, deed, restore } = props;
  const { t } = useTranslation(["shell", "errors"]);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useId();
  const take: TakeReply = (asking) => {
    void asking.then((reply) => {
      setProblem(reply.ok ? null : machineErrorText(t, reply.code));
      if (reply.ok) setTyped(null);
    });
  };
  const text = typed?.trim() ?? "";
  const changed = text !== "" && text !== value;
  return (
    <form
      className="setting"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) take(onSave(text));
      }}
    >
      <label htmlFor={field}>{label}</label>
      <div className="folder">
        <div className="folder-row">
          <Input
            id={field}
            status={problem === null ? "" : "error"}
            value={typed ?? value}
            readOnly={readOnly}
            {...(maxLength === undefined ? {} : { maxLength })}
            aria-invalid={problem !== null}
            aria-describedby={`${field}-hint ${field}-problem`}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          {deed(changed, take)}
          <Button variant="quiet" disabledReason={restore.blocked} onClick={() => take(restore.run())}>
            {restore.label}
          </Button>
        </div>
        <p id={`${field}-problem`} className="problem" role="alert">
          {problem}
        </p>
        <p id={`${field}-hint`} className="muted small">
          {hint}
        </p>
      </div>
    </form>
  );
}
