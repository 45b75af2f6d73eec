import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NotKept, OpenError } from "../data/open-error.ts";
import { formatBytes } from "../i18n/format-bytes.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

/** Why the window shows no rooms: no machine behind it, a room that broke, or a database that did not open. */
export type Failure =
  | OpenError
  | { readonly kind: "no-bridge" }
  | { readonly kind: "room"; readonly detail: string };

/** After how long opening says that it takes longer than usual, in ms. */
const SLOW_AFTER = 10_000;

/** What stands on the page until the database is open. */
export function LoadingScreen() {
  const { t } = useTranslation();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="screen" aria-busy="true">
      <p className="muted">{t("loading")}</p>
      {isSlow ? <p role="status">{t("loadingSlow")}</p> : null}
    </main>
  );
}

interface FailureScreenProps {
  readonly failure: Failure;
  /** What can be done beside trying again. */
  readonly wayOut?: ReactNode;
}

/** Says what happened, what is safe and what to do; the details can be copied. */
export function FailureScreen({ failure, wayOut = null }: FailureScreenProps) {
  const { t } = useTranslation(["shell", "errors"]);
  const [copied, setCopied] = useState(false);
  const words = useFailureWords(failure);
  const details = JSON.stringify(failure);
  return (
    <main className="screen">
      <div role="alert">
        <h1>
          <Icon name="error" /> {words.title}
        </h1>
        <dl>
          <dt>{t("errors:parts.happened")}</dt>
          <dd>{words.happened}</dd>
          <dt>{t("errors:parts.safe")}</dt>
          <dd>{words.safe}</dd>
          <dt>{t("errors:parts.todo")}</dt>
          <dd>{words.todo}</dd>
        </dl>
      </div>
      <details>
        <summary>{t("errors:parts.details")}</summary>
        <code>{details}</code>
      </details>
      <div className="actions">
        <Button variant="primary" onClick={() => location.reload()}>
          {t("errors:parts.retry")}
        </Button>
        <Button
          icon="copy"
          onClick={() => void navigator.clipboard.writeText(details).then(() => setCopied(true))}
        >
          {copied ? t("errors:parts.copied") : t("errors:parts.copy")}
        </Button>
        {wayOut}
      </div>
    </main>
  );
}

interface FailureWords {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
}

function useFailureWords(failure: Failure): FailureWords {
  const { t } = useTranslation(["shell", "errors"]);
  if (failure.kind === "no-bridge" || failure.kind === "room") {
    const part = failure.kind === "room" ? "room" : "bridge";
    return {
      title: t(`errors:${part}.title`),
      happened: t(`errors:${part}.happened`),
      safe: t(`errors:${part}.safe`),
      todo: t(`errors:${part}.todo`),
    };
  }
  if (failure.kind === "not-kept") {
    return {
      title: t("errors:not-kept.title"),
      happened: t(`errors:not-kept.${whyNotKept(failure)}.happened`),
      safe: t("errors:not-kept.safe"),
      todo: t(`errors:not-kept.${whyNotKept(failure)}.todo`, { room: roomText(failure) }),
    };
  }
  return {
    title: t("errors:open.title"),
    happened: t(`errors:open.${failure.kind}.happened`, { ...failure }),
    safe: t(`errors:open.${failure.kind}.safe`),
    todo: t(`errors:open.${failure.kind}.todo`),
  };
}

const MIB = 1024 ** 2;

/** The room that is needed, in whole MB and rather one too many. */
const roomText = ({ needed }: NotKept) => formatBytes(Math.ceil(needed / MIB) * MIB);

function whyNotKept({ code }: NotKept): "full" | "large" | "other" {
  if (code === "disk-full") return "full";
  return code === "too-large" ? "large" : "other";
}
